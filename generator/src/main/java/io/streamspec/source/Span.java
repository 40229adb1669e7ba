package io.streamspec.source;

/**
 * A part of a document: the characters from offset {@code start} up to, not including, {@code end}. Every block,
 * field and diagnostic has one, so that each complaint points into the text its author wrote.
 */
public record Span(SourceText source, int start, int end) {

    public Span {
        if (start < 0 || end < start || end > source.text().length()) {
            throw new IllegalArgumentException("no span [" + start + ", " + end + ") in " + source);
        }
    }

    /** The line (from 1) on which this part starts. */
    public int line() {
        return source.lineOf(start);
    }

    /** The column (from 1, in code points) at which this part starts. */
    public int column() {
        return source.columnOf(start);
    }

    /** The characters of this part as they stand in the document. */
    public String text() {
        return source.text().substring(start, end);
    }

    /** From the start of this part to the end of {@code last}, which lies in the same document. */
    public Span to(Span last) {
        return new Span(source, start, Math.max(end, last.end));
    }

    /** {@code file:line:column}, as compilers print it. */
    @Override
    public String toString() {
        return source.name() + ":" + line() + ":" + column();
    }
}
