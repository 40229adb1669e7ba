package io.streamspec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of running text. A sentence ends at a full stop, question or exclamation mark before white space, unless an
 * abbreviation stands there or a small letter follows, and where its paragraph or list item does. What stands in code ends
 * no sentence.
 */
public final class Sentences {

    /** What may stand between two blocks of a piece of prose: an empty line, or the sign of an item or note. */
    private static final Pattern ITEM =
            Pattern.compile("^[ \\t>]*(?:(?:[*+-]|\\d{1,9}[.)]|[a-z][.)]|#\\.|\\[\\^[^\\]\\s]+]:)(?=\\s|$))?[ \\t>]*");

    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]+]");
    private static final Set<String> ABBREVIATIONS =
            Set.of("e.g", "i.e", "cf", "vs", "viz", "resp", "approx", "ca", "fig", "sec", "vol", "pp", "incl", "excl");
    private static final String CLOSERS = ")]\"'*_\u201d\u2019";

    private final String masked;
    private final List<Range> found = new ArrayList<>();

    /** From {@code start} up to, not including, {@code end}. */
    public record Range(int start, int end) {}

    private Sentences(String masked) {
        this.masked = masked;
    }

    /** The sentences of {@code text}, in order; parts of it that end in no full stop count as well. */
    public static List<Range> of(String text) {
        Sentences sentences = new Sentences(masked(text));
        sentences.read();
        return sentences.found;
    }

    /** {@code text} with x for what stands in code, and a closing sign for each sign of a footnote reference. */
    public static String masked(String text) {
        if (text.indexOf('`') < 0 && text.indexOf('\\') < 0 && text.indexOf("[^") < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        MarkedText.CodeSpans code = new MarkedText.CodeSpans(text);
        for (int at = 0; at < text.length(); ) {
            int next = code.next(at);
            for (int i = at; next > at + 1 && i < next; i++) {
                out.setCharAt(i, text.charAt(i) == '\n' ? '\n' : 'x');
            }
            at = next;
        }
        Matcher note = FOOTNOTE.matcher(out);
        String plain = out.toString();
        while (note.find()) {
            boolean definition = plain.startsWith(":", note.end());
            for (int i = note.start(); !definition && i < note.end(); i++) {
                out.setCharAt(i, ')');
            }
        }
        return out.toString();
    }

    private void read() {
        int start = 0;
        boolean open = false;
        for (int line = 0; line < masked.length(); ) {
            int end = masked.indexOf('\n', line) < 0 ? masked.length() : masked.indexOf('\n', line);
            String text = masked.substring(line, end);
            Matcher item = ITEM.matcher(text);
            int sign = item.lookingAt() ? item.end() : 0;
            boolean begins = sign > 0
                    && !text.substring(0, sign).isBlank()
                    && !text.strip().startsWith(">");
            if (text.substring(sign).isBlank() || begins) {
                split(start, line);
            }
            if (begins || !open) {
                start = line + sign;
            }
            open = !text.substring(sign).isBlank();
            start = open ? start : end;
            line = end + 1;
        }
        split(Math.min(start, masked.length()), masked.length());
    }

    /** The sentences of one paragraph or item. */
    private void split(int from, int to) {
        int start = from;
        for (int at = from; at < to; at++) {
            char c = masked.charAt(at);
            if (c != '.' && c != '!' && c != '?') {
                continue;
            }
            int end = at + 1;
            while (end < to && CLOSERS.indexOf(masked.charAt(end)) >= 0) {
                end++;
            }
            if (end >= to || Character.isWhitespace(masked.charAt(end)) && ends(start, at, end)) {
                add(start, end);
                start = end;
            }
        }
        add(start, to);
    }

    /** Whether the sign at {@code stop}, with white space behind {@code end}, is the last of its sentence. */
    private boolean ends(int from, int stop, int end) {
        int next = end;
        while (next < masked.length() && Character.isWhitespace(masked.charAt(next))) {
            next++;
        }
        boolean small = next < masked.length() && Character.isLowerCase(masked.charAt(next));
        return !isAbbreviation(from, stop) && !small;
    }

    private boolean isAbbreviation(int from, int stop) {
        int start = stop;
        while (start > from && (Character.isLetter(masked.charAt(start - 1)) || masked.charAt(start - 1) == '.')) {
            start--;
        }
        return ABBREVIATIONS.contains(masked.substring(start, stop).toLowerCase(java.util.Locale.ROOT));
    }

    private void add(int from, int to) {
        int start = from;
        while (start < to && (isGap(masked.charAt(start)) || masked.charAt(start) == '>')) {
            start++;
        }
        int end = to;
        while (end > start && isGap(masked.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            found.add(new Range(start, end));
        }
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c);
    }
}
