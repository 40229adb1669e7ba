package io.streamspec.lint;

import io.streamspec.read.Drawing;
import io.streamspec.read.Drawing.Sign;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.List;
import java.util.stream.Collectors;

/** Finds corners in rules to which no bar leads, neither from above nor from below. */
final class StrayCorner implements Check {

    static final DiagnosticId ID = DiagnosticId.note("diagram-corner-stray");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a corner that belongs to no bar",
                "A corner says that a field ends there. Where no bar meets it, it divides a field that is whole, or shows where a row was copied from.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----+-----+-----------+-----------------------+
                    | magic                 | version               |
                    +-----------------------+-----------------------+

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
                for (RuleLine rule : RuleLine.of(drawing)) {
                    report(rule, diagnostics);
                }
            }
        }
    }

    private static void report(RuleLine rule, Diagnostics diagnostics) {
        List<Sign> stray = rule.strayCorners();
        if (!stray.isEmpty()) {
            diagnostics.report(ID.at(
                            stray.get(0).span(),
                            "no bar meets %s of this rule in column%s %s",
                            stray.size() == 1 ? "the corner" : "the corners",
                            stray.size() == 1 ? "" : "s",
                            stray.stream()
                                    .map(sign -> Integer.toString(sign.column() + 1))
                                    .collect(Collectors.joining(", ")))
                    .hint("draw - in %s, or divide the row", stray.size() == 1 ? "its place" : "their places"));
        }
    }
}
