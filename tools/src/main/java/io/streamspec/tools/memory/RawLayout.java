package io.streamspec.tools.memory;

import java.nio.channels.FileChannel;

/** Each page at its address. */
final class RawLayout implements Layout {

    private final int shift;
    private final PageSet pages;

    RawLayout(Guest guest, PageSet pages) {
        this.shift = guest.header().pageShift();
        this.pages = pages;
    }

    @Override
    public long offset(long pfn) {
        return pfn << shift;
    }

    @Override
    public long size() {
        return pages.last() + 1 << shift;
    }

    @Override
    public void writeFrame(FileChannel file) {}
}
