package io.streamspec.tools.identify;

import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.suspend.LibxcLegacy;
import io.streamspec.xen.suspend.SuspendReader;
import java.util.ArrayList;
import java.util.List;

/** Says in words what the headers of a stream say, from the outermost in, and asks for nothing behind the last of them. */
final class Layers implements StreamVisitor {

    private static final int MOST_RECORDS = 4;

    private final List<String> words = new ArrayList<>();
    private boolean isDone;
    private int records;

    /** What has been met, a layer each. */
    List<String> words() {
        return words;
    }

    @Override
    public void header(String path, String name, long offset, long size, Record header) {
        if (header instanceof ImageHeader image) {
            words.add("libxc stream, version " + image.version() + ", "
                    + order(image.options().endianness()));
        } else if (header instanceof DomainHeader domain) {
            words.add(guest(domain));
            isDone = true;
        } else if (header instanceof Header libxl) {
            String converted = libxl.options().legacyFormat() ? ", converted from a legacy stream" : "";
            words.add("libxl stream, version 2, " + order(libxl.options().endianness()) + converted);
        } else if (header instanceof io.streamspec.xen.xlsave.Header xl) {
            words.add(words(xl));
            isDone |= !xl.mandatoryFlags().streamV2();
        } else if (header instanceof io.streamspec.xen.xenstore.Header xenstore) {
            words.add("version " + xenstore.version() + ", "
                    + order(xenstore.flags().endianness()));
        } else if (header instanceof io.streamspec.xen.libvirtsave.Header libvirt) {
            words.add("version " + libvirt.version() + ", XML of "
                    + octets(libvirt.xml().size()) + (libvirt.version() == 1 ? "; legacy stream" : ""));
            isDone |= libvirt.version() == 1;
        }
    }

    private static String words(io.streamspec.xen.xlsave.Header header) {
        String kind = header.mandatoryFlags().jsonConfig() ? "JSON configuration" : "configuration";
        String config = header.config()
                .map(octets -> kind + " of " + octets(octets.size()))
                .orElse("no configuration");
        return config + (header.mandatoryFlags().streamV2() ? "" : "; legacy stream");
    }

    private static String octets(int count) {
        return count + (count == 1 ? " octet" : " octets");
    }

    /** The guest's inner stream begins behind one of the first records, or not at all. */
    @Override
    public void record(Level level) {
        if (level.reader().typeNumber() == LibxcLegacy.RECORD_TYPE && level.reader() instanceof SuspendReader) {
            words.add("legacy stream");
        }
        records++;
        isDone |= records > MOST_RECORDS;
    }

    @Override
    public boolean isDone() {
        return isDone;
    }

    private static String order(boolean isBig) {
        return isBig ? "big-endian" : "little-endian";
    }

    private static String guest(DomainHeader domain) {
        String origin = domain.xenMajor() == 0
                ? "converted from a legacy stream by version " + domain.xenMinor() + " of the converter"
                : "saved by Xen " + domain.xenMajor() + "." + domain.xenMinor();
        return domain.type().toString().replace('_', ' ') + " guest, " + origin;
    }
}
