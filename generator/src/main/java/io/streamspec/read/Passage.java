package io.streamspec.read;

import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.Arrays;

/**
 * A piece of running text whose lines were joined with single spaces and stripped of indentation, and which still
 * knows where in the document each of its characters stands.
 */
public final class Passage {

    private final SourceText source;
    private final String text;
    private final int[] offsets;

    private Passage(SourceText source, String text, int[] offsets) {
        this.source = source;
        this.text = text;
        this.offsets = offsets;
    }

    /** The passage that one part of one line makes; white space at its ends is left out. */
    public static Passage of(Span span) {
        return joining(java.util.List.of(span));
    }

    /** The passage that {@code parts} (of one document, in order) make; runs of white space become one space. */
    public static Passage joining(java.util.List<Span> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a passage needs at least one part");
        }
        StringBuilder text = new StringBuilder();
        int length =
                parts.stream().mapToInt(part -> part.end() - part.start() + 1).sum();
        int[] offsets = new int[length + 1];
        int end = parts.get(0).start();
        boolean gap = false;
        for (Span part : parts) {
            for (int at = part.start(); at < part.end(); at++) {
                char c = part.source().text().charAt(at);
                if (Character.isWhitespace(c)) {
                    gap = true;
                    continue;
                }
                if (gap && text.length() > 0) {
                    offsets[text.length()] = at - 1;
                    text.append(' ');
                }
                offsets[text.length()] = at;
                text.append(c);
                gap = false;
                end = at + 1;
            }
            gap = true;
        }
        offsets[text.length()] = end;
        return new Passage(parts.get(0).source(), text.toString(), Arrays.copyOf(offsets, text.length() + 1));
    }

    /** The joined text. */
    public String text() {
        return text;
    }

    /** Whether there is no text at all. */
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** Where the whole passage stands in the document. */
    public Span span() {
        return span(0, text.length());
    }

    /** Where characters {@code from} up to, not including, {@code to} stand in the document. */
    public Span span(int from, int to) {
        int start = offsets[from];
        int end = to > from ? offsets[to - 1] + 1 : start;
        return source.span(start, Math.max(start, end));
    }

    /** The characters {@code from} up to, not including, {@code to}, without white space at their ends. */
    public Passage part(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) == ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ' ') {
            end--;
        }
        int[] kept = Arrays.copyOfRange(offsets, start, end + 1);
        return new Passage(source, text.substring(start, end), kept);
    }

    /** Equal text; where it stands does not count. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Passage that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
