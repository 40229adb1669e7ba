package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.math.BigInteger;
import java.util.List;

/** Finds fields of which some values are named and nothing is said of the others. */
final class ReservedMissing implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("reserved-missing");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "nothing says what the other values of a field mean",
                "Readers do not know whether to refuse such a value or to pass over it.",
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
                kind        0x00000000: Mean.

                            0x00000001: Peak.
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
        for (ValueSet set : ValueSet.of(subject)) {
            List<ValueSet.Piece> pieces = set.pieces();
            if (set.enumeration().reserved().isEmpty()) {
                reportGap(set, pieces, diagnostics);
            }
        }
    }

    /** Remarks on what is left behind the values, or, where they reach the greatest, before the last of them. */
    private static void reportGap(ValueSet set, List<ValueSet.Piece> pieces, Diagnostics diagnostics) {
        BigInteger end = set.greatest();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            if (pieces.get(i).to().compareTo(end) < 0) {
                report(set, pieces.get(i), end, diagnostics);
                return;
            }
            end = pieces.get(i).from().subtract(BigInteger.ONE);
        }
    }

    private static void report(ValueSet set, ValueSet.Piece before, BigInteger end, Diagnostics diagnostics) {
        diagnostics.report(ID.at(
                        before.span(),
                        "of '%s', only %d values have a meaning, and none is reserved",
                        set.home(),
                        set.pieces().size())
                .hint("add '%s - %s: Reserved.'", set.spelled(before.to().add(BigInteger.ONE)), set.spelled(end)));
    }
}
