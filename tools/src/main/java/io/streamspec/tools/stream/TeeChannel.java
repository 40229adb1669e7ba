package io.streamspec.tools.stream;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A channel, all of whose octets that are read are kept in another. */
final class TeeChannel implements ReadableByteChannel {

    private final ReadableByteChannel from;
    private final WritableByteChannel copy;

    TeeChannel(ReadableByteChannel from, WritableByteChannel copy) {
        this.from = from;
        this.copy = copy;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int start = target.position();
        int read = from.read(target);
        if (read > 0) {
            ByteBuffer octets = target.slice(start, read);
            while (octets.hasRemaining()) {
                copy.write(octets);
            }
        }
        return read;
    }

    @Override
    public boolean isOpen() {
        return from.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (copy) {
            from.close();
        }
    }
}
