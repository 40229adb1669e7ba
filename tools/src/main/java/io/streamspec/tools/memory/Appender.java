package io.streamspec.tools.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Writes little-endian numbers to a file, one behind the other, many at a time. */
final class Appender {

    private final FileChannel file;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024).order(ByteOrder.LITTLE_ENDIAN);
    private long start;

    Appender(FileChannel file) {
        this.file = file;
    }

    /** Goes on at this octet of the file. */
    Appender at(long octet) throws IOException {
        if (octet != start + buffer.position()) {
            flush();
            start = octet;
        }
        return this;
    }

    Appender u16(int value) throws IOException {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    Appender u32(long value) throws IOException {
        room(Integer.BYTES).putInt((int) value);
        return this;
    }

    Appender u64(long value) throws IOException {
        room(Long.BYTES).putLong(value);
        return this;
    }

    Appender octets(byte... octets) throws IOException {
        room(octets.length).put(octets);
        return this;
    }

    private ByteBuffer room(int size) throws IOException {
        if (buffer.remaining() < size) {
            flush();
        }
        return buffer;
    }

    /** Writes what has not been written yet. */
    void flush() throws IOException {
        buffer.flip();
        start += writeAll(file, buffer, start);
        buffer.clear();
    }

    /** Writes all octets of {@code octets} to this place of a file; how many these were. */
    static int writeAll(FileChannel file, ByteBuffer octets, long at) throws IOException {
        int size = octets.remaining();
        int written = 0;
        while (written < size) {
            written += file.write(octets, at + written);
        }
        return size;
    }
}
