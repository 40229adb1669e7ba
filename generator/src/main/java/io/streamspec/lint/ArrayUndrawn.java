package io.streamspec.lint;

import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds fields that a table describes as arrays and that are drawn as one box. */
final class ArrayUndrawn implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("array-undrawn");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "an array is described, but its elements are not drawn",
                "Neither the width of an element nor how many there are can be read off a box without elements.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
                    | levels                                        |
                    ...
                    +-----------------------------------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                levels      Array of water levels.
                -----------------------------------------------------
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
                    | level[0]                                      |
                    +-----------------------------------------------+
                    ...
                    +-----------------------------------------------+
                    | level[7]                                      |
                    +-----------------------------------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                level       Array of water levels.
                -----------------------------------------------------
                """);
    }

    private static final Pattern ARRAY =
            Pattern.compile("^(?:An? |The )?(?:array|list|sequence|vector)s? of ", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.drawn()) {
            for (FieldRow row : part.fieldRows()) {
                Optional<Field> field = part.field(row);
                boolean whole = field.isPresent()
                        && field.get().indexes().isEmpty()
                        && !(field.get().type() instanceof FieldType.Array);
                if (whole && ARRAY.matcher(row.description().text()).find()) {
                    report(field.get(), row, diagnostics);
                }
            }
        }
    }

    private static void report(Field field, FieldRow row, Diagnostics diagnostics) {
        diagnostics.report(
                ID.at(field.span(), "'%s' is described as an array, but no element of it is drawn", field.label())
                        .hint("draw '%s[0]' and its last element with what they consist of", field.label())
                        .seeAlso(row.row().cells().get(0).span(), "the description"));
    }
}
