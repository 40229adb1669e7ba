package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Text in a stream. Specifications say ASCII; a character stands for one octet, as in ISO 8859-1, so that nothing is
 * lost if a stream has more.
 */
public final class Text {

    private static final int LARGEST = 0xFF;

    private Text() {}

    /** The text of {@code size} octets in {@code b} at {@code at}. */
    public static String get(ByteBuffer b, long at, long size) {
        byte[] octets = new byte[Math.toIntExact(size)];
        b.get(Math.toIntExact(at), octets);
        return new String(octets, StandardCharsets.ISO_8859_1);
    }

    /** How many octets lie in {@code b} from {@code at} before the first {@code terminator}. */
    public static long lengthUntil(String field, ByteBuffer b, long at, int terminator, long end) {
        for (long i = at; i < end; i++) {
            if (StreamOrder.u8(b, (int) i) == terminator) {
                return i - at;
            }
        }
        throw FormatException.truncated(field, at, 1, "text up to an octet of 0x" + Integer.toHexString(terminator));
    }

    /** Writes the octets of {@code text} to {@code b} at {@code at}; the position behind them. */
    public static int put(ByteBuffer b, int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            b.put(at + i, (byte) text.charAt(i));
        }
        return at + text.length();
    }

    /** {@code text} to be shown: what would do something to a terminal or a log, and backslashes, as {@code \\u001b}. */
    public static String show(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || c == '\\') {
                shown.append(String.format("\\u%04x", (int) c));
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    /** Requires of a caller's text that each character is one octet. */
    public static void require(String field, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > LARGEST) {
                throw new IllegalArgumentException(field + ": the character at " + i + " is more than one octet");
            }
        }
    }

    /** Requires of a caller's text that each character is one octet and none is the {@code terminator}. */
    public static void require(String field, String text, int terminator) {
        require(field, text);
        int at = text.indexOf(terminator);
        if (at >= 0) {
            throw new IllegalArgumentException(field + ": the character at " + at + " would end it");
        }
    }
}
