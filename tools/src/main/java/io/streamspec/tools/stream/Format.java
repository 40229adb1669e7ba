package io.streamspec.tools.stream;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a file may be, by its first octets. */
public enum Format {
    /** What {@code xl save} writes: a header with the guest's configuration, then a libxl or a legacy stream. */
    XL_SAVE("xl save file", "58656e20736176656420646f6d61696e2c20786c20666f726d61740a2000200d"),
    /** What libvirt's driver for libxl writes: a header with the guest's XML, then a libxl or a legacy stream. */
    LIBVIRT_SAVE("libvirt save file", "6c6962766972742d786d6c0a2000200d"),
    /** XenServer's and XCP-ng's suspend image: framed parts, of which one is a libxc stream. */
    XENOPSD_IMAGE("xenopsd suspend image", "58656e5361766564446f6d76322d0a"),
    /** Their older one: a legacy stream behind a signature. */
    XENOPSD_LEGACY_IMAGE("xenopsd suspend image, old", "58656e5361766564446f6d61696e0a"),
    /** The stream of libxl. */
    LIBXL("libxl migration stream", "4c6962786c466d74"),
    /** The stream of libxc, version 2 or later. */
    LIBXC("libxc migration stream", "ffffffffffffffff58454e46"),
    /** The stream of xenstored. */
    XENSTORE("xenstore migration stream", "78656e73746f7265"),
    /** The state of an HVM guest's processors and platform, which begins with its record HEADER. */
    HVM_CONTEXT("HVM context", "01000000180000008612385401000000"),
    /** The state of qemu's devices. */
    QEMU_STATE("qemu device state", "5145564d"),
    /** A stream of Xen 4.5 or earlier, which has no mark of its own. */
    LEGACY("legacy migration stream", "");

    /** The first octets that all formats together need to be told apart. */
    public static final int RECOGNISED_BY = 64;

    private static final int SHOWN = 16;

    private final String title;
    private final byte[] magic;

    Format(String title, String magic) {
        this.title = title;
        this.magic = HexFormat.of().parseHex(magic);
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** The octets that it begins with; none if it has no mark. */
    public byte[] magic() {
        return magic.clone();
    }

    /** Whether it is a stream of Xen 4.5 or earlier, behind its mark if it has one. */
    public boolean isLegacy() {
        return this == LEGACY || this == XENOPSD_LEGACY_IMAGE;
    }

    /**
     * The format of a stream.
     *
     * @param start its first {@link #RECOGNISED_BY} octets, or all that there are
     * @return null if it is none of these
     */
    public static @Nullable Format of(ByteBuffer start) {
        for (Format format : values()) {
            if (format.magic.length > 0 && format.begins(start)) {
                return format;
            }
        }
        return LegacySigns.of(start).isPresent() ? LEGACY : null;
    }

    /** Why octets that begin like this are of no format. */
    public static String unknown(ByteBuffer start) {
        if (!start.hasRemaining()) {
            return "it is empty";
        }
        byte[] octets = new byte[Math.min(SHOWN, start.remaining())];
        start.get(octets);
        return "it is no stream of Xen's, and none packed by gzip, xz or zstd; it begins with "
                + HexFormat.of().formatHex(octets);
    }

    private boolean begins(ByteBuffer start) {
        if (start.remaining() < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (start.get(start.position() + i) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
