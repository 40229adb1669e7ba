package io.streamspec.lint;

import io.streamspec.model.Field;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.List;
import java.util.regex.Pattern;

/** Finds fields whose names are written in another way than most names of fields. */
final class FieldNameStyle implements Check {

    static final DiagnosticId ID = DiagnosticId.note("field-name-style");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "the name of a field is written in another way than the others",
                "Programs and texts that name the field cannot write it as the drawing does, and each finds another spelling.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | Revision              |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field          Description
                -------------- -----------------------------------------
                magic          0x12345678.

                Revision       The version of what follows.
                -----------------------------------------------------
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | revision              |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                revision    The version of what follows.
                -----------------------------------------------------
                """);
    }

    private static final Pattern USUAL = Pattern.compile("[a-z][a-z0-9_']*");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        List<Field> fields = subject.drawn().stream()
                .flatMap(part -> part.structure().orElseThrow().fields().stream())
                .filter(field -> !field.isIgnored())
                .toList();
        List<Field> unusual = fields.stream()
                .filter(field -> !USUAL.matcher(field.label()).matches())
                .toList();
        if (unusual.size() * 2 <= fields.size()) {
            unusual.forEach(field -> diagnostics.report(ID.at(
                            field.span(),
                            "the name '%s' does not consist of small letters, digits and underscores, as most names of fields do",
                            field.label())
                    .hint("call it '%s'", field.name())));
        }
    }
}
