package io.streamspec.tools.edit;

import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How records of libxc and libxl streams lie in them: a type and a length, the body, zeroes up to a multiple of 8. */
final class Records {

    /** The octets before the body. */
    static final int HEAD = 8;

    private static final long ALIGNMENT = 8;

    private Records() {}

    /** Where the current record ends, its padding included. */
    static long end(Level level) {
        RecordReader<?> reader = level.reader();
        long padding = isPadded(level) ? padding(reader.length()) : 0;
        return reader.bodyOffset() + reader.length() + padding;
    }

    private static boolean isPadded(Level level) {
        return !level.name().equals("suspend") && !level.name().equals("hvm");
    }

    /** Whether some of the stream's records may be skipped by readers. */
    static boolean areOptional(Level level) {
        return level.name().equals("libxc") || level.name().equals("libxl");
    }

    /** The zeroes behind a body of so many octets. */
    static int padding(long length) {
        return (int) (-length & ALIGNMENT - 1);
    }

    /** A record's type and length. */
    static ByteBuffer head(long type, long length, ByteOrder order) {
        return ByteBuffer.allocate(HEAD)
                .order(order)
                .putInt((int) type)
                .putInt((int) length)
                .flip();
    }
}
