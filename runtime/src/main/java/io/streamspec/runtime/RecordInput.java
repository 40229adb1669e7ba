package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a stream from a file, channel, pipe or memory, in bounded memory. Reads whole pages at page-aligned
 * places, which is several times faster than reading at odd ones, and never more than was asked for has to be waited
 * for. Blocking channels only; not for use by several threads.
 */
public final class RecordInput implements Closeable {

    private static final int PAGE = 4096;
    private static final int CAPACITY = 256 * 1024;
    private static final int LARGEST_READ = 1024 * 1024;
    private static final int LARGEST_BUFFER = Integer.MAX_VALUE - 64 * 1024;
    private static final int SMALLEST_SEEK = 64 * 1024;
    private static final int AHEAD_OF_SEEK = 4 * PAGE;

    private final @Nullable ReadableByteChannel channel;
    private final @Nullable SeekableByteChannel file;
    private ByteBuffer buffer;
    private int from;
    private int to;
    private long offset;
    private int ahead = CAPACITY;
    private int proven = CAPACITY;
    private boolean closed;

    private RecordInput(@Nullable ReadableByteChannel channel, ByteBuffer buffer, int from, int to) throws IOException {
        this.channel = channel;
        this.file = channel instanceof SeekableByteChannel seekable && canSeek(seekable) ? seekable : null;
        this.buffer = buffer;
        this.from = from;
        this.to = to;
    }

    /** The octets of a file. */
    public static RecordInput open(Path path) throws IOException {
        Objects.requireNonNull(path, "path is null");
        if (isFolder(path)) {
            throw new FileSystemException(path.toString(), null, "Is a directory"); // reading would not say the path
        }
        return from(FileChannel.open(path, StandardOpenOption.READ));
    }

    private static boolean isFolder(Path path) throws IOException {
        return path.getFileSystem()
                .provider()
                .readAttributes(path, BasicFileAttributes.class)
                .isDirectory();
    }

    /**
     * The octets of a blocking channel from where it stands.
     *
     * @throws IllegalBlockingModeException if it does not block
     */
    public static RecordInput from(ReadableByteChannel channel) throws IOException {
        Objects.requireNonNull(channel, "channel is null");
        if (channel instanceof SelectableChannel selectable && !selectable.isBlocking()) {
            throw new IllegalBlockingModeException();
        }
        return new RecordInput(
                channel, ByteBuffer.allocateDirect(CAPACITY + 2 * PAGE).alignedSlice(PAGE), 0, 0);
    }

    /** The octets of a stream from where it stands. */
    public static RecordInput from(InputStream stream) throws IOException {
        return from(Channels.newChannel(Objects.requireNonNull(stream, "stream is null")));
    }

    /** The octets of {@code memory} from its position to its limit, where they lie: nothing is copied. */
    public static RecordInput of(ByteBuffer memory) throws IOException {
        ByteBuffer slice = Objects.requireNonNull(memory, "memory is null").slice();
        return new RecordInput(null, slice, 0, slice.limit());
    }

    /** Counts the octets from {@code first} on instead of 0, as those of a part of a larger stream. This. */
    public RecordInput startingAt(long first) {
        Require.that(first >= 0, "no offset: ", first);
        offset = first;
        return this;
    }

    /** How many octets were taken so far. */
    public long offset() {
        return offset;
    }

    /** Whether no octet is left. Waits for one. */
    public boolean isAtEnd() throws IOException {
        return available(1) == 0;
    }

    /** Whether octets are left that can be had without waiting for them. */
    public boolean hasAtHand() throws IOException {
        return to > from || file != null && !isAtEnd();
    }

    /** Whether the octets lie in memory and stay there, so that what was taken of them may be kept. */
    boolean isMemory() {
        return channel == null;
    }

    /** Sets the byte order of {@link #buffer}. */
    void order(ByteOrder order) {
        buffer.order(order);
    }

