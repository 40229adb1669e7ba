package io.streamspec.read;

import java.util.Arrays;

/** Columns of a line as they are seen: a tab goes to the next multiple of four, and every character is one wide. */
final class Columns {

    private static final int TAB = 4;

    private Columns() {}

    /** The column (from 0) at which the character at each index of {@code line} is seen, and that of its end. */
    static int[] of(String line) {
        int[] columns = new int[line.length() + 1];
        int column = 0;
        int at = 0;
        while (at < line.length()) {
            int next = at + Character.charCount(line.codePointAt(at));
            Arrays.fill(columns, at, next, column);
            column += line.charAt(at) == '\t' ? TAB - column % TAB : 1;
            at = next;
        }
        columns[at] = column;
        return columns;
    }
}
