package io.streamspec.lint;

import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Structure;
import io.streamspec.source.Count;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Finds widths that a table gives to a field which is drawn in another width. */
final class FieldWidth implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("field-width");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a table gives a field another width than the diagram",
                "Programs are written after the one or the other; they do not understand each other.",
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

                version     A 16-bit number, the version of the rest.
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

                version     A 32-bit number, the version of the rest.
                -----------------------------------------------------
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.drawn()) {
            Structure structure = part.structure().orElseThrow();
            Map<String, Placement.Placed> placed = Placement.of(subject.model()).fields(structure).stream()
                    .collect(Collectors.toMap(place -> place.field().name(), place -> place, (a, b) -> a));
            for (FieldRow row : part.fieldRows()) {
                Placement.Placed place = placed.get(row.name());
                if (place != null) {
                    OptionalLong drawn = Placement.of(subject.model())
                            .elementSize(place.field().type().element());
                    boolean sized = place.size().isPresent() || place.field().type() instanceof FieldType.Array;
                    StatedWidth.in(row)
                            .filter(stated -> sized && drawn.isPresent() && stated.bits() != drawn.getAsLong() * 8)
                            .filter(stated -> place.size().isEmpty()
                                    || stated.bits() != place.size().getAsLong() * 8)
                            .ifPresent(stated -> report(stated, drawn.getAsLong(), diagnostics));
                }
            }
        }
    }

    private static void report(StatedWidth stated, long drawn, Diagnostics diagnostics) {
        diagnostics.report(ID.at(
                        stated.span(),
                        "the table says '%s', but the diagram draws %s",
                        stated.span().text(),
                        Count.of(drawn, "octet"))
                .hint("draw %s, or write %d bits", Count.of(stated.bits() / 8, "octet"), drawn * 8));
    }
}
