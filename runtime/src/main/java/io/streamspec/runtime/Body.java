package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The body of a record, brought into memory as far as somebody asks for it. */
public interface Body {

    /** How many octets it has, padding not counted. */
    int length();

    /** Brings the first {@code octets} octets into {@link #buffer}, or all if there are fewer: where they start. */
    int load(long octets) throws IOException;

    /** The memory that {@link #load} filled. To be read only. */
    ByteBuffer buffer();

    /** The {@code length} octets of {@code b} at {@code at}, in memory already. */
    static Body of(ByteBuffer b, int at, int length) {
        return new MemoryBody().set(b, at, length);
    }
}
