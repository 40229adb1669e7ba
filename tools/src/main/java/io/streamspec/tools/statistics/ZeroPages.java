package io.streamspec.tools.statistics;

import io.streamspec.xen.libxc.LibxcReader;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Counts the pages of a batch that are zero from end to end, in the memory in which they arrive. */
final class ZeroPages {

    private static final int CHUNK = 64 * 1024;

    private final ByteBuffer zeroes = ByteBuffer.allocateDirect(CHUNK);

    /**
     * How many of the pages behind the first {@code skipped} octets of the record's body are zero.
     *
     * @param pageSize in octets
     */
    long count(LibxcReader reader, long skipped, long pageSize) throws IOException {
        long head = skipped;
        long left = pageSize;
        boolean isZero = true;
        long count = 0;
        for (ByteBuffer piece = reader.nextPiece(); piece.hasRemaining(); piece = reader.nextPiece()) {
            int passed = (int) Math.min(head, piece.remaining());
            head -= passed;
            int at = piece.position() + passed;
            int end = piece.limit();
            while (at < end) {
                int size = (int) Math.min(left, end - at);
                isZero = isZero && isZero(piece, at, size);
                at += size;
                left -= size;
                if (left == 0) {
                    count += isZero ? 1 : 0;
                    left = pageSize;
                    isZero = true;
                }
            }
        }
        return count;
    }

    private boolean isZero(ByteBuffer piece, int start, int size) {
        int limit = piece.limit();
        boolean isZero = true;
        for (int done = 0; isZero && done < size; done += CHUNK) {
            int part = Math.min(CHUNK, size - done);
            piece.limit(start + done + part).position(start + done);
            isZero = piece.mismatch(zeroes.position(0).limit(part)) < 0;
        }
        piece.limit(limit);
        return isZero;
    }
}
