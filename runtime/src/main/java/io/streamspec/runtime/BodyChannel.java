package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The body of a reader's current record as a channel, which takes it piece by piece. */
final class BodyChannel implements ReadableByteChannel {

    private final RecordCursor<?> cursor;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    BodyChannel(RecordCursor<?> cursor) {
        this.cursor = cursor;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (!piece.hasRemaining()) {
            piece = cursor.nextPiece();
        }
        if (!piece.hasRemaining()) {
            return -1;
        }
        int size = Math.min(target.remaining(), piece.remaining());
        target.put(target.position(), piece, piece.position(), size);
        target.position(target.position() + size);
        piece.position(piece.position() + size);
        return size;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** Closes nothing: the body belongs to the reader. */
    @Override
    public void close() {}
}
