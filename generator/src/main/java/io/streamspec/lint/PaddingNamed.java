package io.streamspec.lint;

import io.streamspec.model.Field;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds fields that are called padding or reserved, and have a value like any other. */
final class PaddingNamed implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("padding-named");

    private static final Pattern NAME = Pattern.compile("_*(?:padding|pad|reserved|rsvd|rsrvd|unused)_?[0-9]*");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a field is called padding or reserved, and has a value like any other",
                "Programs set and get it, and nothing makes it zero.",
                Entry.Setting.TITLE,
                header("pad", "pad         Zero.\n\n"),
                header("(reserved)", ""));
    }

    private static String header(String label, String row) {
        return """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | %-22s|
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                %smagic       0x12345678.
                -----------------------------------------------------
                """
                .formatted(label, row);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Optional<String> frame = subject.model().framing().map(framing -> framing.structure());
        for (Part part : subject.drawn()) {
            part.structures().stream()
                    .filter(structure -> frame.filter(structure.name()::equals).isEmpty())
                    .flatMap(structure -> structure.fields().stream())
                    .filter(PaddingNamed::isMeant)
                    .forEach(
                            field -> diagnostics.report(
                                    ID.at(
                                                    field.span(),
                                                    "'%s' is a field with a value, by its row in the table",
                                                    field.label())
                                            .hint(
                                                    "draw it as (reserved) and take its row out, or call it after what it says")));
        }
    }

    private static boolean isMeant(Field field) {
        return !field.isIgnored()
                && NAME.matcher(field.name().toLowerCase(Locale.ROOT)).matches();
    }
}
