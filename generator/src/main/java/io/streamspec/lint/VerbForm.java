package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.regex.Pattern;

/** Finds "shall" and its like before a past participle, and "is" before them. */
final class VerbForm implements Check {

    static final DiagnosticId ID = DiagnosticId.note("verb-form");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a verb is not in the form that the sentence needs",
                "A word is missing or left over. In a sentence that demands something, that leaves open what is demanded.",
                Entry.Setting.TITLE,
                """
                Notes
                =====

                Readers shall supported old files.
                """,
                """
                Notes
                =====

                Readers shall support old files.
                """);
    }

    private static final String MODAL = "(?:shall|must|should|may|can|will|might|could|would)";
    private static final Pattern PARTICIPLE = Pattern.compile(
            "\\b" + MODAL + "\\s+(?:not\\s+)?(?!\\w*eed\\b|embed\\b|shed\\b|wed\\b|shred\\b)\\w{2,}ed\\b");
    private static final Pattern TWO_VERBS =
            Pattern.compile("^\\W*(?:it|this|they|these)\\s+(?:is|are)\\s+" + MODAL + "\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern AT_MORE = Pattern.compile(
            "\\b(?:has|have|had|contains?)\\s+at\\s+(one|two|three|four|eight|\\d+)\\s+or\\s+more\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            for (RunningText text : part.texts()) {
                text.findPlain(PARTICIPLE)
                        .forEach(found ->
                                diagnostics.report(ID.at(found.span(), "'%s' is not a form of a verb", words(found))
                                        .hint(
                                                "write the plain form of the verb behind '%s', or 'be' between",
                                                words(found).split(" ")[0])));
                text.findPlain(TWO_VERBS)
                        .forEach(found ->
                                diagnostics.report(ID.at(found.span(), "'%s' has a verb too many", words(found))
                                        .hint("take one of the two verbs out")));
                text.findPlain(AT_MORE)
                        .forEach(found -> diagnostics.report(
                                ID.at(found.span(), "'%s' lacks a word, or has one too many", words(found))
                                        .hint("write 'at least %s', or leave 'at' out", found.group(1))));
            }
        }
    }

    private static String words(Found found) {
        return found.match().group().replaceAll("\\s+", " ");
    }
}
