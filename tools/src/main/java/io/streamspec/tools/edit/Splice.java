package io.streamspec.tools.edit;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/**
 * Puts a stream together from ranges of a file, which are copied without being looked at, and from octets in memory. What is
 * next to each other is copied at once.
 */
final class Splice {

    private final FileChannel source;
    private final WritableByteChannel target;
    private long from;
    private long to;

    /** Copies from {@code source} to {@code target}, from where that stands. */
    Splice(FileChannel source, WritableByteChannel target) {
        this.source = source;
        this.target = target;
    }

    /** The octets of the source from {@code start} on, up to {@code end}. */
    void keep(long start, long end) throws IOException {
        if (start != to) {
            flush();
            from = start;
        }
        to = end;
    }

    /** These octets, from the buffer's position to its limit. */
    void put(ByteBuffer octets) throws IOException {
        flush();
        while (octets.hasRemaining()) {
            target.write(octets);
        }
    }

    /** All octets of another file. */
    void append(FileChannel other, long size) throws IOException {
        flush();
        copy(other, 0, size);
    }

    /** Copies what is still to be copied. */
    void flush() throws IOException {
        copy(source, from, to);
        from = to;
    }

    private void copy(FileChannel file, long start, long end) throws IOException {
        long at = start;
        while (at < end) {
            long copied = file.transferTo(at, end - at, target);
            if (copied <= 0) {
                throw new EOFException("the file ends at octet " + at + ", while it is being copied");
            }
            at += copied;
        }
    }
}
