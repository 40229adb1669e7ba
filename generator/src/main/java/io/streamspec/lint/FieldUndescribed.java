package io.streamspec.lint;

import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds fields with an open end that the table of their section leaves out; of other fields the resolver tells. */
final class FieldUndescribed implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("field-undescribed");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a field with an open end is drawn but not described",
                "The table describes the other fields, so readers look there for this one too.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | version               |
                    +-----------------------+-----------------------+
                    | notes...                                      |
                    ...
                    +-----------------------------------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                version     The version of what follows.
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
                    | notes...                                      |
                    ...
                    +-----------------------------------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                version     The version of what follows.

                notes       What was noted, up to the end.
                -----------------------------------------------------
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.drawn()) {
            Set<String> described =
                    part.fieldRows().stream().map(FieldRow::name).collect(Collectors.toSet());
            for (Field field : part.structure().orElseThrow().fields()) {
                boolean silent = field.description().isEmpty() && !described.contains(field.name());
                boolean open = field.type() instanceof FieldType.Octets || field.type() instanceof FieldType.Text;
                if (!described.isEmpty() && silent && open && isDrawnAs(field, part)) {
                    diagnostics.report(
                            ID.at(field.span(), "'%s' is drawn, but the table does not describe it", field.label())
                                    .hint("add a row '%s' to the table of fields", field.label()));
                }
            }
        }
    }

    private static boolean isDrawnAs(Field field, Part part) {
        return field.span().source().equals(part.heading().source());
    }
}
