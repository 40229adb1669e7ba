package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds words that stand twice in a row. */
final class WordTwice implements Check {

    static final DiagnosticId ID = DiagnosticId.note("word-twice");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a word is written twice",
                "It is a slip of the pen.",
                Entry.Setting.TITLE,
                """
                Notes
                =====

                Old files have have a longer header.
                """,
                """
                Notes
                =====

                Old files have a longer header.
                """);
    }

    private static final Pattern TWICE =
            Pattern.compile("(?<![\\w-])(\\p{L}*\\p{Ll})\\s+\\1(?![\\w-])", Pattern.CASE_INSENSITIVE);
    private static final Set<String> MEANT = Set.of("that", "had", "long", "very");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            for (RunningText text : part.texts()) {
                text.findPlain(TWICE)
                        .filter(found -> found.group(1).length() > 1 && !isName(found.group(1)))
                        .filter(found -> !MEANT.contains(found.group(1).toLowerCase(Locale.ROOT)))
                        .forEach(found ->
                                diagnostics.report(ID.at(found.span(), "'%s' stands here twice", found.group(1))
                                        .hint("take one out")));
            }
        }
    }

    /** Code was replaced by x in the text that is searched. */
    private static boolean isName(String word) {
        return word.matches("x+|[A-Z]+");
    }
}
