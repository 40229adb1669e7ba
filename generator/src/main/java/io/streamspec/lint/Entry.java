package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;

/**
 * What the catalogue says of a check.
 *
 * @param id the id of what it reports
 * @param title the fault, in a few words
 * @param reason why that matters, in a sentence or two
 * @param setting what stands before the examples to make them whole documents
 * @param wrong a part of a document that has the fault
 * @param right the same part, mended: the remedy
 */
public record Entry(DiagnosticId id, String title, String reason, Setting setting, String wrong, String right) {

    /** A whole document with {@code example} in it. */
    public String document(String example) {
        return setting.text() + example;
    }

    /** Where an example stands. */
    public enum Setting {
        /** By itself. */
        NONE(""),
        /** Under a title block. */
        TITLE("% A format\n% Somebody\n% Revision 1\n\n"),
        /** Behind a frame for records of the types {@code END} and {@code DATA}. */
        RECORDS(
                TITLE.text
                        + """
                Overview
                ========

                A stream is a sequence of records.

                ``` {.layout}
                byte order big
                ```

                Records
                =======

                Each record has a frame.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | type                  | body_length           |
                    +-----------------------+-----------------------+
                    | body...                                       |
                    ...
                    |           | padding (0 to 7 octets)           |
                    +-----------+-----------------------------------+

                --------------------------------------------------------
                Field        Description
                -----------  -------------------------------------------
                type         0x00000000: END

                             0x00000001: DATA

                             0x00000002 - 0xFFFFFFFF: Reserved.

                body_length  How many octets the body has.

                body         What the record says.

                padding      Zeroes up to a multiple of 8.
                --------------------------------------------------------

                ``` {.layout}
                align 8
                ```

                """);

        private final String text;

        Setting(String text) {
            this.text = text;
        }

        /** What stands before the example. */
        public String text() {
            return text;
        }
    }
}
