package io.streamspec.tools.memory;

import io.streamspec.xen.libxc.LibxcReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * Writes pages to their places, in the order in which they come, so that the last contents of each stay. Pages that lie
 * behind one another in stream and file are written together, from the memory in which they arrive.
 */
final class PageCopy extends PageVisitor {

    private final FileChannel file;
    private final Layout layout;
    private final PageSet pages;
    private final @Nullable PageTables tables;
    private final int shift;
    private final ByteBuffer page;

    /**
     * Copies the first {@code batches} batches.
     *
     * @param tables what changes page tables; null if nothing does
     */
    PageCopy(long batches, FileChannel file, Layout layout, Guest guest, PageSet pages, @Nullable PageTables tables) {
        super(batches);
        this.file = file;
        this.layout = layout;
        this.pages = pages;
        this.tables = tables;
        this.shift = guest.header().pageShift();
        this.page = ByteBuffer.allocateDirect(tables == null ? 0 : 1 << shift);
    }

    @Override
    void pages(Batch batch, LibxcReader reader) throws IOException {
        BodyPieces body = new BodyPieces(reader);
        body.skip(batch.offsetOfPages());
        for (int i = 0; i < batch.size(); ) {
            if (!batch.hasContents(i)) {
                i++;
            } else if (isChanged(batch, i)) {
                table(body, offset(batch, i));
                i++;
            } else {
                int end = endOfRun(batch, i);
                body.transfer((long) (end - i) << shift, file, offset(batch, i));
                i = end;
            }
        }
    }

    private boolean isChanged(Batch batch, int index) {
        return tables != null && batch.isTable(index);
    }

    private int endOfRun(Batch batch, int first) throws IOException {
        int end = first + 1;
        while (end < batch.size()
                && batch.hasContents(end)
                && !isChanged(batch, end)
                && batch.pfn(end) == batch.pfn(end - 1) + 1
                && pages.contains(batch.pfn(end))) {
            end++;
        }
        return end;
    }

    private long offset(Batch batch, int index) throws IOException {
        if (!pages.contains(batch.pfn(index))) {
            throw new IOException("the stream is another one than it was");
        }
        return layout.offset(batch.pfn(index));
    }

    private void table(BodyPieces body, long at) throws IOException {
        body.fill(page.clear());
        if (tables != null) {
            tables.translate(page.flip());
        }
        Appender.writeAll(file, page, at);
    }
}
