package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** The octets of {@code digits}, two hexadecimal digits each: {@code 4c69} is two octets. */
    public static Octets hex(String digits) {
        return of(HexFormat.of().parseHex(digits));
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
    public static Array each(ByteBuffer b, int size) {
        int parts = Array.countIn(b, size);
        return new Array(b, b.position(), parts, size);
    }

    /** The {@code count} parts of {@code size} octets each in {@code b} at {@code at}, none copied. */
    public static Array each(ByteBuffer b, long at, long count, long size) {
        Room.slice(b, at, Math.multiplyExact(count, size));
        int parts = Math.toIntExact(count);
        return new Array(b, at, parts, size);
    }

    /** Octets many times over: parts of equal size, one behind the other in memory, or any. */
    public static final class Array extends Elements<Octets> {

        /**
         * {@code count} parts of {@code size} octets each, all of which {@code b} has at {@code at}, as the caller has
         * made sure. {@link #each} makes sure itself.
         */
        public Array(ByteBuffer b, long at, long count, long size) {
            this(b, at, count, size, null);
        }

        private Array(ByteBuffer b, long at, long count, long size, @Nullable List<Octets> scattered) {
            super(b, at, count, size, scattered);
        }

        /** {@code list} itself if it is such an array, else one of the same parts, none copied. */
        public static Array of(List<Octets> list) {
            if (list instanceof Array array) {
                return array;
            }
            List<Octets> parts = List.copyOf(Objects.requireNonNull(list, "list is null"));
            return new Array(EMPTY.memory, 0, parts.size(), 0, parts);
        }

        @Override
        public Octets get(int index) {
            return scattered == null ? super.get(index) : scattered.get(index);
        }

        @Override
        protected Octets at(ByteBuffer b, int at) {
            return new Octets(b, at, each);
        }

        /** Writes all to {@code b} at {@code at}, one behind the other; the position behind them. */
        public int put(ByteBuffer b, int at) {
            if (scattered == null) {
                return copy(b, at);
            }
            int position = at;
            for (Octets part : scattered) {
                position = part.put(b, position);
            }
            return position;
        }
    }

    /** The octets that {@code parts} have together. */
    public static long sum(Array parts) {
        List<Octets> scattered = parts.scattered;
        return scattered == null ? parts.octets() : Elements.octets(scattered, Octets::size);
    }

    /** Requires of a caller's {@code parts} that each has {@code size} octets. */
    public static void requireEach(String field, Array parts, long size) {
        if (parts.scattered == null && parts.each == size) {
            return;
        }
        for (Octets part : parts) {
            Require.octets(field, part.size(), size);
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

    /** All octets in hexadecimal, {@code 0x4c69}. */
    String digits() {
        return "0x" + HexFormat.of().formatHex(toByteArray());
    }

    /** The first octet that is another one in {@code other}; -1 if there is none. */
    int mismatch(Octets other) {
        return slice().mismatch(other.slice());
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
