package io.streamspec.tools.memory;

import io.streamspec.xen.libxc.LibxcReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The body of the record on which a reader stands, octet by octet and from the memory in which it arrives. */
final class BodyPieces {

    private final LibxcReader reader;
    private ByteBuffer piece = ByteBuffer.allocate(0);

    BodyPieces(LibxcReader reader) {
        this.reader = reader;
    }

    /** Passes over octets. */
    void skip(long octets) throws IOException {
        for (long left = octets; left > 0; ) {
            left -= next(left).remaining();
        }
    }

    /** Writes the next octets to this place of a file. */
    void transfer(long octets, FileChannel file, long at) throws IOException {
        for (long done = 0; done < octets; ) {
            done += Appender.writeAll(file, next(octets - done), at + done);
        }
    }

    /** Fills {@code target} with the next octets. */
    void fill(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            target.put(next(target.remaining()));
        }
    }

    /** Takes the next octets, {@code most} or as many as are in memory. */
    private ByteBuffer next(long most) throws IOException {
        if (!piece.hasRemaining()) {
            piece = reader.nextPiece();
            if (!piece.hasRemaining()) {
                throw new IOException("the stream is another one than it was");
            }
        }
        int size = (int) Math.min(most, piece.remaining());
        ByteBuffer octets = piece.slice(piece.position(), size);
        piece.position(piece.position() + size);
        return octets;
    }
}
