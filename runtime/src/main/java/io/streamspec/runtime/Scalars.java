package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

    private final ByteBuffer slice;
    private final int width;

    private Scalars(ByteBuffer slice, int width) {
        this.slice = slice;
        this.width = width;
    }

    /** These integers; negative ones stand for those from 2<sup>63</sup> on. */
    public static Scalars of(long... values) {
        ByteBuffer copy = ByteBuffer.allocate(Math.multiplyExact(values.length, Long.BYTES));
        copy.asLongBuffer().put(values);
        return new Scalars(copy, Long.BYTES);
    }

    /** The {@code count} integers of {@code width} octets in {@code b} at {@code at}, in this order, not copied. */
    public static Scalars view(ByteBuffer b, long at, long count, int width, ByteOrder order) {
        ByteBuffer slice = b.slice(Math.toIntExact(at), Math.toIntExact(Math.multiplyExact(count, width)));
        return new Scalars(slice.order(order), width);
    }

    /** How many there are. */
    public int size() {
        return slice.limit() / width;
    }

    /** The integer at {@code index}; from 2<sup>63</sup> on negative. */
    public long get(int index) {
        int at = Math.multiplyExact(index, width);
        switch (width) {
            case Byte.BYTES:
                return StreamOrder.u8(slice, at);
            case Short.BYTES:
                return StreamOrder.u16(slice, at);
            case Integer.BYTES:
                return StreamOrder.u32(slice, at);
            case Long.BYTES:
                return StreamOrder.u64(slice, at);
            default:
                return StreamOrder.number(slice, at, width);
        }
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
        if (width == this.width && order == slice.order()) {
            b.put(at, slice, 0, slice.limit());
            return at + slice.limit();
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
