package io.streamspec.tools.memory;

import java.io.IOException;
import java.nio.channels.FileChannel;

/** Ranges of memory, each behind a header of its own with the addresses of its first and last octet. */
final class LimeLayout implements Layout {

    private static final int MAGIC = 0x4C69_4D45;
    private static final int VERSION = 1;
    private static final int HEADER = 32;

    private final int shift;
    private final PageSet pages;

    LimeLayout(Guest guest, PageSet pages) {
        this.shift = guest.header().pageShift();
        this.pages = pages;
    }

    @Override
    public long offset(long pfn) {
        return (pages.rank(pfn) << shift) + HEADER * pages.runsUpTo(pfn);
    }

    @Override
    public long size() {
        return (pages.size() << shift) + HEADER * pages.runs();
    }

    @Override
    public void writeFrame(FileChannel file) throws IOException {
        Appender out = new Appender(file);
        long at = 0;
        for (long first = pages.next(0); first >= 0; ) {
            long end = pages.end(first);
            out.at(at)
                    .u32(MAGIC)
                    .u32(VERSION)
                    .u64(first << shift)
                    .u64((end << shift) - 1)
                    .u64(0);
            at += HEADER + (end - first << shift);
            first = pages.next(end);
        }
        out.flush();
    }
}
