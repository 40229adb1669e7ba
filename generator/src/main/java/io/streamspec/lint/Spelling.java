package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds words that are often misspelled. */
final class Spelling implements Check {

    static final DiagnosticId ID = DiagnosticId.note("spelling");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a word is misspelled",
                "A search for the word does not find it.",
                Entry.Setting.TITLE,
                """
                Notes
                =====

                Old files mandate the presense of a header.
                """,
                """
                Notes
                =====

                Old files mandate the presence of a header.
                """);
    }

    private static final Map<String, String> WORDS = words();
    private static final Pattern WORD = Pattern.compile("(?<![\\w-])\\p{L}{4,}(?![\\w-])");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            for (RunningText text : part.texts()) {
                text.findPlain(WORD).forEach(word -> {
                    String written = word.match().group();
                    String right = WORDS.get(written.toLowerCase(Locale.ROOT));
                    if (right != null) {
                        diagnostics.report(ID.at(word.span(), "'%s' is misspelled", written)
                                .hint("write '%s'", RunningText.startedAs(written, right)));
                    }
                });
            }
        }
    }

    private static Map<String, String> words() {
        return Resources.lines("misspellings.txt").stream()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}
