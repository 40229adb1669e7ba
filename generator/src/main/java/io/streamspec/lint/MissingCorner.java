package io.streamspec.lint;

import io.streamspec.read.Drawing;
import io.streamspec.read.Drawing.Line;
import io.streamspec.read.Drawing.Sign;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.HashSet;
import java.util.Set;

/** Finds bars that meet a rule where it has no corner. */
final class MissingCorner implements Check {

    static final DiagnosticId ID = DiagnosticId.note("diagram-corner-missing");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a bar that ends at a rule without a corner",
                "The eye takes a line without a corner for one that a field goes across.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
                    | magic                 | version               |
                    +-----------------------------------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                version     The version of what follows.
                -----------------------------------------------------
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | version               |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                version     The version of what follows.
                -----------------------------------------------------
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            for (Drawing drawing : part.drawings()) {
                Set<Integer> reported = new HashSet<>(); // a bar is told once, though it meets a rule at both ends
                for (RuleLine rule : RuleLine.of(drawing)) {
                    rule.barsWithoutCorner().stream()
                            .filter(bar -> reported.add(bar.span().start()))
                            .findFirst()
                            .ifPresent(bar -> report(bar, rule.rule(), diagnostics));
                }
            }
        }
    }

    private static void report(Sign bar, Line rule, Diagnostics diagnostics) {
        diagnostics.report(ID.at(
                        bar.span(),
                        "the rule on line %d has no corner where this bar meets it",
                        rule.span().line())
                .hint(
                        "draw + in column %d of line %d, as the command format does",
                        bar.column() + 1, rule.span().line()));
    }
}
