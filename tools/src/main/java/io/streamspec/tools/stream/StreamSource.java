package io.streamspec.tools.stream;

import io.streamspec.runtime.RecordInput;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A stream that somebody named: a file, {@code -} for standard input, or the address of a {@link Sockets socket}; unpacked
 * if it is packed. Use {@link #input} once.
 */
public final class StreamSource implements Closeable {

    private final String name;
    private final RecordInput input;
    private final Packing packing;
    private final long size;
    private final boolean isSocket;

    private StreamSource(String name, RecordInput input, Packing packing, long size, boolean isSocket) {
        this.name = name;
        this.input = input;
        this.packing = packing;
        this.size = size;
        this.isSocket = isSocket;
    }

    /** Opens the stream of this name. */
    public static StreamSource open(String name) throws IOException {
        return open(name, channel(name));
    }

    /** The same, all of whose octets that are read go to {@code copy} too, packed as they are; closes both in the end. */
    public static StreamSource open(String name, WritableByteChannel copy) throws IOException {
        try {
            return open(name, new TeeChannel(channel(name), copy));
        } catch (IOException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /** Whether the stream of this name can be read as often as one likes, and is the same each time. */
    public static boolean isRepeatable(String name) {
        return !name.equals("-") && !Sockets.isAddress(name) && Files.isRegularFile(Path.of(name));
    }

    private static StreamSource open(String name, ReadableByteChannel channel) throws IOException {
        try {
            long size = channel instanceof FileChannel file && !name.equals("-") ? file.size() : -1;
            boolean isSocket = channel instanceof SelectableChannel || Sockets.isAddress(name);
            RecordInput input = RecordInput.from(channel);
            Packing packing = Packing.of(input.peekUpTo(Format.RECOGNISED_BY));
            if (packing != Packing.NONE) {
                return new StreamSource(name, unpacked(name, packing, input), packing, -1, isSocket);
            }
            return new StreamSource(name, input, packing, size > 0 ? size : -1, isSocket);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** A stream that lies in memory, from the buffer's position to its limit, unpacked. */
    public static StreamSource of(String name, ByteBuffer memory) throws IOException {
        return new StreamSource(name, RecordInput.of(memory), Packing.NONE, memory.remaining(), false);
    }

    private static ReadableByteChannel channel(String name) throws IOException {
        if (name.equals("-")) {
            return new FileInputStream(FileDescriptor.in).getChannel();
        }
        ReadableByteChannel socket = Sockets.open(name);
        if (socket != null) {
            return socket;
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new FileSystemException(name.isEmpty() ? "''" : name, null, "is a folder, not a stream");
        }
        return FileChannel.open(path, StandardOpenOption.READ);
    }

    private static RecordInput unpacked(String name, Packing packing, RecordInput input) throws IOException {
        try {
            InputStream octets = packing.unpack(new RecordInputStream(input));
            return RecordInput.from(new UnpackedChannel(octets, packing, name));
        } catch (EOFException e) {
            throw new DamagedException(name + ": the " + packing + " file breaks off");
        }
    }

    /** The name as it was given. */
    public String name() {
        return name;
    }

    /** The octets, unpacked. */
    public RecordInput input() {
        return input;
    }

    /** How it was packed. */
    public Packing packing() {
        return packing;
    }

    /** How many octets there are, unpacked; negative if that is not known. */
    public long size() {
        return size;
    }

    /** What it is; null if that is not known. */
    public @Nullable Format format() throws IOException {
        ByteBuffer start = input.peekUpTo(Format.RECOGNISED_BY);
        return Format.of(start);
    }

    /**
     * What it is.
     *
     * @throws DamagedException if that is nothing known
     */
    public Format requireFormat() throws IOException {
        Format format = format();
        if (format == null) {
            throw new DamagedException(name + ": " + Format.unknown(input.peekUpTo(Format.RECOGNISED_BY)));
        }
        return format;
    }

    /**
     * Goes through the stream, and through those inside of it.
     *
     * @throws UnwalkableException if nobody can, with the stream's name
     */
    public void walk(StreamVisitor visitor) throws IOException {
        try {
            new StreamWalk(visitor).walk(input, requireFormat());
        } catch (UnwalkableException e) {
            throw e.in(name);
        }
    }

    /** What is wrong with the stream of this name, without the name before it. */
    public static String withoutName(String name, IOException fault) {
        String text = String.valueOf(fault.getMessage());
        return text.startsWith(name + ": ") ? text.substring(name.length() + 2) : text;
    }

    /** Whether it comes from somebody who may be waiting for an answer, so that its end is not to be waited for. */
    public boolean isSocket() {
        return isSocket;
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
