package io.streamspec.tools.memory;

import java.io.PrintWriter;
import java.nio.ByteBuffer;

/** Octets in hexadecimal and as characters, 16 a line, as {@code hexdump -C} shows them. */
final class HexDump {

    private static final int LINE = 16;
    private static final String DIGITS = "0123456789abcdef";

    private HexDump() {}

    /** Shows {@code octets}, the first of which has this address; a line like the one before is {@code *}. */
    static void print(ByteBuffer octets, long address, PrintWriter out) {
        String before = "";
        boolean isRepeated = false;
        for (int at = 0; at < octets.limit(); at += LINE) {
            String line = line(octets, at);
            if (!line.equals(before)) {
                out.println(address(address + at) + line);
            } else if (!isRepeated) {
                out.println("*");
            }
            isRepeated = line.equals(before);
            before = line;
        }
        out.println(address(address + octets.limit()));
    }

    private static String address(long address) {
        return String.format("%012x", address);
    }

    private static String line(ByteBuffer octets, int at) {
        StringBuilder digits = new StringBuilder(" ");
        StringBuilder text = new StringBuilder("  |");
        for (int i = at; i < at + LINE; i++) {
            int octet = Byte.toUnsignedInt(octets.get(i));
            digits.append(i == at + LINE / 2 ? "  " : " ");
            digits.append(DIGITS.charAt(octet >>> 4)).append(DIGITS.charAt(octet & 0xF));
            text.append(octet >= ' ' && octet < 0x7F ? (char) octet : '.');
        }
        return digits.append(text).append('|').toString();
    }
}
