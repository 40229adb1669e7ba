package io.streamspec.lint;

import io.streamspec.model.RecordKind;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;

/** Finds sections of records that do not stand in the order of the types. */
final class RecordOrder implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("record-order");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "sections of records do not stand in the order of their types",
                "Readers look a record up by its number. One that stands elsewhere is taken for missing.",
                Entry.Setting.RECORDS,
                """
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

                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
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
        RecordKind before = null;
        for (Part part : subject.drawn()) {
            for (RecordKind record :
                    part.records().subList(0, Math.min(1, part.records().size()))) {
                if (before != null && record.type() < before.type() && !isSigned(record)) {
                    diagnostics.report(ID.at(
                                    part.heading(),
                                    "the record '%s' of type 0x%X stands behind '%s' of type 0x%X",
                                    record.name(),
                                    record.type(),
                                    before.name(),
                                    before.type())
                            .hint("put the sections into the order of the types"));
                } else {
                    before = record;
                }
            }
        }
    }

    /** Whether the number is written as a negative one; those go down from 0. */
    private static boolean isSigned(RecordKind record) {
        return record.span().text().startsWith("-");
    }
}
