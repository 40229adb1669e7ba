package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes pandoc's bracketed spans out of running text: of {@code [text]{#name}} the text stays, and where it stands is a
 * {@link Wording}. Brackets in code and behind a backslash are text, and so are those without attributes behind them.
 */
public final class MarkedText {

    private static final String VALUE = "(?:\"[^\"\\n]*\"|[^\\s\"{}]+)";
    private static final String ATTRIBUTE = "(?:#[\\w.-]+|\\.[\\w-]+|[\\w-]+=" + VALUE + ")";
    private static final Pattern ATTRIBUTES =
            Pattern.compile("\\{\\s*" + ATTRIBUTE + "(?:\\s+" + ATTRIBUTE + "){0,8}\\s*}");
    private static final Pattern NAME = Pattern.compile("[{\\s]#([\\w.-]+)");
    private static final Pattern RULE = Pattern.compile("[{\\s]rule=\"?([^\\s\"{}]+)");

    private final String raw;
    private final List<Mark> marks = new ArrayList<>();

    /** {@code open} is the place of the bracket, {@code attributes} reach from {@code close + 1} to {@code end}. */
    private record Mark(int open, int close, int end) {}

    private MarkedText(String raw) {
        this.raw = raw;
    }

    /** The text of {@code span} without marks, and what was marked, in order. */
    public static Section.Content.Prose prose(Span span) {
        String raw = span.text();
        MarkedText text = new MarkedText(raw);
        text.find();
        int[] places = text.places();
        List<Wording> wordings = new ArrayList<>();
        for (Mark mark : text.marks) {
            String attributes = raw.substring(mark.close + 1, mark.end);
            Optional<String> name = first(NAME, attributes);
            Optional<String> rule = first(RULE, attributes);
            if (name.isPresent() || rule.isPresent()) {
                Span whole = span.source().span(span.start() + mark.open, span.start() + mark.end);
                wordings.add(new Wording(places[mark.open], places[mark.close], name, rule, whole));
            }
        }
        return new Section.Content.Prose(text.bare(), wordings, span);
    }

    /** {@code raw} without the marks of spans. */
    public static String bare(String raw) {
        MarkedText text = new MarkedText(raw);
        text.find();
        return text.bare();
    }

    private static Optional<String> first(Pattern pattern, String attributes) {
        Matcher found = pattern.matcher(attributes);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private void find() {
        Deque<Integer> open = new ArrayDeque<>();
        CodeSpans code = new CodeSpans(raw);
        for (int at = 0; at < raw.length(); at = code.next(at)) {
            if (!code.isText(at)) {
                continue;
            }
            if (raw.charAt(at) == '[') {
                open.push(at);
            } else if (raw.charAt(at) == ']' && !open.isEmpty()) {
                int bracket = open.pop();
                Matcher attributes = ATTRIBUTES.matcher(raw).region(at + 1, raw.length());
                if (raw.startsWith("{", at + 1) && attributes.lookingAt()) {
                    marks.add(new Mark(bracket, at, attributes.end()));
                }
            }
        }
        marks.sort(Comparator.comparingInt(Mark::open));
    }

    private boolean[] dropped() {
        boolean[] dropped = new boolean[raw.length()];
        for (Mark mark : marks) {
            dropped[mark.open] = true;
            java.util.Arrays.fill(dropped, mark.close, mark.end, true);
        }
        return dropped;
    }

    /** Where each character of the raw text goes. */
    private int[] places() {
        boolean[] dropped = dropped();
        int[] places = new int[raw.length() + 1];
        for (int at = 0; at < raw.length(); at++) {
            places[at + 1] = places[at] + (dropped[at] ? 0 : 1);
        }
        return places;
    }

    private String bare() {
        boolean[] dropped = dropped();
        StringBuilder bare = new StringBuilder(raw.length());
        for (int at = 0; at < raw.length(); at++) {
            if (!dropped[at]) {
                bare.append(raw.charAt(at));
            }
        }
        return bare.toString();
    }

    /** Walks over text, and passes over code spans and escapes in one step. */
    static final class CodeSpans {
        private final String text;
        private final Set<Integer> unclosed = new HashSet<>();

        CodeSpans(String text) {
            this.text = text;
        }

        /** Whether what stands at {@code at} is neither escape nor the beginning of a code span. */
        boolean isText(int at) {
            return next(at) == at + 1;
        }

        /** The place behind the character, escape or code span at {@code at}. */
        int next(int at) {
            if (text.charAt(at) == '\\') {
                return Math.min(at + 2, text.length());
            } else if (text.charAt(at) != '`') {
                return at + 1;
            }
            int run = run(at);
            int close = unclosed.contains(run) ? -1 : close(at + run, run);
            if (close < 0) {
                unclosed.add(run);
                return at + run;
            }
            return close + run;
        }

        private int run(int at) {
            int end = at;
            while (end < text.length() && text.charAt(end) == '`') {
                end++;
            }
            return end - at;
        }

        private int close(int from, int run) {
            for (int at = text.indexOf('`', from); at >= 0; at = text.indexOf('`', at + run(at))) {
                if (run(at) == run) {
                    return at;
                }
            }
            return -1;
        }
    }
}
