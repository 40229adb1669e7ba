package io.streamspec.tools.stream;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Tells a legacy stream by what must stand behind its first number, the guest's size in pages: for a PV guest all ones and
 * the name of a block, for an HVM guest the number of a chunk and, of a batch of pages, the first page. Both widths of
 * the toolstack that wrote it are tried.
 */
final class LegacySigns {

    /** Entries have 28 bits for a page's number. */
    private static final long MOST_PAGES = 1L << 28;

    private static final int LARGEST_BATCH = 1024;
    private static final int LOWEST_CHUNK = -18;
    private static final int VERIFY_MODE = -1;
    private static final String BLOCKS = "vcpu extv xcnt";
    private static final int BLOCK_NAME = 4;

    private LegacySigns() {}

    static boolean areIn(ByteBuffer start) {
        ByteBuffer octets = start.slice().order(ByteOrder.LITTLE_ENDIAN);
        return areIn(octets, Integer.BYTES) || areIn(octets, Long.BYTES);
    }

    /** The same for a toolstack whose {@code unsigned long} has {@code width} octets. */
    private static boolean areIn(ByteBuffer octets, int width) {
        if (octets.remaining() < 3 * width) {
            return false;
        }
        long pages = word(octets, 0, width);
        if (pages < 1 || pages > MOST_PAGES) {
            return false;
        }
        return beginsPv(octets, width) || beginsHvm(octets, width, pages);
    }

    private static boolean beginsPv(ByteBuffer octets, int width) {
        int name = 2 * width + Integer.BYTES;
        if (word(octets, width, width) != (width == Long.BYTES ? -1L : 0xFFFF_FFFFL)
                || octets.remaining() < name + BLOCK_NAME) {
            return false;
        }
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < BLOCK_NAME; i++) {
            block.append((char) octets.get(name + i));
        }
        return BLOCKS.contains(block.toString());
    }

    private static boolean beginsHvm(ByteBuffer octets, int width, long pages) {
        int chunk = octets.getInt(width);
        if (chunk < 0) {
            return chunk >= LOWEST_CHUNK && chunk < VERIFY_MODE; // nothing is compared before there is anything
        }
        if (chunk < 1 || chunk > LARGEST_BATCH || octets.remaining() < width + Integer.BYTES + width) {
            return false;
        }
        long entry = word(octets, width + Integer.BYTES, width);
        return entry < 1L << 32 && (entry & MOST_PAGES - 1) < pages;
    }

    private static long word(ByteBuffer octets, int at, int width) {
        return width == Long.BYTES ? octets.getLong(at) : Integer.toUnsignedLong(octets.getInt(at));
    }
}
