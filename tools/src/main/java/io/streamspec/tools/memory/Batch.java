package io.streamspec.tools.memory;

import io.streamspec.runtime.FormatException;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What a PAGE_DATA record says of its pages, without their contents. One object serves a whole stream. */
public final class Batch {

    private static final int HEAD = PageData.PFN_OFFSET;
    private static final int TYPE_SHIFT = 60;
    private static final long PFN = (1L << 52) - 1;

    /** Types by number, a bit for each: without contents, to be allocated without contents, and of no meaning. */
    private static final int EMPTY = 1 << 0xD | 1 << 0xE | 1 << 0xF;

    private static final int ALLOCATED = 1 << 0xE;
    private static final int RESERVED = 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8;
    private static final int TABLES = 0b1_1110_0001_1110;

    private long[] entries = new long[1024];
    private int size;

    /** Takes over the record on which {@code reader} stands, none of whose contents are taken. */
    public void read(LibxcReader reader) throws IOException {
        size = 0;
        ByteBuffer head = reader.load(HEAD);
        long count = PageData.count(head, head.position());
        if (count == 0) {
            throw fault(reader, PageData.COUNT_OFFSET, "count", "there are no pages", "one page or more");
        }
        if (count > (reader.length() - HEAD) / Long.BYTES) {
            throw fault(reader, PageData.COUNT_OFFSET, "count", count + " pages do not fit the record", "fewer");
        }
        ByteBuffer body = reader.load(offsetOfPages(count));
        entries = count > entries.length ? new long[(int) count] : entries;
        long pages = 0;
        for (int i = 0; i < count; i++) {
            entries[i] = PageData.pfn(body, body.position(), i);
            if (is(i, RESERVED)) {
                throw fault(reader, i, "type " + type(i) + ", which has no meaning", "a type that is known");
            }
            pages += is(i, EMPTY) ? 0 : 1;
        }
        size = (int) count;
        requireLength(reader, pages);
    }

    private void requireLength(LibxcReader reader, long pages) {
        long expected = offsetOfPages(size) + (pages << reader.domainHeader().pageShift());
        if (reader.length() != expected) {
            String found = "a body of " + reader.length() + " octets";
            throw fault(reader, offsetOfPages(size), "page_data", found, expected + " octets, " + pages + " pages");
        }
    }

    /** That {@code index} has a page that must not be. */
    static FormatException fault(LibxcReader reader, int index, String found, String expected) {
        return fault(reader, HEAD + index * Long.BYTES, "pfn[" + index + "]", found, expected);
    }

    private static FormatException fault(LibxcReader reader, long at, String field, String found, String expected) {
        long place = reader.offset() + Long.BYTES + at;
        String problem = found + ", expected " + expected;
        return FormatException.of(field, place, problem, expected).in(recordName(reader), 0);
    }

    /** The record as readers name it in what they throw. */
    static String recordName(LibxcReader reader) {
        return "record " + reader.index() + " (" + reader.typeName() + ")";
    }

    /** How many pages it names. */
    public int size() {
        return size;
    }

    /** Where in the record's body the contents of the pages begin, in octets. */
    public long offsetOfPages() {
        return offsetOfPages(size);
    }

    private static long offsetOfPages(long count) {
        return HEAD + count * Long.BYTES;
    }

    /** The number of a page. */
    public long pfn(int index) {
        return entries[index] & PFN;
    }

    /** Whether the record has the contents of this page. */
    public boolean hasContents(int index) {
        return !is(index, EMPTY);
    }

    /** Whether the guest has this page from here on: contents bring it about, and XALLOC does; nothing takes it away. */
    boolean isPresent(int index) {
        return !is(index, EMPTY & ~ALLOCATED);
    }

    /** Whether it is a page table of a PV guest. */
    boolean isTable(int index) {
        return is(index, TABLES);
    }

    private boolean is(int index, int types) {
        return (types >>> type(index) & 1) != 0;
    }

    /** The number of its type. */
    public int type(int index) {
        return (int) (entries[index] >>> TYPE_SHIFT);
    }
}
