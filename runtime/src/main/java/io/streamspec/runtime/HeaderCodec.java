package io.streamspec.runtime;

import java.nio.ByteBuffer;

/**
 * How a header is read and checked. A class, and no functions: a program that reads one file and ends spends more time on
 * its first lambda than on its headers.
 */
public abstract class HeaderCodec<H> implements HeaderCheck {

    /** For a class of its own for each header. */
    protected HeaderCodec() {}

    /** Decodes the header, which begins at {@code at} and has {@code length} octets or, as long as some are missing, more. */
    public abstract H decode(ByteBuffer b, int at, int length);

    /** The octets that it takes. */
    public abstract long size(H header);
}
