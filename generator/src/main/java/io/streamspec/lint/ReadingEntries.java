package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import java.util.List;

/** What reading a document brings up and authors ask most about, explained as checks are. */
final class ReadingEntries {

    private static final String HEADER =
            """
            Header
            ======

            The first octets, in big-endian byte order.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------+-----------+
                | count (C)             | kind      | (reserved)|
                +-----------------------+-----------+-----------+
                | item[0]                                       |
                +-----------------------------------------------+
                ...
                +-----------------------------------------------+
                | item[C-1]                                     |
                +-----------------------------------------------+

            -----------------------------------------------------
            Field       Description
            ----------- -----------------------------------------
            count       How many items follow.

            kind        0x0000: plain

                        0x0001: packed

                        0x0002 - 0xFFFF: Reserved.

            item        What was packed.
            -----------------------------------------------------
            """;
    private static final String FLAGS =
            """
            Header
            ======

            The first octets, in big-endian byte order.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----+-----------------+
                | count                 | how | (reserved)      |
                +-----------------------+-----+-----------------+

            -----------------------------------------------------
            Field       Description
            ----------- -----------------------------------------
            count       How many items follow.

            how         Bit 0: packed.

                        Bits 1-7: Reserved.
            -----------------------------------------------------
            """;
    private static final String END =
            """
            END
            ---

            The last record.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------------------------------+
            """;
    private static final String DATA =
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
            """;

    private ReadingEntries() {}

    /** In the order of the manual of diagnostics. */
    static List<Entry> all() {
        return List.of(
                ofHeader(
                        "field-not-in-table",
                        "Nobody learns what the field means, nor how a program should call it.",
                        HEADER.replace(
                                "            0x0002 - 0xFFFF: Reserved.\n\nitem        What was packed.\n",
                                "            0x0002 - 0xFFFF: Reserved.\n")),
                ofHeader(
                        "field-not-in-diagram",
                        "Nobody learns where the field stands, so no program can read it.",
                        HEADER.replace(
                                "item        What was packed.",
                                "item        What was packed.\n\nchecksum    The sum of the items.")),
                ofHeader(
                        "fields-not-described",
                        "The drawing says how wide the fields are, and nothing says what they mean.",
                        HEADER.substring(0, HEADER.indexOf("\n-----"))),
                ofHeader(
                        "reserved-unmarked",
                        "A reader of the drawing takes it for a field with a name, which programs set and get.",
                        HEADER.replace("(reserved)", "reserved  ")),
                ofHeader(
                        "array-count-unknown",
                        "Where something is to follow the array, its beginning cannot be found.",
                        HEADER.replace("item[C-1]", "item[N-1]")),
                ofHeader(
                        "value-overlap",
                        "A number that is both in use and kept for later has two meanings.",
                        HEADER.replace("0x0002 - ", "0x0001 - ")),
                ofHeader(
                        "value-unnamed",
                        "Programs and texts need a word for a value; each reader makes up another one.",
                        HEADER.replace("0x0001: packed", "0x0001: (packed)")),
                entry(
                        "bits-undescribed",
                        "Readers do not know whether to refuse a bit that is set there, or to pass over it.",
                        Entry.Setting.TITLE,
                        FLAGS.replace("\n            Bits 1-7: Reserved.\n", ""),
                        FLAGS),
                entry(
                        "record-without-section",
                        "Readers come upon records of that type and do not know what is in them.",
                        Entry.Setting.RECORDS,
                        END,
                        END + DATA));
    }

    private static Entry ofHeader(String id, String reason, String wrong) {
        return entry(id, reason, Entry.Setting.TITLE, wrong, HEADER);
    }

    private static Entry entry(String name, String reason, Entry.Setting setting, String wrong, String right) {
        Meanings.Meaning meaning = Meanings.of(name).orElseThrow();
        DiagnosticId id =
                switch (meaning.severity()) {
                    case ERROR -> DiagnosticId.error(name);
                    case WARNING -> DiagnosticId.warning(name);
                    case NOTE -> DiagnosticId.note(name);
                };
        return new Entry(id, meaning.when(), reason, setting, wrong, right);
    }
}
