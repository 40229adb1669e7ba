package io.streamspec.lint;

import io.streamspec.model.Placement;
import io.streamspec.read.Statement;
import io.streamspec.source.Count;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds values that are written with zeroes in front for a field of another width. */
final class ValueDigits implements Check {

    static final DiagnosticId ID = DiagnosticId.note("value-digits");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a value is written with the digits of another width",
                "Zeroes in front show how wide a field is. Written for another width, they contradict the drawing.",
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
                kind        0x0000: Mean.

                            0x0001 - 0xFFFFFFFF: Reserved.
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

                            0x00000001 - 0xFFFFFFFF: Reserved.
                -----------------------------------------------------
                """);
    }

    private static final Pattern PADDED = Pattern.compile("0[xX](0[0-9A-Fa-f]+)");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.drawn()) {
            for (FieldRow row : part.fieldRows()) {
                OptionalLong octets = part.field(row).stream()
                        .map(field -> Placement.of(subject.model()).size(field.type()))
                        .findFirst()
                        .orElse(OptionalLong.empty());
                if (octets.isPresent()) {
                    literals(row)
                            .filter(literal -> isOdd(literal, octets.getAsLong()))
                            .findFirst()
                            .ifPresent(literal -> report(literal, octets.getAsLong(), diagnostics));
                }
            }
        }
    }

    private static Stream<Statement.Literal> literals(FieldRow row) {
        return row.statements().stream().flatMap(statement -> {
            if (statement instanceof Statement.Value value) {
                return Stream.of(value.value());
            } else if (statement instanceof Statement.Range range) {
                return Stream.of(range.from(), range.to());
            }
            return statement instanceof Statement.Constant constant ? Stream.of(constant.value()) : Stream.of();
        });
    }

    private static boolean isOdd(Statement.Literal literal, long octets) {
        Matcher padded = PADDED.matcher(literal.spelling());
        return padded.matches() && padded.group(1).length() != octets * 2;
    }

    private static void report(Statement.Literal literal, long octets, Diagnostics diagnostics) {
        int digits = literal.spelling().length() - 2;
        diagnostics.report(ID.at(
                        literal.span(),
                        "%s is written with %s, but the field has %s",
                        literal.spelling(),
                        Count.of(digits, "digit"),
                        Count.of(octets, "octet"))
                .hint("write values of this field with %d digits", octets * 2));
    }
}
