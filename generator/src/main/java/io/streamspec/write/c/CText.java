package io.streamspec.write.c;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text and numbers of a specification as they may stand in a header.
 */
final class CText {

    private static final int SIGNED_BITS = 31;
    private static final int DECIMAL_BITS = 12;

    private CText() {}

    /** {@code text} as a string literal, quotes included: what is not plain stands as octets of UTF-8. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = octet >= ' ' && octet < 0x7F && octet != '"' && octet != '\\' && octet != '?';
            out.append(isPlain ? String.valueOf((char) octet) : "\\%03o".formatted(octet & 0xFF));
        }
        return out.append('"').toString();
    }

    /** Whether an enumerator can have this value: those of C are {@code int}. */
    static boolean isInt(BigInteger value) {
        return value.bitLength() <= SIGNED_BITS;
    }

    /** {@code value} as a constant that has the type of a field of {@code octets}, as far as C has such. */
    static String number(BigInteger value, int octets) {
        String digits = "0x" + value.toString(16).toUpperCase(Locale.ROOT);
        return octets > Integer.BYTES || value.bitLength() > Integer.SIZE ? "UINT64_C(" + digits + ")" : digits + "u";
    }

    /** {@code value} as an {@code int}: decimal if small. */
    static String integer(BigInteger value) {
        return value.bitLength() < DECIMAL_BITS
                ? value.toString()
                : "0x" + value.toString(16).toUpperCase(Locale.ROOT);
    }

    /** The type that holds an unsigned integer of {@code octets}. */
    static String type(int octets) {
        return octets <= 1 ? "uint8_t" : octets <= 2 ? "uint16_t" : octets <= 4 ? "uint32_t" : "uint64_t";
    }

    /** {@code text}, which has no line feeds, in lines of at most {@code width} characters where blanks allow it. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
