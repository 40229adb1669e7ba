package io.streamspec.tools.memory;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Page tables of a PV guest as they stand in a stream. Their entries have page numbers of the guest where they had frame
 * numbers of the host, so that what an entry leads to already lies where a reader of the image looks for it. What is left is
 * to take away the entries that lead to pages that are not in the image.
 */
final class PageTables {

    /** An address is a page's number, moved by so many bits, whatever the size of the guest's words. */
    static final int SHIFT = 12;

    private static final long PRESENT = 1;
    private static final long FRAME = 0x000F_FFFF_FFFF_F000L;

    private final PageSet pages;
    private long cleared;

    /** Page tables in an image of {@code pages}. */
    PageTables(PageSet pages) {
        this.pages = pages;
    }

    /** Makes entries of {@code table} that lead nowhere not present, and leaves their other bits as they are. */
    void translate(ByteBuffer table) {
        ByteBuffer entries = table.order(ByteOrder.LITTLE_ENDIAN); // they are the processor's
        for (int at = entries.position(); at < entries.limit(); at += Long.BYTES) {
            long entry = entries.getLong(at);
            if ((entry & PRESENT) != 0 && !pages.contains((entry & FRAME) >>> SHIFT)) {
                entries.putLong(at, entry & ~PRESENT);
                cleared++;
            }
        }
    }

    /** How many entries it has made not present. */
    long cleared() {
        return cleared;
    }
}
