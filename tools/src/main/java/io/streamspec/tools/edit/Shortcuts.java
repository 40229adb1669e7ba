package io.streamspec.tools.edit;

import io.streamspec.tools.stream.Format;

/** Fields that people ask for by what they are, wherever a format has them. */
final class Shortcuts {

    private Shortcuts() {}

    /** What the toolstack knows of the domain. */
    static String config(Format format) {
        return switch (format) {
            case XL_SAVE -> "xl/header.config";
            case LIBVIRT_SAVE -> "libvirt/header.xml";
            case XENOPSD_IMAGE -> "suspend/XENOPS.state";
            default -> throw new IllegalArgumentException("there is no configuration in a " + format.title());
        };
    }

    /** The state of the device model. */
    static String deviceModel(Format format) {
        return switch (format) {
            case XL_SAVE, LIBVIRT_SAVE, LIBXL -> "libxl/EMULATOR_CONTEXT.emulator_ctx";
            case XENOPSD_IMAGE -> "suspend/QEMU_TRAD.state";
            default -> throw new IllegalArgumentException("there is no device model in a " + format.title());
        };
    }
}
