package io.streamspec.lint;

import io.streamspec.model.Enumeration;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.List;

/** Finds values that do not ascend. */
final class ValuesOrder implements Check {

    static final DiagnosticId ID = DiagnosticId.note("values-order");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "values do not stand in order",
                "Gaps and duplicates hide in a list that jumps.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | kind                  | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                kind        0x00000001: Peak.

                            0x00000000: Mean.

                            0x00000002 - 0xFFFFFFFF: Reserved.
                -----------------------------------------------------
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | kind                  | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                kind        0x00000000: Mean.

                            0x00000001: Peak.

                            0x00000002 - 0xFFFFFFFF: Reserved.
                -----------------------------------------------------
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Enumeration enumeration : subject.model().enumerations()) {
            List<Enumeration.Value> values = enumeration.values();
            for (int i = 1; i < values.size(); i++) {
                boolean here =
                        values.get(i).span().source().equals(subject.document().source());
                boolean isSigned = values.get(i).spelling().startsWith("-"); // such numbers go down from 0
                if (here
                        && !isSigned
                        && values.get(i).value().compareTo(values.get(i - 1).value()) < 0) {
                    diagnostics.report(ID.at(
                                    values.get(i).span(),
                                    "%s stands behind %s",
                                    values.get(i).spelling(),
                                    values.get(i - 1).spelling())
                            .hint("put the values in ascending order"));
                }
            }
        }
    }
}
