package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Unsigned integers with the least significant octet first, whatever the order of the buffer. Positions are absolute. */
public final class LittleEndian {

    private LittleEndian() {}

    /** The octet at {@code at}. */
    public static int u8(ByteBuffer b, int at) {
        return Byte.toUnsignedInt(b.get(at));
    }

    /** The two octets at {@code at}. */
    public static int u16(ByteBuffer b, int at) {
        return Short.toUnsignedInt(isSame(b) ? b.getShort(at) : Short.reverseBytes(b.getShort(at)));
    }

    /** The four octets at {@code at}. */
    public static long u32(ByteBuffer b, int at) {
        return Integer.toUnsignedLong(isSame(b) ? b.getInt(at) : Integer.reverseBytes(b.getInt(at)));
    }

    /** The eight octets at {@code at}; from 2<sup>63</sup> on negative. */
    public static long u64(ByteBuffer b, int at) {
        return isSame(b) ? b.getLong(at) : Long.reverseBytes(b.getLong(at));
    }

    /** The 1 to 8 octets at {@code at}. */
    public static long number(ByteBuffer b, int at, int octets) {
        switch (octets) {
            case Byte.BYTES:
                return u8(b, at);
            case Short.BYTES:
                return u16(b, at);
            case Integer.BYTES:
                return u32(b, at);
            case Long.BYTES:
                return u64(b, at);
            default:
                return oddNumber(b, at, octets);
        }
    }

    private static long oddNumber(ByteBuffer b, int at, int octets) {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value |= (long) u8(b, at + i) << (8 * i);
        }
        return value;
    }

    /** Writes the lowest octet of {@code value}. */
    public static void put8(ByteBuffer b, int at, long value) {
        b.put(at, (byte) value);
    }

    /** Writes the lowest two octets of {@code value}. */
    public static void put16(ByteBuffer b, int at, long value) {
        b.putShort(at, isSame(b) ? (short) value : Short.reverseBytes((short) value));
    }

    /** Writes the lowest four octets of {@code value}. */
    public static void put32(ByteBuffer b, int at, long value) {
        b.putInt(at, isSame(b) ? (int) value : Integer.reverseBytes((int) value));
    }

    /** Writes the eight octets of {@code value}. */
    public static void put64(ByteBuffer b, int at, long value) {
        b.putLong(at, isSame(b) ? value : Long.reverseBytes(value));
    }

    /** Writes the lowest 1 to 8 octets of {@code value}. */
    public static void putNumber(ByteBuffer b, int at, int octets, long value) {
        for (int i = 0; i < octets; i++) {
            put8(b, at + i, value >>> (8 * i));
        }
    }

    private static boolean isSame(ByteBuffer b) {
        return b.order() == ByteOrder.LITTLE_ENDIAN;
    }
}
