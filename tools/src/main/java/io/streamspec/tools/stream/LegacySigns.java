package io.streamspec.tools.stream;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Tells a legacy stream by what must stand behind its first number, the guest's size in pages: for a PV guest all ones and
 * the name of a block, for an HVM guest the number of a chunk and, of a batch of pages, the first page. Both widths of
 * the toolstack that wrote it are tried.
 *
 * @param width the octets of that toolstack's {@code unsigned long}: 4 or 8
 */
public record LegacySigns(int width, boolean isPv) {

    /** Entries have 28 bits for a page's number. */
    private static final long MOST_PAGES = 1L << 28;

    private static final int LARGEST_BATCH = 1024;
    private static final int LOWEST_CHUNK = -18;
    private static final int VERIFY_MODE = -1;
    private static final String BLOCKS = "vcpu extv xcnt";
    private static final int BLOCK_NAME = 4;

    /** What the first octets of a stream tell, if they are those of a legacy one. */
    public static Optional<LegacySigns> of(ByteBuffer start) {
        ByteBuffer octets = start.slice().order(ByteOrder.LITTLE_ENDIAN);
        return of(octets, Integer.BYTES).or(() -> of(octets, Long.BYTES));
    }

    /** The same for a toolstack of one width. */
    private static Optional<LegacySigns> of(ByteBuffer octets, int width) {
        long pages = octets.remaining() < 3 * width ? 0 : word(octets, 0, width);
        if (pages < 1 || pages > MOST_PAGES) {
            return Optional.empty();
        } else if (beginsPv(octets, width)) {
            return Optional.of(new LegacySigns(width, true));
        }
        return beginsHvm(octets, width, pages) ? Optional.of(new LegacySigns(width, false)) : Optional.empty();
    }

    /** {@code PV guest, 32-bit toolstack}. */
    @Override
    public String toString() {
        return (isPv ? "PV" : "HVM") + " guest, " + 8 * width + "-bit toolstack";
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
