package io.streamspec.tools.stream;

import io.streamspec.runtime.RecordInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The octets of an input as Java's streams want them. */
final class RecordInputStream extends InputStream {

    private static final int MOST = 64 * 1024;

    private final RecordInput input;

    RecordInputStream(RecordInput input) {
        this.input = input;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int at, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        ByteBuffer next = input.peekSome(Math.min(most, MOST));
        int size = next.remaining();
        if (size == 0) {
            return -1;
        }
        next.get(target, at, size);
        input.skip("packed octets", size);
        return size;
    }

    /** Whether there are more, for which it waits: behind one packed stream there may be another. */
    @Override
    public int available() throws IOException {
        return input.isAtEnd() ? 0 : 1;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
