package io.streamspec.write.html;

import java.util.BitSet;

/**
 * Keeps markup from the renderer where a paragraph has too much of it: flexmark's time grows with the square of some signs.
 * Those signs are hidden behind control characters, which no document may contain, and come back as text.
 */
final class HiddenSigns {

    /** So many of the signs a paragraph may have. */
    static final int MOST = 1000;

    private static final String SIGNS = "`[<&";
    private static final String[] SHOWN = {"`", "[", "&lt;", "&amp;"};
    private static final char FIRST = '\u0004';

    private HiddenSigns() {}

    /** Whether some paragraph of {@code text} has too many signs. */
    static boolean areIn(String text) {
        return text.length() > MOST && !crowded(text).isEmpty();
    }

    /** {@code text}, of the same length, without the signs of paragraphs that have too many. */
    static String hide(String text) {
        if (!areIn(text)) {
            return text;
        }
        StringBuilder hidden = new StringBuilder(text);
        crowded(text).stream().forEach(at -> hidden.setCharAt(at, (char) (FIRST + SIGNS.indexOf(text.charAt(at)))));
        return hidden.toString();
    }

    /** Rendered markup with the signs that were hidden. */
    static String show(String html) {
        String shown = html;
        for (int sign = 0; sign < SHOWN.length; sign++) {
            shown = shown.replace(Character.toString((char) (FIRST + sign)), SHOWN[sign]);
        }
        return shown;
    }

    /** Where the signs of paragraphs with too many stand. */
    private static BitSet crowded(String text) {
        BitSet crowded = new BitSet();
        BitSet paragraph = new BitSet();
        boolean isBlank = true;
        for (int at = 0; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : '\n';
            if (c == '\n' && isBlank || at == text.length()) {
                if (paragraph.cardinality() > MOST) {
                    crowded.or(paragraph);
                }
                paragraph.clear();
            } else if (SIGNS.indexOf(c) >= 0) {
                paragraph.set(at);
            }
            isBlank = c == '\n' || isBlank && Character.isWhitespace(c);
        }
        return crowded;
    }
}
