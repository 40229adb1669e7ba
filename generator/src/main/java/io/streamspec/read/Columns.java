package io.streamspec.read;

/** Columns of a line as they are seen: a tab goes to the next multiple of four, and every character is one wide. */
final class Columns {

    private static final int TAB = 4;

    private Columns() {}

    /** The column (from 0) at which the character at {@code index} is seen. */
    static int of(String line, int index) {
        int column = 0;
        for (int at = 0; at < index; at += Character.charCount(line.codePointAt(at))) {
            column += line.charAt(at) == '\t' ? TAB - column % TAB : 1;
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
