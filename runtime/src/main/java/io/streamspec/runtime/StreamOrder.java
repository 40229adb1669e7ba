package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Unsigned integers in the order of the buffer, which is the stream's. Positions are absolute. */
public final class StreamOrder {

    private StreamOrder() {}

    /** The octet at {@code at}. */
    public static int u8(ByteBuffer b, int at) {
        return Byte.toUnsignedInt(b.get(at));
    }

    /** The two octets at {@code at}. */
    public static int u16(ByteBuffer b, int at) {
        return Short.toUnsignedInt(b.getShort(at));
    }

    /** The four octets at {@code at}. */
    public static long u32(ByteBuffer b, int at) {
        return Integer.toUnsignedLong(b.getInt(at));
    }

    /** The eight octets at {@code at}; from 2<sup>63</sup> on negative. */
    public static long u64(ByteBuffer b, int at) {
        return b.getLong(at);
    }

    /** The 1 to 8 octets at {@code at}. */
    public static long number(ByteBuffer b, int at, int octets) {
        return isBig(b) ? BigEndian.number(b, at, octets) : LittleEndian.number(b, at, octets);
    }

    /** Writes the lowest octet of {@code value}. */
    public static void put8(ByteBuffer b, int at, long value) {
        b.put(at, (byte) value);
    }

    /** Writes the lowest two octets of {@code value}. */
    public static void put16(ByteBuffer b, int at, long value) {
        b.putShort(at, (short) value);
    }

    /** Writes the lowest four octets of {@code value}. */
    public static void put32(ByteBuffer b, int at, long value) {
        b.putInt(at, (int) value);
    }

    /** Writes the eight octets of {@code value}. */
    public static void put64(ByteBuffer b, int at, long value) {
        b.putLong(at, value);
    }

    /** Writes the lowest 1 to 8 octets of {@code value}. */
    public static void putNumber(ByteBuffer b, int at, int octets, long value) {
        if (isBig(b)) {
            BigEndian.putNumber(b, at, octets, value);
        } else {
            LittleEndian.putNumber(b, at, octets, value);
        }
    }

    private static boolean isBig(ByteBuffer b) {
        return b.order() == ByteOrder.BIG_ENDIAN;
    }
}
