package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Bodies that may be shorter than their structure, because earlier writers knew fewer fields: the octets that they lack
 * read as zero.
 */
public final class ZeroExtension {

    private ZeroExtension() {}

    /** A copy of the {@code length} octets of {@code b} at {@code at}, in its byte order, and zeroes up to {@code size} octets. */
    public static ByteBuffer octets(ByteBuffer b, int at, int length, int size) {
        Room.slice(b, at, length);
        ByteBuffer whole = ByteBuffer.allocate(size).order(b.order());
        whole.put(0, b, at, Math.min(length, size));
        return whole;
    }

    /** {@code body}, or if it has fewer octets than {@code size}, a copy that has them all. */
    public static Body of(Body body, int size) throws IOException {
        int length = body.length();
        if (length >= size) {
            return body;
        }
        int at = body.load(length);
        return Body.of(octets(body.buffer(), at, length, size), 0, size);
    }
}