    /** The memory that holds the octets that {@link #require} waited for. */
    ByteBuffer buffer() {
        return buffer;
    }

    /**
     * Waits for the next {@code size} octets, which must fit, and takes none: where they start in {@link #buffer}.
     *
     * @param what what they are, for the message if they are not there
     * @throws FormatException if the stream ends before
     */
    int require(String what, int size) throws IOException {
        int available = available(size);
        if (available < size) {
            throw FormatException.truncated(what, offset, size - available, size);
        }
        return from;
    }

    /** The same for any {@code size}: the buffer grows if it must. More may be there then: {@link #atHand}. */
    int requireAny(String what, int size) throws IOException {
        if (!fits(size)) {
            int room = Math.toIntExact(Math.min(LARGEST_BUFFER, Math.max(size, 2L * buffer.capacity())));
            ByteBuffer larger = ByteBuffer.allocateDirect(room + PAGE).order(buffer.order());
            larger.put(0, buffer, from, to - from);
            to -= from;
            from = 0;
            buffer = larger;
        }
        return require(what, size);
    }

    /** How many octets have been read and not been taken. */
    int atHand() {
        return to - from;
    }

    /** How many of the next {@code most} octets can be had at once; waits for one. */
    int some(String what, int most) throws IOException {
        int available = available(1);
        if (available == 0) {
            throw FormatException.truncated(what, offset, most, most);
        }
        return Math.min(available, most);
    }

    /** Takes octets that {@link #require} waited for. */
    void consume(int size) {
        from += size;
        offset += size;
    }

    /** Shows the next {@code size} octets, in this byte order, good until the next call; takes none. */
    public ByteBuffer peek(String what, int size, ByteOrder order) throws IOException {
        Objects.requireNonNull(order, "order is null");
        if (!fits(size)) {
            throw new IllegalArgumentException(what + ": " + size + " octets at once are too many");
        }
        return buffer.slice(require(what, size), size).order(order);
    }

    /** Shows the next octets, {@code most} or as many as there are, good until the next call; takes none. */
    public ByteBuffer peekUpTo(int most) throws IOException {
        Require.that(fits(most), "too many octets at once: ", most);
        int size = Math.min(most, available(most));
        return buffer.slice(from, size);
    }

    /** Shows the next octets, {@code most} or as many as can be had at once; waits for one. None is left when it is empty. */
    public ByteBuffer peekSome(int most) throws IOException {
        int size = Math.min(most, available(1));
        return buffer.slice(from, size);
    }

