package io.streamspec.write.html;

import java.util.Locale;

/** What a table says beside a name, without what the name has said already. */
final class Descriptions {

    private Descriptions() {}

    /** {@code text} as far as it says more than {@code name}: of {@code NOTE (deprecated)} what is in parentheses. */
    static String beyond(String name, String text) {
        if (bare(text).equals(bare(name))) {
            return "";
        }
        String rest = text.startsWith(name) ? text.substring(name.length()).strip() : "";
        return rest.startsWith("(") ? rest : text;
    }

    /** {@code (the four letters)} without its parentheses. */
    static String unwrapped(String text) {
        String words = text.strip();
        String inside = words.replaceFirst("\\)\\.?$", "");
        boolean isWrapped = words.startsWith("(") && !inside.equals(words) && inside.indexOf('(', 1) < 0;
        return isWrapped ? inside.substring(1, 2).toUpperCase(Locale.ROOT) + inside.substring(2) + "." : text;
    }

    private static String bare(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", "").toLowerCase(Locale.ROOT);
    }
}
