package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/**
 * The octets of a stream on their way to a file, channel or pipe, gathered so that few, large writes are made. What
 * encodes them works in place. Not for use by several threads.
 */
public final class RecordOutput implements Closeable {

    private static final int CAPACITY = 256 * 1024;
    private static final int SMALLEST_STRAIGHT = 64 * 1024;
    private static final long LARGEST_KEPT = 8 * 1024 * 1024;

    private final WritableByteChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(CAPACITY);
    private long offset;

    private RecordOutput(WritableByteChannel channel) {
        this.channel = channel;
    }

    /** Writes octets in place. */
    @FunctionalInterface
    public interface Encoder {
        /** Writes to {@code b} at {@code at}; the position behind the last octet written. */
        int encode(ByteBuffer b, int at) throws IOException;
    }

    /** Into a file, which is made, or emptied if it is there. */
    public static RecordOutput create(Path path) throws IOException {
        return new RecordOutput(FileChannel.open(
                Objects.requireNonNull(path, "path is null"),
                StandardOpenOption.WRITE,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING));
    }

    /**
     * Into a blocking channel.
     *
     * @throws IllegalBlockingModeException if it does not block
     */
    public static RecordOutput to(WritableByteChannel channel) {
        Objects.requireNonNull(channel, "channel is null");
        if (channel instanceof SelectableChannel selectable && !selectable.isBlocking()) {
            throw new IllegalBlockingModeException();
        }
        return new RecordOutput(channel);
    }

    /** Into a stream. */
    public static RecordOutput to(OutputStream stream) {
        return new RecordOutput(Channels.newChannel(Objects.requireNonNull(stream, "stream is null")));
    }

    /** How many octets were put so far: the offset of the next one. */
    public long offset() {
        return offset;
    }

    /** Takes the {@code size} octets that {@code encoder} writes, all or, if it fails, none. */
    public void put(long size, ByteOrder order, Encoder encoder) throws IOException {
        Objects.requireNonNull(encoder, "encoder is null");
        ByteBuffer room = room(size, Objects.requireNonNull(order, "order is null"));
        take(size, encoder.encode(room, at()));
    }

    /** Memory for {@code size} octets from {@link #at} on; of what is written there, nothing is put before {@link #take}. */
    ByteBuffer room(long size, ByteOrder order) throws IOException {
        makeRoom(size);
        return buffer.order(order);
    }

    /** Where in {@link #room} the next octet belongs. */
    int at() {
        return buffer.position();
    }

    /** Puts the {@code size} octets that were written to {@link #room}, and that have to end at {@code end}. */
    void take(long size, int end) throws IOException {
        requireSize(size, end - buffer.position());
        buffer.position(end);
        offset += size;
        if (buffer.position() >= CAPACITY) {
            flush();
        }
    }

    /** Takes {@code size} octets of {@code source} at {@code at}; many go straight to the channel. */
    void put(ByteBuffer source, int at, int size) throws IOException {
        requireOpen();
        boolean fits = size <= buffer.remaining();
        if (!fits) {
            flush();
        }
        if (fits || size < SMALLEST_STRAIGHT) {
            buffer.put(buffer.position(), source, at, size);
            buffer.position(buffer.position() + size);
        } else {
            drain(source.slice(at, size));
        }
        offset += size;
    }

    /** Hands all octets to the channel. */
    public void flush() throws IOException {
        buffer.flip();
        try {
            drain(buffer);
        } finally {
            buffer.compact();
        }
    }

    /** Forgets what has not been handed to the channel. */
    void drop() {
        buffer.clear();
    }

    /** Flushes, and closes the channel under it. */
    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }

    /** A record larger than the buffer makes it grow, so that there is still one write, and nothing is copied twice. */
    private void makeRoom(long size) throws IOException {
        requireOpen();
        if (size <= buffer.remaining()) {
            return;
        }
        flush();
        if (size > buffer.capacity()) {
            buffer = ByteBuffer.allocateDirect(Math.toIntExact(Math.max(size, Math.min(2 * size, LARGEST_KEPT))));
        } else if (buffer.capacity() > LARGEST_KEPT) {
            buffer = ByteBuffer.allocateDirect((int) LARGEST_KEPT);
            makeRoom(size);
        }
    }

    private void requireOpen() throws ClosedChannelException {
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
    }

    private void drain(ByteBuffer octets) throws IOException {
        while (octets.hasRemaining()) {
            channel.write(octets);
        }
    }

    private static void requireSize(long expected, long written) {
        if (written != expected) {
            throw new IllegalStateException("encoded " + written + " octets instead of " + expected);
        }
    }
}
