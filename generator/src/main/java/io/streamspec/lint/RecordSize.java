package io.streamspec.lint;

import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.source.Count;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.OptionalLong;

/** Finds bodies of a fixed size that every record has to pad. */
final class RecordSize implements Check {

    static final DiagnosticId ID = DiagnosticId.note("record-size");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a record of a fixed size is no multiple of the alignment",
                "Each such record is padded. Reserved octets at the end of the body would cost nothing, and could get a meaning later.",
                Entry.Setting.RECORDS,
                """
                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+

                DATA
                ----

                What was measured.

                     0     1     2     3 octet
                    +-----------------------+
                    | value                 |
                    +-----------------------+

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
                    +-----------------------+-----------------------+
                    | value                 | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                value       The number that was read.
                -----------------------------------------------------
                """);
    }

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        int alignment = subject.model().framing().map(Framing::alignment).orElse(1);
        for (Part part : subject.drawn()) {
            OptionalLong size =
                    Placement.of(subject.model()).size(part.structure().orElseThrow());
            if (!part.records().isEmpty() && size.isPresent() && size.getAsLong() % alignment != 0) {
                diagnostics.report(ID.at(
                                part.heading(),
                                "the body of '%s' has %s, and records are padded to a multiple of %d",
                                part.records().get(0).name(),
                                Count.of(size.getAsLong(), "octet"),
                                alignment)
                        .hint(
                                "draw %s at its end",
                                Count.of(alignment - size.getAsLong() % alignment, "reserved octet")));
            }
        }
    }
}
