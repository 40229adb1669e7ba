package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.Locale;

/** Finds rows of tables that say nothing, or nothing but the name of the field. */
final class DescriptionEmpty implements Check {

    static final DiagnosticId ID = DiagnosticId.note("description-empty");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a description says no more than the name",
                "The row looks as if the field were described.",
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

                version     The version.
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
        for (Part part : subject.drawn()) {
            for (FieldRow row : part.fieldRows()) {
                String said = plain(row.description().text());
                if (said.isEmpty() || said.equals(plain(row.name()))) {
                    report(row, said.isEmpty(), diagnostics);
                }
            }
        }
    }

    private static String plain(String words) {
        String letters = words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return letters.replaceFirst("^(?:the|an?) ", "");
    }

    private static void report(FieldRow row, boolean empty, Diagnostics diagnostics) {
        Span span = empty ? row.row().cells().get(0).span() : row.description().span();
        diagnostics.report(ID.at(
                        span,
                        empty
                                ? "'%s' is not described"
                                : "the description of '%s' repeats its name and says nothing else",
                        row.name())
                .hint("say what the field means, and in which unit it counts"));
    }
}
