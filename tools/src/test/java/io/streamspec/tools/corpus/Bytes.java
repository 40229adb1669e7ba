package io.streamspec.tools.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Octets, put together one behind the other; integers in the byte order that was asked for. */
public final class Bytes {

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final boolean isBig;

    private Bytes(boolean isBig) {
        this.isBig = isBig;
    }

    /** None yet; integers that are added are little-endian. */
    public static Bytes little() {
        return new Bytes(false);
    }

    /** None yet; integers that are added are big-endian. */
    public static Bytes big() {
        return new Bytes(true);
    }

    public Bytes u8(long value) {
        return integer(value, 1);
    }

    public Bytes u16(long value) {
        return integer(value, 2);
    }

    public Bytes u32(long value) {
        return integer(value, 4);
    }

    public Bytes u64(long value) {
        return integer(value, 8);
    }

    public Bytes hex(String digits) {
        octets.writeBytes(HexFormat.of().parseHex(digits.replace(" ", "")));
        return this;
    }

    public Bytes text(String text) {
        octets.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    public Bytes zeroes(int count) {
        octets.writeBytes(new byte[count]);
        return this;
    }

    public Bytes bytes(byte[] others, int at, int count) {
        octets.write(others, at, count);
        return this;
    }

    public Bytes add(Bytes other) {
        octets.writeBytes(other.array());
        return this;
    }

    /** A record of libxc or libxl: its head, the body, zeroes up to a multiple of 8. */
    public Bytes record(long type, Bytes body) {
        int size = body.array().length;
        return u32(type).u32(size).add(body).zeroes(-size & 7);
    }

    public byte[] array() {
        return octets.toByteArray();
    }

    private Bytes integer(long value, int width) {
        for (int i = 0; i < width; i++) {
            octets.write((int) (value >>> 8 * (isBig ? width - 1 - i : i)));
        }
        return this;
    }
}
