package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Unsigned integers of 1 to 8 octets each, by index; immutable, compared by value whatever their width and order. Those
 * made by {@link #view} share the memory under them and are good as long as that is not changed.
 */
public final class Scalars {

    /** No integers. */
    public static final Scalars EMPTY = of();

    private static final int SHOWN = 16;

    private final ByteBuffer memory;
    private final int start;
    private final int size;
    private final int width;
    private final boolean big;

    private Scalars(ByteBuffer memory, int start, int size, int width, boolean big) {
        this.memory = memory;
        this.start = start;
        this.size = size;
        this.width = width;
        this.big = big;
    }

    /** These integers; negative ones stand for those from 2<sup>63</sup> on. */
    public static Scalars of(long... values) {
        return new Scalars(octets(values), 0, values.length, Long.BYTES, true);
    }

    /** The octets of {@code values}, 8 each, the most significant first. */
    public static ByteBuffer octets(long... values) {
        ByteBuffer copy = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES));
        copy.asLongBuffer().put(values);
        return copy;
    }

    /** The {@code count} integers of {@code width} octets in {@code b} at {@code at}, in this order, not copied. */
    public static Scalars view(ByteBuffer b, long at, long count, int width, ByteOrder order) {
        Room.slice(b, at, Math.multiplyExact(count, (long) width));
        boolean isBig = order == ByteOrder.BIG_ENDIAN; // no branch between an object and its fields: see Elements
        return new Scalars(b, (int) at, (int) count, width, isBig);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The integer at {@code index}; from 2<sup>63</sup> on negative. */
    public long get(int index) {
        int at = start + Objects.checkIndex(index, size) * width;
        return big ? BigEndian.number(memory, at, width) : LittleEndian.number(memory, at, width);
    }

    /** The integers in order. */
    public LongStream stream() {
        return IntStream.range(0, size()).mapToLong(this::get);
    }

    /** The integers in an array of their own. */
    public long[] toArray() {
        return stream().toArray();
    }

    /** The octets that hold an integer here. */
    int width() {
        return width;
    }

    /** Writes the integers with {@code width} octets each in this order; the position behind them. */
    public int put(ByteBuffer b, int at, int width, ByteOrder order) {
        if (width == this.width && big == (order == ByteOrder.BIG_ENDIAN)) {
            b.put(at, memory, start, size * width);
            return at + size * width;
        }
        int position = at;
        for (int i = 0; i < size(); i++) {
            if (order == ByteOrder.BIG_ENDIAN) {
                BigEndian.putNumber(b, position, width, get(i));
            } else {
                LittleEndian.putNumber(b, position, width, get(i));
            }
            position += width;
        }
        return position;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Scalars scalars) || scalars.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (get(i) != scalars.get(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < size(); i++) {
            hash = 31 * hash + Long.hashCode(get(i));
        }
        return hash;
    }

    /** The first integers, in decimal. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < Math.min(SHOWN, size()); i++) {
            out.append(i == 0 ? "" : ", ").append(Long.toUnsignedString(get(i)));
        }
        return out.append(size() > SHOWN ? ", ... " + size() + " in all]" : "]").toString();
    }
}
