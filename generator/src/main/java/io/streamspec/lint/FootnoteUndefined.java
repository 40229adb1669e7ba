package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Set;

/** Finds references to footnotes that there are not. */
final class FootnoteUndefined implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("footnote-undefined");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a reference leads to no footnote",
                "The page shows the brackets, and the reader misses what they were to lead to.",
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

                Older files are larger[^old].
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
        Set<String> defined = Footnotes.labels(notes.definitions());
        for (Found reference : notes.references()) {
            if (!defined.contains(reference.group(1))) {
                diagnostics.report(ID.at(reference.span(), "there is no footnote '%s'", reference.group(1))
                        .hint("write it: [^%s]: ...", reference.group(1)));
            }
        }
    }
}
