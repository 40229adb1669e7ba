package io.streamspec.tools.memory;

import io.streamspec.xen.libxc.LibxcReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Finds the last contents of one page. */
final class PagePick extends PageVisitor {

    private final long pfn;
    private final int shift;
    private final ByteBuffer page;
    private boolean isTable;

    /** Looks for page {@code pfn} in the first {@code batches} batches; of one that has never had contents, all is zero. */
    PagePick(long batches, Guest guest, long pfn) {
        super(batches);
        this.pfn = pfn;
        this.shift = guest.header().pageShift();
        this.page = ByteBuffer.allocate(1 << shift);
    }

    @Override
    void pages(Batch batch, LibxcReader reader) throws IOException {
        long before = 0;
        int found = -1;
        long place = 0;
        for (int i = 0; i < batch.size(); i++) {
            if (batch.hasContents(i)) {
                if (batch.pfn(i) == pfn) {
                    found = i;
                    place = before;
                }
                before++;
            }
        }
        if (found >= 0) {
            BodyPieces body = new BodyPieces(reader);
            body.skip(batch.offsetOfPages() + (place << shift));
            body.fill(page.clear());
            isTable = batch.isTable(found);
        }
    }

    /** Whether it is a page table of a PV guest. */
    boolean isTable() {
        return isTable;
    }

    /** Its contents. */
    ByteBuffer page() {
        return page.clear();
    }
}