    /**
     * The order in which the {@code octets} octets, {@code at} octets from here, are {@code mark}; little-endian where they
     * are not there, or are it in neither order. Takes none.
     */
    ByteOrder orderOf(int at, int octets, long mark) throws IOException {
        int size = at + octets;
        boolean isBig = fits(size) && available(size) >= size && BigEndian.number(buffer, from + at, octets) == mark;
        return isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** Whether {@link #require} can wait for so many octets at once. */
    boolean fits(long size) {
        return channel == null || size <= buffer.capacity() - PAGE;
    }

    /**
     * Takes the next {@code size} octets into memory of their own, which grows as they arrive: a size that lies takes no
     * more memory than twice the octets that the stream has. What is no longer than an earlier one is not doubted.
     */
    ByteBuffer takeOwned(String what, int size, ByteOrder order) throws IOException {
        requireRoom(what, size);
        ByteBuffer owned = ByteBuffer.allocate(file != null ? size : Math.min(size, proven));
        while (true) {
            readInto(owned, what, size);
            if (owned.position() == size) {
                proven = Math.max(proven, size);
                return owned.flip().order(order);
            }
            long more = Math.min(size, 2L * owned.capacity());
            owned = ByteBuffer.allocate((int) more).put(owned.flip());
        }
    }

    /** Passes over {@code size} octets, all of which must be there. Seeks if the channel can and it is worth it. */
    public void skip(String what, long size) throws IOException {
        if (size <= to - from) {
            consume((int) size);
            return;
        }
        long left = size - takeBuffered(size);
        if (left > SMALLEST_SEEK && file != null) {
            requireRoom(what, left);
            file.position(file.position() + left);
            offset += left;
            ahead = AHEAD_OF_SEEK; // whoever seeks once will seek again: no more is read than is likely to be asked for
            return;
        }
        while (left > 0) {
            int available = available(1);
            if (available == 0) {
                throw FormatException.truncated(what, offset, left, size);
            }
            left -= takeBuffered(left);
        }
    }

    /** Takes {@code size} octets and puts them out as they are. */
    void transfer(String what, long size, RecordOutput output) throws IOException {
        long left = size;
        while (left > 0) {
            if (available(1) == 0) {
                throw FormatException.truncated(what, offset, left, size);
            }
            int part = (int) Math.min(left, to - from);
            output.put(buffer, from, part);
            consume(part);
            left -= part;
        }
    }

    /** Closes the channel under it. */
    @Override
    public void close() throws IOException {
        closed = true;
        from = to; // what was read ahead, or lies in memory, is gone with it
        if (channel != null) {
            channel.close();
        }
    }

    private void requireOpen() throws ClosedChannelException {
        if (closed) {
            throw new ClosedChannelException();
        }
    }

    /** Pipes and devices come as files too, but have no place to go to, or no size. */
    private static boolean canSeek(SeekableByteChannel channel) throws IOException {
        try {
            return channel.position() < channel.size();
        } catch (ClosedChannelException e) {
            throw e; // also if the thread was interrupted
        } catch (IOException e) {
            return false;
        }
    }

    /** Requires of a file or memory that it has {@code size} more octets; of a pipe, that shows when they are read. */
    void requireRoom(String what, long size) throws IOException {
        if (isMemory()) {
            require(what, (int) size);
        } else if (file != null) {
            long room = file.size() - file.position() + (to - from);
            if (size > room) {
                throw FormatException.truncated(what, offset, size - Math.max(0, room), size);
            }
        }
    }

    /** Fills {@code target}, from the buffer first, then straight from the channel. */
    private void readInto(ByteBuffer target, String what, int size) throws IOException {
        int buffered = Math.min(target.remaining(), to - from);
        target.put(target.position(), buffer, from, buffered);
        target.position(target.position() + buffered);
        consume(buffered);
        while (target.hasRemaining()) {
            int end = target.limit();
            target.limit(Math.min(end, target.position() + LARGEST_READ));
            int read = read(target);
            target.limit(end);
            if (read < 0) {
                throw FormatException.truncated(what, offset, size - target.position(), size);
            }
            offset += read;
        }
    }

    private int takeBuffered(long most) {
        int size = (int) Math.min(most, to - from);
        consume(size);
        return size;
    }

    /** Waits until {@code size} octets are buffered or the stream ends; how many there are. */
    private int available(int size) throws IOException {
        return to - from >= size ? to - from : fill(size);
    }

    private int fill(int size) throws IOException {
        requireOpen();
        if (channel == null) {
            return to - from;
        }
        makeRoom(size);
        buffer.limit(Math.min(buffer.capacity(), to + Math.max(ahead, size))).position(to);
        ahead = Math.min(CAPACITY, 2 * ahead);
        while (to - from < size && read(buffer) >= 0) {
            to = buffer.position();
        }
        buffer.clear();
        return to - from;
    }

    private int read(ByteBuffer target) throws IOException {
        requireOpen();
        return channel == null ? -1 : channel.read(target);
    }

    /** Moves what is left so that it ends at a page's start, if the room behind it does not do. */
    private void makeRoom(int size) {
        int left = to - from;
        if (left > 0 && buffer.capacity() - from >= size) {
            return;
        }
        int start = (PAGE - left % PAGE) % PAGE;
        buffer.put(start, buffer, from, left);
        from = start;
        to = start + left;
    }
}
