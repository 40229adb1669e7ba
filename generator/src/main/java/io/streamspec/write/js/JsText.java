package io.streamspec.write.js;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text and numbers of a specification as they may stand in a script. What it returns is ASCII, ends no literal, and holds
 * nothing that ends or begins a script element or a comment of the page around it.
 */
final class JsText {

    private static final int HEXADECIMAL_FROM = 12;

    private JsText() {}

    /** {@code text} as a string literal, quotes included. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            boolean isPlain = c >= ' ' && c < 0x7F && "\"\\<>&'`".indexOf(c) < 0;
            out.append(isPlain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return out.append('"').toString();
    }

    /** A list of string literals. */
    static String literals(Collection<String> texts) {
        return texts.stream().map(JsText::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    /** {@code value} as a BigInt: decimal if small, else hexadecimal. */
    static String number(BigInteger value) {
        return value.bitLength() < HEXADECIMAL_FROM
                ? value + "n"
                : "0x" + value.toString(16).toUpperCase(Locale.ROOT) + "n";
    }

    /** {@code value} as a BigInt. */
    static String number(long value) {
        return number(BigInteger.valueOf(value));
    }

    /**
     * The end of an identifier: {@code name}, but for signs that are no letters or digits of ASCII, which become something
     * between dollar signs, so that two names never become one.
     */
    static String identifier(String name) {
        StringBuilder out = new StringBuilder("$");
        for (char c : name.toCharArray()) {
            boolean isPlain = c < 0x7F && (Character.isLetterOrDigit(c) || c == '_');
            String sign = c == '.' ? "_" : Integer.toHexString(c);
            out.append(isPlain ? String.valueOf(c) : "$" + sign + "$");
        }
        return out.toString();
    }
}
