package io.streamspec.tools.memory;

import java.util.Arrays;

/**
 * A set of page numbers: a bitmap in blocks of 4 KiB for 32,768 pages each, of which only those are there that have a page.
 * At worst, a set of pages below {@code n} takes {@code n / 8} octets.
 */
public final class PageSet {

    private static final int BLOCK_SHIFT = 15;
    private static final int WORDS = 1 << BLOCK_SHIFT - 6;
    private static final long[] NONE = new long[WORDS];
    private static final long[] UNKNOWN = {};

    private long[][] blocks = {};
    private long[] pagesBefore = UNKNOWN;
    private long[] runsBefore = UNKNOWN;

    /** Puts a page in. */
    public void add(long page) {
        int block = Math.toIntExact(page >>> BLOCK_SHIFT);
        if (block >= blocks.length) {
            int length = Math.max(block + 1, blocks.length + blocks.length / 2);
            int old = blocks.length;
            blocks = Arrays.copyOf(blocks, length);
            Arrays.fill(blocks, old, length, NONE);
        }
        if (blocks[block] == NONE) {
            blocks[block] = new long[WORDS];
        }
        blocks[block][word(page)] |= 1L << page;
        pagesBefore = UNKNOWN;
    }

    void addAll(PageSet others) {
        for (long from = others.next(0); from >= 0; from = others.next(from)) {
            long end = others.end(from);
            for (; from < end; from++) {
                add(from);
            }
        }
    }

    /** Whether a page is in. */
    public boolean contains(long page) {
        return (block(page >>> BLOCK_SHIFT)[word(page)] & 1L << page) != 0;
    }

    /** The first page from {@code page} on that is in; -1 if there is none. */
    long next(long page) {
        return find(page, 0);
    }

    /** The first page behind {@code page}, which is in, that is not. */
    long end(long page) {
        return find(page, -1);
    }

    /** The first page from {@code page} on whose bit is set, the bits being turned over by {@code mask} before. */
    private long find(long page, long mask) {
        long limit = (long) blocks.length << BLOCK_SHIFT;
        long at = page;
        while (at < limit) {
            long[] block = blocks[(int) (at >>> BLOCK_SHIFT)];
            long bits = (block[word(at)] ^ mask) >>> at;
            if (bits != 0) {
                return at + Long.numberOfTrailingZeros(bits);
            }
            boolean isEmpty = block == NONE && mask == 0;
            at = isEmpty ? (at >>> BLOCK_SHIFT) + 1 << BLOCK_SHIFT : (at >>> 6) + 1 << 6;
        }
        return mask == 0 ? -1 : limit;
    }

    /** How many there are. */
    public long size() {
        count();
        return pagesBefore[blocks.length];
    }

    /** How many runs of consecutive pages there are. */
    long runs() {
        count();
        return runsBefore[blocks.length];
    }

    /** The highest one; -1 if there is none. */
    long last() {
        for (int block = blocks.length - 1; block >= 0; block--) {
            for (int word = WORDS - 1; word >= 0; word--) {
                if (blocks[block][word] != 0) {
                    long first = ((long) block << BLOCK_SHIFT) + 64L * word;
                    return first + 63 - Long.numberOfLeadingZeros(blocks[block][word]);
                }
            }
        }
        return -1;
    }

    /** How many are lower than {@code page}. */
    long rank(long page) {
        count();
        int block = (int) (page >>> BLOCK_SHIFT);
        long rank = pagesBefore[block];
        for (int word = 0; word < word(page); word++) {
            rank += Long.bitCount(blocks[block][word]);
        }
        return rank + Long.bitCount(blocks[block][word(page)] & (1L << page) - 1);
    }

    /** How many runs of consecutive pages begin at or before {@code page}. */
    long runsUpTo(long page) {
        count();
        int block = (int) (page >>> BLOCK_SHIFT);
        long runs = runsBefore[block];
        for (int word = 0; word < word(page); word++) {
            runs += Long.bitCount(starts(block, word));
        }
        return runs + Long.bitCount(starts(block, word(page)) & -1L >>> 63 - (page & 63));
    }

    /** The bits of those whose predecessor is not in. */
    private long starts(int block, int word) {
        long bits = blocks[block][word];
        long before = word > 0 ? blocks[block][word - 1] : block > 0 ? blocks[block - 1][WORDS - 1] : 0;
        return bits & ~(bits << 1 | before >>> 63);
    }

    private void count() {
        if (pagesBefore != UNKNOWN) {
            return;
        }
        pagesBefore = new long[blocks.length + 1];
        runsBefore = new long[blocks.length + 1];
        for (int block = 0; block < blocks.length; block++) {
            long pages = 0;
            long runs = 0;
            for (int word = 0; word < WORDS && blocks[block] != NONE; word++) {
                pages += Long.bitCount(blocks[block][word]);
                runs += Long.bitCount(starts(block, word));
            }
            pagesBefore[block + 1] = pagesBefore[block] + pages;
            runsBefore[block + 1] = runsBefore[block] + runs;
        }
    }

    private long[] block(long number) {
        return number < blocks.length ? blocks[(int) number] : NONE;
    }

    private static int word(long page) {
        return (int) (page >>> 6) & WORDS - 1;
    }
}
