package io.streamspec.runtime;

import java.nio.ByteBuffer;

/** A body that lies in memory; one object can stand for one after the other. */
final class MemoryBody implements Body {

    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Makes it stand for the {@code octets} octets of {@code b} at {@code at}. This. */
    MemoryBody set(ByteBuffer b, int at, int octets) {
        Room.slice(b, at, octets);
        buffer = b;
        start = at;
        length = octets;
        return this;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int load(long octets) {
        return start;
    }

    @Override
    public ByteBuffer buffer() {
        return buffer;
    }
}
