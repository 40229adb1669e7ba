package io.streamspec.lint;

import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds fields that have constants of a family for values, none of which the document lists. */
final class ValuesElsewhere implements Check {

    static final DiagnosticId ID = DiagnosticId.note("values-elsewhere");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a field has values that the document does not list",
                "A reader of the document cannot tell what a value means without the sources of some program.",
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
                kind        One of the KIND_* constants.
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
                kind        0x00000000: KIND_MEAN

                            0x00000001: KIND_PEAK

                            0x00000002 - 0xFFFFFFFF: Reserved.
                -----------------------------------------------------
                """);
    }

    private static final Pattern FAMILY = Pattern.compile("(?<![\\w{}])[A-Z][A-Z0-9_]*_\\*");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.drawn()) {
            for (FieldRow row : part.fieldRows()) {
                Optional<Field> field = part.field(row);
                if (field.isPresent() && !isListed(field.get().type())) {
                    report(row, field.get(), diagnostics);
                }
            }
        }
    }

    private static boolean isListed(FieldType type) {
        FieldType element = type.element();
        return element instanceof FieldType.Enumerated
                || Names.bits(element).stream()
                        .anyMatch(range -> range.enumeration().isPresent());
    }

    private static void report(FieldRow row, Field field, Diagnostics diagnostics) {
        row.description().paragraphs().stream()
                .flatMap(paragraph -> RunningText.of(paragraph).find(FAMILY))
                .findFirst()
                .ifPresent(family -> diagnostics.report(ID.at(
                                family.span(),
                                "'%s' has constants of the family '%s', which the document does not list",
                                field.label(),
                                family.span().text())
                        .hint("list them with their values, or say where they are defined")));
    }
}
