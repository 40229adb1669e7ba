package io.streamspec.lint;

import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Finds sentences that say of all fields that their width is fixed, in documents where one is not. */
final class FixedWidthClaim implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("fixed-width-claim");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "the text says that all fields have a fixed width, and one has not",
                "Who believes the sentence reserves room for a field that may be of any length.",
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

                notes       What was noted, up to the end.
                -----------------------------------------------------

                All fields have a fixed width.
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

                All fields but the notes have a fixed width.
                """);
    }

    private static final Pattern CLAIM = Pattern.compile(
            "\\b(?:all|every|each)\\b(?!.*\\b(?:but|except|unless|other than)\\b).*\\bfields?\\b.*\\bfixed[- ](?:width|size|length)",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Placement placement = Placement.of(subject.model());
        // the body in the drawing of all records is what the claim is about; a field of one of them is not
        List<Field> open = subject.drawn().stream()
                .sorted(Comparator.comparing(part -> part.records().isEmpty()))
                .flatMap(part -> placement.fields(part.structure().orElseThrow()).stream())
                .filter(placed -> placed.size().isEmpty() && isWhole(placed.field()))
                .map(Placement.Placed::field)
                .toList();
        for (Part part : subject.parts()) {
            for (RunningText sentence : part.sentences()) {
                if (!open.isEmpty()) {
                    sentence.findPlain(CLAIM).forEach(found -> report(found.span(), open, diagnostics));
                }
            }
        }
    }

    /** An array is many fields, of which each may well be fixed. */
    private static boolean isWhole(Field field) {
        return field.type() instanceof FieldType.Octets || field.type() instanceof FieldType.Text;
    }

    private static void report(Span claim, List<Field> open, Diagnostics diagnostics) {
        Field first = open.get(0);
        diagnostics.report(
                ID.at(claim, "all fields are said to have a fixed width, but '%s', for one, has none", first.label())
                        .hint("say which fields are excepted")
                        .seeAlso(first.span(), "how long '" + first.label() + "' is depends on its record"));
    }
}
