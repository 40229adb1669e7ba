package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Octets without inner structure: an immutable slice that compares by content. A slice made by {@link #view} shares the
 * memory under it and is good as long as that is not changed; {@link #toOwned} copies.
 */
public final class Octets {

    /** No octets. */
    public static final Octets EMPTY = zeroes(0);

    private static final int SHOWN = 16;

    private final ByteBuffer memory;
    private final int start;
    private final int size;

    private Octets(ByteBuffer memory, int start, int size) {
        this.memory = memory;
        this.start = start;
        this.size = size;
    }

    /** A copy of {@code octets}. */
    public static Octets of(byte... octets) {
        return new Octets(ByteBuffer.wrap(octets.clone()), 0, octets.length);
    }

    /** So many zero octets. */
    public static Octets zeroes(int size) {
        return new Octets(ByteBuffer.allocate(size), 0, size);
    }

    /** The octets of {@code b} from its position to its limit, not copied. */
    public static Octets view(ByteBuffer b) {
        return view(b, b.position(), b.remaining());
    }

    /** The {@code size} octets of {@code b} at {@code at}, not copied. */
    public static Octets view(ByteBuffer b, long at, long size) {
        Room.slice(b, at, size);
        return new Octets(b, (int) at, (int) size);
    }

    /**
     * The octets of {@code b} from its position to its limit in parts of {@code size} octets each, none copied: the pages
     * of a piece of memory, for one.
     *
     * @throws IllegalArgumentException if the last part would be shorter
     */
    public static Elements<Octets> each(ByteBuffer b, int size) {
        Require.that(size > 0 && b.remaining() % size == 0, b.remaining() + " octets are no multiple of " + size);
        return each(b, b.position(), b.remaining() / size, size);
    }

    /** The {@code count} parts of {@code size} octets each in {@code b} at {@code at}, none copied. */
    public static Elements<Octets> each(ByteBuffer b, long at, long count, long size) {
        Room.slice(b, at, Math.multiplyExact(count, size));
        int parts = Math.toIntExact(count);
        return new Parts(b, at, parts, size);
    }

    /** Parts of equal size, one behind the other. */
    private static final class Parts extends Elements<Octets> {
        Parts(ByteBuffer b, long at, long count, long size) {
            super(b, at, count, size);
        }

        @Override
        protected Octets at(ByteBuffer b, int at) {
            return new Octets(b, at, each);
        }
    }

    /** The octets that {@code parts} have together. */
    public static long sum(List<Octets> parts) {
        return parts instanceof Parts even ? even.octets() : Elements.octets(parts, Octets::size);
    }

    /** Writes {@code parts} to {@code b} at {@code at}, one behind the other; the position behind them. */
    public static int putAll(List<Octets> parts, ByteBuffer b, int at) {
        if (parts instanceof Parts even) {
            b.put(at, even.memory, even.start, even.octets());
            return at + even.octets();
        }
        int position = at;
        for (Octets part : parts) {
            position = part.put(b, position);
        }
        return position;
    }

    /** Requires of a caller's {@code parts} that each has {@code size} octets. */
    public static void requireEach(String field, List<Octets> parts, long size) {
        if (parts instanceof Parts even && even.each == size) {
            return;
        }
        for (Octets part : parts) {
            Require.extent(field, part.size(), size);
        }
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The octet at {@code index}, 0 to 255. */
    public int get(int index) {
        return Byte.toUnsignedInt(memory.get(start + Objects.checkIndex(index, size)));
    }

    /** A read-only buffer over the octets, not copied, from its position 0 to its limit. */
    public ByteBuffer asByteBuffer() {
        return memory.slice(start, size).asReadOnlyBuffer();
    }

    /** A copy of the octets. */
    public byte[] toByteArray() {
        byte[] copy = new byte[size()];
        memory.get(start, copy);
        return copy;
    }

    /** The same octets in memory of their own. */
    public Octets toOwned() {
        return new Octets(ByteBuffer.wrap(toByteArray()), 0, size);
    }

    /** Writes the octets to {@code b} at {@code at}; the position behind them. */
    public int put(ByteBuffer b, int at) {
        b.put(at, memory, start, size);
        return at + size;
    }

    /** Writes {@code size} zero octets to {@code b} at {@code at}; the position behind them. */
    public static int putZeroes(ByteBuffer b, int at, long size) {
        int end = Math.toIntExact(at + size);
        int position = at;
        for (; end - position >= Long.BYTES; position += Long.BYTES) {
            b.putLong(position, 0);
        }
        if ((size & Integer.BYTES) != 0) {
            b.putInt(position, 0);
            position += Integer.BYTES;
        }
        if ((size & Short.BYTES) != 0) {
            b.putShort(position, (short) 0);
            position += Short.BYTES;
        }
        if ((size & Byte.BYTES) != 0) {
            b.put(position, (byte) 0);
        }
        return end;
    }

    private ByteBuffer slice() {
        return memory.slice(start, size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && slice().equals(octets.slice());
    }

    @Override
    public int hashCode() {
        return slice().hashCode();
    }

    /** The number of octets and the first of them in hexadecimal. */
    @Override
    public String toString() {
        byte[] first = new byte[Math.min(SHOWN, size())];
        memory.get(start, first);
        String hex = HexFormat.of().formatHex(first) + (size() > SHOWN ? "..." : "");
        return size() + (size() == 1 ? " octet" : " octets") + (hex.isEmpty() ? "" : " 0x" + hex);
    }
}
