package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Octets without inner structure: an immutable slice that compares by content. A slice made by {@link #view} shares the
 * memory under it and is good as long as that is not changed; {@link #toOwned} copies.
 */
public final class Octets {

    /** No octets. */
    public static final Octets EMPTY = new Octets(ByteBuffer.allocate(0));

    private static final int SHOWN = 16;

    private final ByteBuffer slice;

    private Octets(ByteBuffer slice) {
        this.slice = slice;
    }

    /** A copy of {@code octets}. */
    public static Octets of(byte... octets) {
        return new Octets(ByteBuffer.wrap(octets.clone()));
    }

    /** So many zero octets. */
    public static Octets zeroes(int size) {
        return new Octets(ByteBuffer.allocate(size));
    }

    /** The {@code size} octets of {@code b} at {@code at}, not copied. */
    public static Octets view(ByteBuffer b, long at, long size) {
        return new Octets(b.slice(Math.toIntExact(at), Math.toIntExact(size)));
    }

    /** How many there are. */
    public int size() {
        return slice.limit();
    }

    /** The octet at {@code index}, 0 to 255. */
    public int get(int index) {
        return Byte.toUnsignedInt(slice.get(index));
    }

    /** A read-only buffer over the octets, not copied, from its position 0 to its limit. */
    public ByteBuffer asByteBuffer() {
        return slice.asReadOnlyBuffer();
    }

    /** A copy of the octets. */
    public byte[] toByteArray() {
        byte[] copy = new byte[size()];
        slice.get(0, copy);
        return copy;
    }

    /** The same octets in memory of their own. */
    public Octets toOwned() {
        return new Octets(ByteBuffer.wrap(toByteArray()));
    }

    /** Writes the octets to {@code b} at {@code at}; the position behind them. */
    public int put(ByteBuffer b, int at) {
        b.put(at, slice, 0, size());
        return at + size();
    }

    /** Writes {@code size} zero octets to {@code b} at {@code at}; the position behind them. */
    public static int putZeroes(ByteBuffer b, int at, long size) {
        int end = Math.toIntExact(at + size);
        for (int i = at; i < end; i++) {
            b.put(i, (byte) 0);
        }
        return end;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets octets && slice.equals(octets.slice);
    }

    @Override
    public int hashCode() {
        return slice.hashCode();
    }

    /** The number of octets and the first of them in hexadecimal. */
    @Override
    public String toString() {
        byte[] first = new byte[Math.min(SHOWN, size())];
        slice.get(0, first);
        String hex = HexFormat.of().formatHex(first) + (size() > SHOWN ? "..." : "");
        return size() + (size() == 1 ? " octet" : " octets") + (hex.isEmpty() ? "" : " 0x" + hex);
    }
}
