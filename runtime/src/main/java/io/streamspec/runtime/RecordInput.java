package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The octets of a stream from a file, channel or pipe, in bounded memory. Reads whole pages at page-aligned places,
 * which is several times faster than reading at odd ones, and never more than was asked for has to be waited for.
 * Blocking channels only; not for use by several threads.
 */
public final class RecordInput implements Closeable {

    private static final int PAGE = 4096;
    private static final int CAPACITY = 256 * 1024;
    private static final int LARGEST_READ = 1024 * 1024;
    private static final int SMALLEST_SEEK = 64 * 1024;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(CAPACITY + 2 * PAGE).alignedSlice(PAGE);
    private int from;
    private int to;
    private long offset;

    private RecordInput(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** The octets of a file. */
    public static RecordInput open(Path path) throws IOException {
        return new RecordInput(FileChannel.open(path, StandardOpenOption.READ));
    }

    /** The octets of a channel from where it stands. */
    public static RecordInput from(ReadableByteChannel channel) {
        return new RecordInput(channel);
    }

    /** The octets of a stream from where it stands. */
    public static RecordInput from(InputStream stream) {
        return new RecordInput(Channels.newChannel(stream));
    }

    /** How many octets were taken so far: the offset of the next one. */
    public long offset() {
        return offset;
    }

    /** Whether no octet is left. Waits for one. */
    public boolean isAtEnd() throws IOException {
        return available(1) == 0;
    }

    /**
     * Takes the next {@code size} octets: a view of them, good until the next call, in this byte order.
     *
     * @param what what they are, for the message if they are not there
     * @throws FormatException if the stream ends before
     */
    public ByteBuffer take(String what, int size, ByteOrder order) throws IOException {
        ByteBuffer view = peek(what, size, order);
        consume(size);
        return view;
    }

    /** Shows the next {@code size} octets without taking them, as {@link #take} does. */
    public ByteBuffer peek(String what, int size, ByteOrder order) throws IOException {
        if (size > CAPACITY) {
            throw new IllegalArgumentException(what + ": " + size + " octets at once are too many");
        }
        int available = available(size);
        if (available < size) {
            throw FormatException.truncated(what, offset, size - available);
        }
        return buffer.slice(from, size).order(order);
    }

    /** Whether {@link #take} can take so many octets at once. */
    static boolean fits(long size) {
        return size <= CAPACITY;
    }

    /**
     * Takes the next {@code size} octets into memory of their own, which grows as they arrive: a size that lies takes no
     * more memory than the stream has octets.
     */
    public ByteBuffer takeOwned(String what, int size, ByteOrder order) throws IOException {
        ByteBuffer owned = ByteBuffer.allocate(Math.min(size, CAPACITY));
        while (true) {
            readInto(owned, what, size);
            if (owned.position() == size) {
                return owned.flip().order(order);
            }
            long more = Math.min(size, 2L * owned.capacity());
            owned = ByteBuffer.allocate((int) more).put(owned.flip());
        }
    }

    /** Passes over {@code size} octets, all of which must be there. Seeks if the channel can and it is worth it. */
    public void skip(String what, long size) throws IOException {
        long left = size - consume((int) Math.min(size, to - from));
        if (left > SMALLEST_SEEK && channel instanceof SeekableByteChannel file) {
            long room = file.size() - file.position();
            if (left > room) {
                throw FormatException.truncated(what, offset, left - Math.max(0, room));
            }
            file.position(file.position() + left);
            offset += left;
            return;
        }
        while (left > 0) {
            int available = available(1);
            if (available == 0) {
                throw FormatException.truncated(what, offset, left);
            }
            left -= consume((int) Math.min(left, available));
        }
    }

    /** Closes the channel under it. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Fills {@code target}, from the buffer first, then straight from the channel. */
    private void readInto(ByteBuffer target, String what, int size) throws IOException {
        int buffered = Math.min(target.remaining(), to - from);
        target.put(target.position(), buffer, from, buffered);
        target.position(target.position() + consume(buffered));
        while (target.hasRemaining()) {
            int end = target.limit();
            target.limit(Math.min(end, target.position() + LARGEST_READ));
            int read = channel.read(target);
            target.limit(end);
            if (read < 0) {
                throw FormatException.truncated(what, offset, size - target.position());
            }
            offset += read;
        }
    }

    private int consume(int size) {
        from += size;
        offset += size;
        return size;
    }

    /** Waits until {@code size} octets are buffered or the stream ends; how many there are. */
    private int available(int size) throws IOException {
        if (to - from < size) {
            makeRoom(size);
            buffer.limit(buffer.capacity()).position(to);
            while (to - from < size && channel.read(buffer) >= 0) {
                to = buffer.position();
            }
            buffer.clear();
        }
        return to - from;
    }

    /** Moves what is left so that it ends at a page's start, if the room behind it does not do. */
    private void makeRoom(int size) {
        int left = to - from;
        if (left > 0 && buffer.capacity() - from >= size) {
            return;
        }
        int start = (PAGE - left % PAGE) % PAGE;
        buffer.put(start, buffer.slice(from, left), 0, left);
        from = start;
        to = start + left;
    }
}
