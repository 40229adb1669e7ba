package io.streamspec.lint;

import io.streamspec.model.Section.Content;
import io.streamspec.model.Sentences;
import io.streamspec.read.Passage;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A sentence, or a paragraph of a table's cell: its words, and where each of them stands.
 *
 * @param text the words; a line end counts as a space
 * @param plain the same, with x for each sign of code
 */
record RunningText(String text, String plain, BiFunction<Integer, Integer, Span> places) {

    /** Patterns look at every beginning; of what is longer than any sentence, that is too much. */
    private static final int LONGEST = 2000;

    /** Something found in the text, and where. */
    record Found(MatchResult match, Span span) {
        /** The part of it in the group {@code group}. */
        String group(int group) {
            return match.group(group);
        }
    }

    /** The sentences of a piece of prose. */
    static List<RunningText> sentences(Content.Prose prose) {
        List<RunningText> sentences = new ArrayList<>();
        String masked = Sentences.masked(prose.text());
        for (Sentences.Range range : Sentences.of(prose.text())) {
            sentences.add(new RunningText(
                    oneLine(prose.text().substring(range.start(), range.end())),
                    oneLine(masked.substring(range.start(), range.end())),
                    (from, to) -> prose.place(range.start() + from, range.start() + to)));
        }
        return sentences;
    }

    static RunningText of(Passage passage) {
        return new RunningText(passage.text(), oneLine(Sentences.masked(passage.text())), passage::span);
    }

    /** What {@code pattern} finds, code included. */
    Stream<Found> find(Pattern pattern) {
        return find(pattern, text);
    }

    /** What {@code pattern} finds outside of code. */
    Stream<Found> findPlain(Pattern pattern) {
        return find(pattern, plain);
    }

    private Stream<Found> find(Pattern pattern, String words) {
        if (words.length() > LONGEST) {
            return Stream.empty();
        }
        return pattern.matcher(words)
                .results()
                .map(match -> new Found(match, places.apply(match.start(), match.end())));
    }

    Span span() {
        return places.apply(0, text.length());
    }

    /** {@code words} with a capital in front if {@code written}, in whose place they are to stand, has one. */
    static String startedAs(String written, String words) {
        int first = words.codePointAt(0);
        return Character.isUpperCase(written.codePointAt(0))
                ? Character.toString(Character.toUpperCase(first)) + words.substring(Character.charCount(first))
                : words;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
    }
}
