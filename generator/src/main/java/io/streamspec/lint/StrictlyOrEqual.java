package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.regex.Pattern;

/** Finds comparisons that are strict in words and not in signs. */
final class StrictlyOrEqual implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("strictly-or-equal");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "\"strictly\" stands before a comparison that allows equality",
                "Strictly less means less and not equal: the sentence says both.",
                Entry.Setting.TITLE,
                """
                Notes
                =====

                The count is strictly <= 100.
                """,
                """
                Notes
                =====

                The count is <= 100.
                """);
    }

    private static final Pattern BOTH = Pattern.compile(
            "\\bstrictly\\s+(?:<=|>=|\u2264|\u2265|at most|at least|up to|(?:greater|more|larger|less|fewer|smaller) than or equal)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            for (RunningText text : part.texts()) {
                text.find(BOTH)
                        .forEach(found -> diagnostics.report(ID.at(
                                        found.span(),
                                        "'%s' excludes equality in words and allows it in signs",
                                        found.match().group())
                                .hint("leave 'strictly' out, or write < or >")));
            }
        }
    }
}
