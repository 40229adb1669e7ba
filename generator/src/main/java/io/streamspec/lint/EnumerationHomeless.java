package io.streamspec.lint;

import io.streamspec.model.Enumeration;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds tables of values that belong to no field. */
final class EnumerationHomeless implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("enumeration-homeless");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a table of values belongs to no field",
                "Programs cannot tell which field has these values.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | quality               | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                quality     How good it is.
                -----------------------------------------------------

                -------------------------------------------
                Quality    Value    Meaning
                ---------  -------  -----------------------
                GOOD       0x0      Measured.

                MISSING    0x1      Not measured.
                -------------------------------------------
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | quality               | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                quality     Bit 31-1: Reserved.

                            Bit 0: Quality.
                -----------------------------------------------------

                -------------------------------------------
                Quality    Value    Meaning
                ---------  -------  -----------------------
                GOOD       0x0      Measured.

                MISSING    0x1      Not measured.
                -------------------------------------------

                ``` {.layout}
                quality.quality: quality
                ```
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Set<String> used = ValueSet.of(subject).stream()
                .map(set -> set.enumeration().name())
                .collect(Collectors.toSet());
        for (Enumeration enumeration : subject.model().enumerations()) {
            boolean here = enumeration.span().source().equals(subject.document().source());
            if (here && !used.contains(enumeration.name())) {
                diagnostics.report(
                        ID.at(firstLine(enumeration.span()), "no field has the values of '%s'", enumeration.name())
                                .hint("say which has, by a layout rule such as field: %s", enumeration.name()));
            }
        }
    }

    private static Span firstLine(Span table) {
        return table.source()
                .span(table.start(), Math.min(table.end(), table.source().lineEnd(table.line())));
    }
}
