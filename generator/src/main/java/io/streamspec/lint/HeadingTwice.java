package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds headings of which there are two. */
final class HeadingTwice implements Check {

    static final DiagnosticId ID = DiagnosticId.note("heading-twice");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "two headings are alike",
                "Links to the second lead to a number, which changes with every heading of that name before it.",
                Entry.Setting.TITLE,
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

                Notes
                =====

                One word about old files.

                More
                ====

                Of other things.

                Notes
                -----

                One word about new files.
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

                Notes
                =====

                One word about old files.

                More
                ====

                Of other things.

                Notes on new files
                ------------------

                One word about new files.
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Map<String, Span> headings = new HashMap<>();
        for (Part part : subject.parts()) {
            Span first = headings.putIfAbsent(part.title().toLowerCase(Locale.ROOT), part.heading());
            if (first != null) {
                diagnostics.report(ID.at(part.heading(), "a second section is headed '%s'", part.title())
                        .hint("give one of them a heading of its own")
                        .seeAlso(first, "the other is here"));
            }
        }
    }
}
