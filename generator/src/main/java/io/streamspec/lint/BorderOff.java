package io.streamspec.lint;

import io.streamspec.read.Drawing;
import io.streamspec.read.Drawing.Kind;
import io.streamspec.read.Drawing.Line;
import io.streamspec.read.Drawing.Sign;
import io.streamspec.source.Count;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.ArrayList;
import java.util.List;

/** Finds the outer borders of diagrams where the first or the last octet gets more or less room than the others. */
final class BorderOff implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("diagram-border-off");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "the border of a diagram does not stand where its octets end",
                "The octets of a row look unequally wide, and one that is added by copying a row moves everything behind it.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-------------------------+
                    | magic                 | version                 |
                    +-----------------------+-------------------------+

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
        List<Sign> left = new ArrayList<>();
        List<Sign> right = new ArrayList<>();
        for (Line line : drawing.lines()) {
            if (line.kind() != Kind.TICKS && line.signs().size() > 1) {
                add(line.signs().get(0), columns.edge(0), left);
                add(line.signs().get(line.signs().size() - 1), columns.edge(columns.octets()), right);
            }
        }
        report(left, "left", columns.edge(0), columns, diagnostics);
        report(right, "right", columns.edge(columns.octets()), columns, diagnostics);
    }

    private static void add(Sign sign, int edge, List<Sign> off) {
        if (sign.column() != edge) {
            off.add(sign);
        }
    }

    private static void report(List<Sign> off, String side, int edge, Columns columns, Diagnostics diagnostics) {
        if (!off.isEmpty()) {
            Sign first = off.get(0);
            diagnostics.report(ID.at(
                            first.span(),
                            "the %s border stands in column %d, but the octets %s in column %d",
                            side,
                            first.column() + 1,
                            side.equals("left") ? "begin" : "end",
                            edge + 1)
                    .hint(
                            "move the %s border of %s to column %d%s",
                            side,
                            Count.of(off.size(), "line"),
                            edge + 1,
                            columns.unevenTick().isPresent() ? ", once the ticks are equally far apart" : ""));
        }
    }
}
