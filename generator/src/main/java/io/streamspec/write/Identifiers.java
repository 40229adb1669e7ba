package io.streamspec.write;

import java.util.Set;

/** What identifiers of other languages are made of. */
public final class Identifiers {

    private Identifiers() {}

    /** {@code text} with letters, digits and single underscores of ASCII only: other letters become their number. */
    public static String word(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 0x80 && Character.isLetterOrDigit(c)) {
                out.appendCodePoint(c);
            } else if (c >= 0x80 && Character.isLetterOrDigit(c)) {
                out.append('u').append(Integer.toHexString(c));
            } else if (out.length() > 0 && out.charAt(out.length() - 1) != '_') {
                out.append('_');
            }
        });
        int end = out.length();
        return out.substring(0, end > 0 && out.charAt(end - 1) == '_' ? end - 1 : end);
    }

    /** {@code name}, with a number behind it if it is among those {@code taken}; adds it to those. */
    public static String unused(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }
}
