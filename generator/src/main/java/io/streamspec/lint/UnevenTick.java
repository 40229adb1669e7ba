package io.streamspec.lint;

import io.streamspec.read.Drawing;
import io.streamspec.read.Drawing.Sign;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;

/** Finds ticks that are not equally far apart. */
final class UnevenTick implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("diagram-tick-uneven");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "ticks are not equally far apart",
                "The ticks say where octets begin. One that is off makes its readers count wrong, and lets bars look right that are not.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0      1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
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
                Columns.of(drawing).ifPresent(columns -> columns.unevenTick()
                        .ifPresent(tick -> report(tick, columns, diagnostics)));
            }
        }
    }

    private static void report(Sign tick, Columns columns, Diagnostics diagnostics) {
        String octet = tick.span().text();
        int column = columns.edge(Integer.parseInt(octet)) + 2; // columns count from 1
        diagnostics.report(ID.at(
                        tick.span(),
                        "the tick of octet %s stands in column %d, though others are %d columns apart",
                        octet,
                        tick.column() + 1,
                        columns.pitch())
                .hint("move it, and those behind it, so that octet %s has its tick in column %d", octet, column));
    }
}
