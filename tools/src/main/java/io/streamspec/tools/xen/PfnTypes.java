package io.streamspec.tools.xen;

import java.util.Arrays;

/** The latest type of each page of a PV guest, in an octet each, as far as a bounded amount of memory goes. */
final class PfnTypes {

    /** A page that there has been nothing of. */
    static final int UNKNOWN = -1;

    /** A page about which nothing is known because there are too many. */
    static final int FULL = -2;

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int MOST_CHUNKS = 512;

    /** Of each page its type, and whether there is one. */
    private byte[][] chunks = {};

    private int used;

    /** @param pfn below 2^32 */
    void set(long pfn, int type) {
        int chunk = (int) (pfn >>> CHUNK_BITS);
        if (chunk >= chunks.length) {
            chunks = Arrays.copyOf(chunks, Math.max(chunk + 1, 2 * chunks.length));
        }
        if (chunks[chunk] == null) {
            if (used == MOST_CHUNKS) {
                return;
            }
            used++;
            chunks[chunk] = new byte[CHUNK];
        }
        chunks[chunk][(int) (pfn & CHUNK - 1)] = (byte) (type + 1);
    }

    int get(long pfn) {
        int chunk = (int) (pfn >>> CHUNK_BITS);
        if (chunk >= chunks.length || chunks[chunk] == null) {
            return used == MOST_CHUNKS ? FULL : UNKNOWN;
        }
        return chunks[chunk][(int) (pfn & CHUNK - 1)] - 1;
    }
}
