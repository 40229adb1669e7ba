package io.streamspec.lint;

import io.streamspec.model.Field;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.Optional;

/** Finds records whose text says that they have no fields, and whose diagram draws some. */
final class EmptyBodyDrawn implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("empty-body-drawn");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "the text says that a record has no fields, and the diagram draws some",
                "Text copied from another record contradicts the drawing; programs read a body where others write none.",
                Entry.Setting.RECORDS,
                """
                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+

                DATA
                ----

                What was measured. The record contains no fields.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
                    | value                                         |
                    +-----------------------------------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                value       The number that was read.
                -----------------------------------------------------
                """,
                """
                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+

                DATA
                ----

                What was measured.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
                    | value                                         |
                    +-----------------------------------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                value       The number that was read.
                -----------------------------------------------------
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.drawn()) {
            Optional<Field> drawn = part.structure().orElseThrow().fields().stream()
                    .filter(field -> !field.isIgnored())
                    .findFirst();
            drawn.ifPresent(field -> part.sentences().stream()
                    .filter(sentence -> !Emptiness.isCondition(sentence))
                    .flatMap(sentence -> sentence.findPlain(Emptiness.SAID))
                    .findFirst() // it may say so twice, and is wrong once
                    .ifPresent(found -> diagnostics.report(ID.at(
                                    found.span(),
                                    "the text says that the body is empty, but '%s' is drawn in it",
                                    field.label())
                            .hint("take the sentence out, or draw an empty box")
                            .seeAlso(field.span(), "the field"))));
        }
    }
}
