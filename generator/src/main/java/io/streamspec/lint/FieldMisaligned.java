package io.streamspec.lint;

import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds numbers that do not stand at a multiple of their size; of reserved octets too, where the document says that all fields do. */
final class FieldMisaligned implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("field-misaligned");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a field does not stand at a multiple of its size",
                "Programs that map the octets onto structures read across boundaries there, or get padding where the stream has none.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------+-----------------------+-----------+
                    | kind      | version               | (reserved)|
                    +-----------+-----------------------+-----------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                kind        What it is.

                version     The version of what follows.
                -----------------------------------------------------
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------+-----------+-----------------------+
                    | kind      | (reserved)| version               |
                    +-----------+-----------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                kind        What it is.

                version     The version of what follows.
                -----------------------------------------------------
                """);
    }

    private static final Pattern CLAIM = Pattern.compile(
            "\\bfields?\\b.*\\b(?:aligned to|(?:at|on) a multiple of) (?:its|their|that) (?:own )?(?:size|width)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Optional<Span> claim = subject.parts().stream()
                .flatMap(part -> part.sentences().stream())
                .flatMap(sentence -> sentence.findPlain(CLAIM))
                .map(RunningText.Found::span)
                .findFirst();
        Placement placement = Placement.of(subject.model());
        for (Part part : subject.drawn()) {
            for (Placement.Placed placed : placement.fields(part.structure().orElseThrow())) {
                boolean counts = isNumber(placed.field().type())
                        || (claim.isPresent() && placed.field().type() instanceof FieldType.Reserved);
                if (counts && placed.offset().isPresent()) {
                    check(placed, placement, claim, diagnostics);
                }
            }
        }
    }

    private static boolean isNumber(FieldType type) {
        FieldType element = type.element();
        return element instanceof FieldType.Scalar
                || element instanceof FieldType.Constant
                || element instanceof FieldType.Enumerated
                || element instanceof FieldType.Flags;
    }

    private static void check(
            Placement.Placed placed, Placement placement, Optional<Span> claim, Diagnostics diagnostics) {
        FieldType type = placed.field().type().element();
        long size = placement.elementSize(type).orElse(1);
        long offset = placed.offset().getAsLong();
        if (size > 0 && offset % size != 0) {
            diagnostics.report(
                    claim.map(place -> complaint(placed, size).seeAlso(place, "the document says that all fields do"))
                            .orElseGet(() -> complaint(placed, size)));
        }
    }

    private static Diagnostic complaint(Placement.Placed placed, long size) {
        long offset = placed.offset().orElse(0);
        return ID.at(
                        placed.field().span(),
                        "'%s' starts at octet %d, which is not a multiple of its size, %d",
                        placed.field().span().text(),
                        offset,
                        size)
                .hint(
                        placed.field().isIgnored()
                                ? "draw it as reserved fields that do, or say that reserved octets are no such fields"
                                : "put %d reserved octets before it",
                        size - offset % size);
    }
}
