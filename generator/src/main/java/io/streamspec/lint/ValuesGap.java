package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.math.BigInteger;

/** Finds values that are neither named nor reserved, between or behind others that are. */
final class ValuesGap implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("values-gap");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "values are neither named nor reserved",
                "Readers do not know whether to refuse such a value or to pass over it, and the next revision does not know whether it is free.",
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

                            0x00000004 - 0xFFFFFFFF: Reserved.
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
            if (!set.enumeration().reserved().isEmpty()) {
                check(set, diagnostics);
            }
        }
    }

    private static void check(ValueSet set, Diagnostics diagnostics) {
        BigInteger next = BigInteger.ZERO;
        Span before = set.pieces().get(0).span();
        for (ValueSet.Piece piece : set.pieces()) {
            if (piece.from().compareTo(next) > 0) {
                report(set, next, piece.from().subtract(BigInteger.ONE), piece.span(), diagnostics);
            }
            next = next.max(piece.to().add(BigInteger.ONE));
            before = piece.span();
        }
        if (next.compareTo(set.greatest()) <= 0) {
            report(set, next, set.greatest(), before, diagnostics);
        }
    }

    private static void report(ValueSet set, BigInteger from, BigInteger to, Span span, Diagnostics diagnostics) {
        String values =
                from.equals(to) ? set.spelled(from) + " is" : set.spelled(from) + " to " + set.spelled(to) + " are";
        diagnostics.report(ID.at(span, "of '%s', %s neither named nor reserved", set.home(), values)
                .hint("name them, or reserve them"));
    }
}
