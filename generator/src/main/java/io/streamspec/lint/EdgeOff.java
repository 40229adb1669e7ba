package io.streamspec.lint;

import io.streamspec.read.Drawing;
import io.streamspec.read.Drawing.Kind;
import io.streamspec.read.Drawing.Sign;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds bars and corners between two octets that do not stand on the edge between them. */
final class EdgeOff implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("diagram-edge-off");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "bars inside of a diagram stand beside the edges of octets",
                "A reader measures widths by the ticks. Where a bar stands a column or two beside the edge that it means, the drawing does not say how wide the fields are.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +------------------------+----------------------+
                    | magic                  | version              |
                    +------------------------+----------------------+

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
                Columns.of(drawing).ifPresent(columns -> check(drawing, columns, diagnostics));
            }
        }
    }

    private static void check(Drawing drawing, Columns columns, Diagnostics diagnostics) {
        Map<Integer, List<Sign>> byColumn = new TreeMap<>();
        List<Sign> signs = new ArrayList<>();
        drawing.lines().stream()
                .filter(line -> line.kind() == Kind.CELLS)
                .forEach(line -> signs.addAll(Columns.inner(line.signs())));
        RuleLine.of(drawing).forEach(rule -> signs.addAll(rule.meantCorners()));
        signs.stream()
                .filter(sign -> columns.edge(columns.nearest(sign.column())) != sign.column())
                .sorted(Comparator.comparing(sign -> sign.span().start()))
                .forEach(sign -> byColumn.computeIfAbsent(sign.column(), column -> new ArrayList<>())
                        .add(sign));
        byColumn.forEach((column, off) -> report(column, off, columns, diagnostics));
    }

    private static void report(int column, List<Sign> off, Columns columns, Diagnostics diagnostics) {
        int octet = columns.nearest(column);
        boolean one = off.size() == 1;
        diagnostics.report(ID.at(
                        off.get(0).span(),
                        "%s in column %d, but octet %d begins in column %d",
                        one ? "a bar or corner stands" : off.size() + " bars and corners stand",
                        column + 1,
                        octet,
                        columns.edge(octet) + 1)
                .hint("move %s to column %d", one ? "it" : "them", columns.edge(octet) + 1));
    }
}
