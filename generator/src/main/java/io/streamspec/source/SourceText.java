package io.streamspec.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The text of one document and the name it is reported by. Offsets count UTF-16 units from 0; lines and columns
 * count from 1, columns in code points. A line ends at LF or CR LF; neither belongs to the line's text.
 */
public final class SourceText {

    private final String name;
    private final String text;
    private final int[] lineStarts;

    private SourceText(String name, String text) {
        this.name = name;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    /** The document {@code text}, reported as {@code name} (a path as the user gave it). */
    public static SourceText of(String name, String text) {
        return new SourceText(name, text);
    }

    /** The name that stands in front of every position, a path as the user gave it. */
    public String name() {
        return name;
    }

    /** The whole text, line ends included. */
    public String text() {
        return text;
    }

    /** How many lines there are; an empty text has one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The text of line {@code line} (from 1), without its end. */
    public String line(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }

    /** The offset at which line {@code line} (from 1) starts. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** The offset behind the last character of line {@code line} (from 1), before its LF or CR LF. */
    public int lineEnd(int line) {
        int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
        boolean carriageReturn = end > lineStarts[line - 1] && text.charAt(end - 1) == '\r';
        return carriageReturn && line < lineStarts.length ? end - 1 : end;
    }

    /** The line (from 1) on which {@code offset} lies. */
    public int lineOf(int offset) {
        int low = 0;
        int high = lineStarts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts[middle] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    /** The column (from 1, in code points) of {@code offset} on its line. */
    public int columnOf(int offset) {
        return text.codePointCount(lineStart(lineOf(offset)), Math.min(offset, text.length())) + 1;
    }

    /** The part from offset {@code start} up to, not including, {@code end}. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** The whole of line {@code line} (from 1), without its end. */
    public Span lineSpan(int line) {
        return span(lineStart(line), lineEnd(line));
    }

    @Override
    public String toString() {
        return name;
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
