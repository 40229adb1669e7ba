package io.streamspec.tools.memory;

import io.streamspec.build.Version;
import io.streamspec.xen.libxc.DomainHeader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An ELF core file of 64 bits: a header, program headers, a note that says where it comes from, and a segment for each run
 * of consecutive pages. Of more segments than the header can count, a section header has the number, as the ABI has it.
 */
final class ElfLayout implements Layout {

    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int SECTION_HEADER = 64;

    /** {@code PN_XNUM}: the number is elsewhere. */
    private static final int ELSEWHERE = 0xFFFF;

    private static final byte[] IDENT = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final int CORE = 4;
    private static final int I386 = 3;
    private static final int X86_64 = 62;
    private static final int LOAD = 1;
    private static final int NOTE = 4;
    private static final int READ_WRITE_EXECUTE = 7;
    private static final int READ = 4;
    private static final String OWNER = "streamspec";
    private static final int TEXT = 1;

    private final Guest guest;
    private final int shift;
    private final PageSet pages;
    private final byte[] text;
    private final long segments;
    private final boolean hasSection;
    private final long noteStart;
    private final long start;

    ElfLayout(Guest guest, PageSet pages) {
        this.guest = guest;
        this.shift = guest.header().pageShift();
        this.pages = pages;
        this.text = padded(description());
        this.segments = pages.runs() + 1;
        this.hasSection = segments >= ELSEWHERE;
        this.noteStart = HEADER + PROGRAM_HEADER * segments + (hasSection ? SECTION_HEADER : 0);
        this.start = pageEnd(noteStart + noteSize());
    }

    private long pageEnd(long octet) {
        return (octet + (1L << shift) - 1) >>> shift << shift;
    }

    private String description() {
        DomainHeader header = guest.header();
        return "created by streamspec " + Version.value() + "\nmemory of a " + guest + ", saved by Xen "
                + header.xenMajor() + "." + header.xenMinor() + "\n"
                + (guest.table() < 0
                        ? ""
                        : "page table of vCPU 0 at 0x" + Long.toHexString(guest.table() << shift) + "\n");
    }

    /** With the zero that ends it, and others up to a multiple of 4. */
    private static byte[] padded(String value) {
        byte[] octets = value.getBytes(StandardCharsets.US_ASCII);
        return Arrays.copyOf(octets, (octets.length + 4) / 4 * 4);
    }

    private long noteSize() {
        return 3 * Integer.BYTES + padded(OWNER).length + text.length;
    }

    @Override
    public long offset(long pfn) {
        return start + (pages.rank(pfn) << shift);
    }

    @Override
    public long size() {
        return start + (pages.size() << shift);
    }

    @Override
    public void writeFrame(FileChannel file) throws IOException {
        Appender out = new Appender(file).at(0);
        header(out);
        programHeader(out, NOTE, READ, noteStart, 0, noteSize(), Integer.BYTES);
        long at = start;
        for (long first = pages.next(0); first >= 0; ) {
            long end = pages.end(first);
            long octets = end - first << shift;
            programHeader(out, LOAD, READ_WRITE_EXECUTE, at, first << shift, octets, 1L << shift);
            at += octets;
            first = pages.next(end);
        }
        if (hasSection) {
            out.u32(0)
                    .u32(0)
                    .u64(0)
                    .u64(0)
                    .u64(0)
                    .u64(0)
                    .u32(0)
                    .u32(segments)
                    .u64(0)
                    .u64(0);
        }
        out.u32(OWNER.length() + 1).u32(text.length).u32(TEXT);
        out.octets(padded(OWNER)).octets(text).flush();
    }

    private void header(Appender out) throws IOException {
        out.octets(IDENT)
                .u16(CORE)
                .u16(guest.width() == Integer.BYTES ? I386 : X86_64)
                .u32(1);
        out.u64(0).u64(HEADER).u64(hasSection ? noteStart - SECTION_HEADER : 0).u32(0);
        out.u16(HEADER).u16(PROGRAM_HEADER).u16((int) Math.min(segments, ELSEWHERE));
        out.u16(hasSection ? SECTION_HEADER : 0).u16(hasSection ? 1 : 0).u16(0);
    }

    private static void programHeader(
            Appender out, int type, int flags, long offset, long address, long size, long alignment)
            throws IOException {
        out.u32(type).u32(flags).u64(offset).u64(address).u64(address).u64(size).u64(type == LOAD ? size : 0);
        out.u64(alignment);
    }
}
