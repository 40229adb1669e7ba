package io.streamspec.tools.memory;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Where the pages lie in a file, and what stands around them. */
interface Layout {

    /** The octet at which the contents of a page begin; consecutive pages lie one behind the other. */
    long offset(long pfn);

    /** How long the file is, in octets. */
    long size();

    /** Writes what stands around the pages. */
    void writeFrame(FileChannel file) throws IOException;

    /** The layout that {@code format} gives to these pages of a guest. */
    static Layout of(ImageFormat format, Guest guest, PageSet pages) {
        return switch (format) {
            case RAW -> new RawLayout(guest, pages);
            case ELF -> new ElfLayout(guest, pages);
            case LIME -> new LimeLayout(guest, pages);
        };
    }
}
