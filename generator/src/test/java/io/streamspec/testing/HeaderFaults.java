package io.streamspec.testing;

import io.streamspec.testing.DocumentFaults.Fault;
import java.util.List;

/** Faults that authors make in documents whose streams are headers and something else behind them. */
final class HeaderFaults {

    private static final String TEXT =
            """
            % A format
            % Somebody <<some@body.org>>
            % Revision 1

            Header
            ======

            The header.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------------------------------+
                | magic (12 octets)                             |
                +-----------------------+-----------------------+
                | mark                  | flags                 |
                +-----------------------+-----------------------+
                | length                | (reserved)            |
                +-----------------------+-----------------------+
                | text...                                       |
                ...
                +-----------------------------------------------+

            --------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------
            magic       "tide archive" (as ever).

            mark        0x01020304.

            flags       bit 0: Loud.

                        bit 1-31: Reserved.

            length      How long the text is.

            text        The text.
            --------------------------------------------------------------------

            ``` {.layout}
            text: octets[length]
            byte order from header.mark
            stream file: header
            limit header 0x1000
            header continues as other when header.flags.loud
            ```
            """;

    private static final String MAGIC = "\"tide archive\" (as ever).";
    private static final String ORDER = "byte order from header.mark";
    private static final String STREAM = "stream file: header";
    private static final String LIMIT = "limit header 0x1000";
    private static final String NEXT = "header continues as other when header.flags.loud";

    private HeaderFaults() {}

    static List<Fault> all() {
        return List.of(
                edit("constant-octets", MAGIC, "\"tide archives\".", "\"tide\" 0x20 \"archive\"."),
                edit("constant-octets", MAGIC, "0x7469.", "0x746964652061726368697665."),
                edit("constant-octets", MAGIC, "\"tide archiv\" 0x6 (half an octet).", "The \"tide archives\"."),
                edit(
                        "constant-octets",
                        LIMIT,
                        "accept magic in {0x7469}",
                        "accept magic in {0x546964652061726368697665}"),
                edit(
                        "field-statements-mixed",
                        MAGIC,
                        MAGIC + "\n\n            \"tide archive\".",
                        MAGIC + "\n\n            Yes."),
                edit("byte-order-flag", ORDER, "byte order from header.flags", ORDER),
                edit("byte-order-flag", "0x01020304.", "0x04010104.", "0x01020403."),
                edit("byte-order-flag", "0x01020304.", "0x01010101.", "0x01010102."),
                edit("byte-order-flag", LIMIT, "accept mark in {5}", "accept magic in {0x746964652061726368697666}"),
                edit("byte-order-flag", LIMIT, "byte order big", LIMIT),
                edit("byte-order-flag", STREAM, "short name tide", STREAM),
                edit("name-unknown", LIMIT, "limit length 0x1000", "limit header 4096"),
                edit("rule-misfit", LIMIT, "limit header 27", "limit header 28"),
                edit("rule-misfit", LIMIT, "limit header 0x80000000", "limit header 0x7FFFFFFF"),
                edit("rule-twice", LIMIT, LIMIT + "\nlimit header 0x2000", LIMIT),
                edit("name-unknown", NEXT, "headers continues as other", "header continues as other until END"),
                edit("name-unknown", NEXT, NEXT + " + quiet", NEXT + " + 1"),
                edit("rule-misfit", STREAM, "short name tide", STREAM),
                edit(
                        "rule-misfit",
                        NEXT,
                        "header continues as other\nheader continues as another",
                        "header continues as other when header.flags.loud\nheader continues as another"),
                framed("header continues as other", "DATA continues as other until END"),
                framed("DATA continues as other", "DATA continues as other until END"),
                framed(
                        "DATA continues as other until END when header.flags.loud",
                        "DATA continues as other until END"));
    }

    private static Fault edit(String id, String right, String wrong, String near) {
        if (!TEXT.contains(right)) {
            throw new IllegalArgumentException("the document has no " + right);
        }
        return new Fault(id, TEXT.replace(right, wrong), TEXT.replace(right, near));
    }

    /** In a document whose headers have records behind them. */
    private static Fault framed(String wrong, String near) {
        String rule = "require count > 0";
        return new Fault(
                "rule-misfit",
                SoundDocument.with(rule, rule + "\n" + wrong),
                SoundDocument.with(rule, rule + "\n" + near));
    }
}
