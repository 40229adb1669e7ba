package io.streamspec.read;

/** Columns of a line as they are seen: a tab goes to the next multiple of four, and every character is one wide. */
final class Columns {

    private static final int TAB = 4;

    private Columns() {}

    /** The column (from 0) at which the character at {@code index} is seen. */
    static int of(String line, int index) {
        return from(0, line.substring(0, index));
    }

    /** The column behind {@code text}, whose first character is seen at {@code start}. */
    static int from(int start, String text) {
        int column = start;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            column += text.charAt(at) == '\t' ? TAB - column % TAB : 1;
        }
        return column;
    }

    /** The index of the first character that is seen at {@code column} or behind it; the line's length if none is. */
    static int index(String line, int column) {
        int seen = 0;
        int at = 0;
        while (at < line.length() && seen < column) {
            seen += line.charAt(at) == '\t' ? TAB - seen % TAB : 1;
            at += Character.charCount(line.codePointAt(at));
        }
        return at;
    }
}
