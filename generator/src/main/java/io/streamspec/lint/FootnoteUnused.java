package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Set;

/** Finds footnotes to which nothing refers. */
final class FootnoteUnused implements Check {

    static final DiagnosticId ID = DiagnosticId.note("footnote-unused");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "nothing refers to a footnote",
                "It is published nowhere: pandoc shows only the footnotes that something refers to.",
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

                Older files are larger.

                [^old]: They had a longer header.
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

                Older files are larger[^old].

                [^old]: They had a longer header.
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Footnotes notes = Footnotes.of(subject);
        Set<String> used = Footnotes.labels(notes.references());
        for (Found note : notes.definitions()) {
            if (!used.contains(note.group(1))) {
                diagnostics.report(ID.at(note.span(), "nothing refers to the footnote '%s'", note.group(1))
                        .hint("write [^%s] where it belongs, or take it out", note.group(1)));
            }
        }
    }
}
