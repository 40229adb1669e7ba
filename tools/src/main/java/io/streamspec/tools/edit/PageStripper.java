package io.streamspec.tools.edit;

import io.streamspec.runtime.FormatException;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.PfinfoType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/** Copies the beginning of a guest's memory: its first pages that have contents. */
final class PageStripper {

    private static final int HEAD = 8;
    private static final int TYPE_BITS = 60;
    private static final Set<PfinfoType> EMPTY = Set.of(PfinfoType.BROKEN, PfinfoType.XALLOC, PfinfoType.XTAB);

    private final Splice to;
    private long left;

    /** @param most the most pages with contents that are kept */
    PageStripper(Splice to, long most) {
        this.to = to;
        this.left = most;
    }

    /** Copies what is to stay of the PAGE_DATA record that {@code reader} stands on. */
    void strip(LibxcReader reader) throws IOException {
        if (left == 0) {
            return;
        }
        ByteBuffer body = reader.load(HEAD);
        long count = PageData.count(body, body.position());
        if (count > (reader.length() - HEAD) / Long.BYTES) {
            throw FormatException.of(
                    "count", reader.bodyOffset(), count + " are too many", "what the body has room for");
        }
        ByteBuffer entries = reader.load(HEAD + Long.BYTES * count);
        int kept = 0;
        int pages = 0;
        while (kept < count && left > 0) {
            long entry = PageData.pfn(entries, entries.position(), kept++);
            if (hasContents(entry)) {
                pages++;
                left--;
            }
        }
        copy(reader, count, kept, pages);
    }

    private static boolean hasContents(long entry) {
        return EMPTY.stream().noneMatch(type -> type.value() == entry >>> TYPE_BITS);
    }

    /** The record with the first {@code kept} of its entries and the pages that belong to them. */
    private void copy(LibxcReader reader, long count, int kept, int pages) throws IOException {
        long size = reader.context().domainHeader().pageSize();
        if (pages > 0 && size > (reader.length() - HEAD - Long.BYTES * count) / pages) {
            throw FormatException.of(
                    "page_data", reader.bodyOffset(), "pages are missing", "one for each entry with contents");
        }
        long table = HEAD + (long) Long.BYTES * kept;
        long length = table + size * pages;
        to.put(Records.head(PageData.RECORD_TYPE, length, reader.byteOrder()));
        to.put(ByteBuffer.allocate(Integer.BYTES)
                .order(reader.byteOrder())
                .putInt(kept)
                .flip());
        long at = reader.bodyOffset();
        to.keep(at + Integer.BYTES, at + table);
        long contents = at + HEAD + Long.BYTES * count;
        to.keep(contents, contents + size * pages);
        to.put(ByteBuffer.allocate(Records.padding(length)));
    }
}
