package io.streamspec.testing;

import java.util.List;
import java.util.stream.Stream;

/**
 * Faults that authors make in documents: the sound document with one of them, and the same document with something in its
 * place that looks much like it and is none.
 */
public final class DocumentFaults {

    private static final String MAGIC = "| magic                 | flags     |";
    private static final String FLAGS = "| flags     | kind      |";
    private static final String RULE = "require count > 0";
    private static final String LAST = "| item[C-1]                                     |";
    private static final String DATA = "| data...                                       |\n    ...";
    private static final String ROW = "data        Anything.\n";
    private static final String CLOSE = "-".repeat(68) + "\n";
    private static final String TABLE =
            """

            --------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------
            data        Anything.
            --------------------------------------------------------------------
            """;
    private static final String VALUES =
            """

            -------------------------------------
            Mood       Value    Meaning
            ---------  -------  -----------------
            GOOD       0x0      Well.

            BAD        0x1      Unwell.

            UGLY       0x3      Worse.
            -------------------------------------
            """;
    private static final String DIAGRAM =
            """

                 0     1     2     3     4     5     6     7 octet
                +-----------------------------------------------+
                | more                                          |
                +-----------------------------------------------+
            """;

    private DocumentFaults() {}

    /** A fault, and what is nearly the same and right. */
    public record Fault(String id, String wrong, String near) {
        @Override
        public String toString() {
            return id;
        }
    }

    /** All of them; some ids several times. */
    public static List<Fault> all() {
        return Stream.of(
                        documents(),
                        diagrams(),
                        tables(),
                        fields(),
                        values(),
                        records(),
                        rules(),
                        silences(),
                        HeaderFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Fault> documents() {
        return List.of(
                new Fault("document-empty", " \n\n", "%\n"),
                new Fault("document-too-large", "% A\n".repeat((1 << 20) + 1), "% A" + " ".repeat((4 << 20) - 3)),
                edit(
                        "title-missing",
                        "% A format\n% Somebody <<some@body.org>>\n% Revision 1\n",
                        "",
                        "% A format\n%\n%\n"),
                edit("title-missing", "% A format\n", "%\n", "% A\n"),
                edit("control-character", "Data.\n", "Da\u0007ta.\n", "Da\tta.\n"),
                edit(
                        "line-stray",
                        "item        The items.\n" + CLOSE,
                        "item        The items.\n",
                        "item        The items.\n" + "-".repeat(60) + "\n"),
                edit("line-stray", "% Revision 1", "% Revised once", "% Revision one"),
                edit("prose-too-deep", "Data.\n", ">".repeat(101) + " Data.\n", ">".repeat(99) + " Data.\n"),
                edit("fence-open", RULE + "\n```", RULE + "\n", RULE + "\n````"),
                edit(
                        "section-empty",
                        "DATA\n----\n\nData.",
                        "LONE\n----\n\nDATA\n----\n\nData.",
                        "LONE\n----\n\nWords.\n\nDATA\n----\n\nData."),
                edit(
                        "section-empty",
                        "The last record.\n",
                        "The last record.\n\n\\clearpage\n\nLone\n----\n\nEND 2\n-----\n",
                        "The last record.\n\n\\clearpage\n\nLone\n====\n\nEND 2\n-----\n\nWords.\n"),
                behind("section-two-diagrams", DIAGRAM, "\nMore\n----\n" + DIAGRAM),
                behind("section-two-tables", TABLE, TABLE.replace("Field  ", "Box    ")),
                behind(
                        "table-without-diagram",
                        "\nMore\n----\n" + TABLE,
                        "\nMore\n----\n" + TABLE.replace("Field  ", "Box    ")));
    }

    private static List<Fault> diagrams() {
        return List.of(
                edit(
                        "diagram-edge",
                        MAGIC,
                        "| magic                    | flags  |",
                        "| magic                  | flags    |"),
                edit("diagram-cells", FLAGS, "| flags     |", "| flags                 |"),
                edit("diagram-cell-empty", FLAGS, "| flags     || kind     |", "| flags      | kind     |"),
                edit("diagram-label", FLAGS, "| flags     |           |", "| flags     | (reserved)|"),
                edit("diagram-row", "| magic      ", "? magic      ", "|  magic     "),
                edit("diagram-row", "| item[0] ", "| item[0  ", "| item[ 0]"),
                edit(
                        "diagram-ruler",
                        "4     5     6     7 octet\n    +-----------------------+-----------+",
                        "4     5     7     6 octet\n    +-----------------------+-----------+",
                        "4     5     6     7 bytes\n    +-----------------------+-----------+"),
                edit(
                        "diagram-ruler",
                        "     0     1     2     3     4     5     6     7 octet\n    +-----------------------+-----------+",
                        "    +-----------------------+-----------+",
                        "     0     1     2     3     4     5     6     7 octets\n    +-----------------------+-----------+"),
                edit("diagram-open-cell", FLAGS, "| flags     | kind", "| flags     | kind     |"),
                edit(
                        "field-open-end",
                        DATA,
                        DATA + "\n    | more                                          |",
                        "| data (16 octets)                              |\n    | more...                                       |\n    ..."));
    }

    private static List<Fault> tables() {
        return List.of(
                edit(
                        "table-open",
                        "item        The items.\n" + CLOSE,
                        "item        The items.\n" + "-".repeat(20) + "\n",
                        "item        The items.\n" + "-".repeat(60) + "\n"),
                edit(
                        "table-ruler",
                        "----------- --------------------------------------------------------\nmagic",
                        "magic",
                        "---------   --------------------------------------------------------\nmagic"),
                edit(
                        "table-column",
                        "magic       0x12345678.",
                        "magic_numbers 0x12345678.",
                        "magic_number 0x12345678."),
                behind(
                        "table-cells",
                        "\n| A | B |\n| - | - |\n| 1 | 2 | 3 |\n",
                        "\n| A | B |\n| - | - |\n| 1 | 2 \\| 3 |\n"),
                behind("table-cell-unread", VALUES.replace("0x1", "0xx"), VALUES.replace("0x1", "1  ")),
                behind(
                        "enumeration-duplicate",
                        VALUES + "\nMore\n----\n" + VALUES,
                        VALUES + "\nMore\n----\n" + VALUES.replace("Mood ", "Moods")),
                behind(
                        "value-unnamed",
                        VALUES.replace("0x1", "0x1-0x2").replace("0x1-0x2    ", "0x1-0x2"),
                        VALUES.replace("BAD   ", "      ").replace("0x1    ", "0x1-0x2")),
                edit("cell-statement", "bit 1-15: Reserved", "bit 1-15 Reserved", "bits 1-15: Reserved"),
                edit("cell-statement", "bit 1-15: Reserved", "bit x-15: Reserved", "Bit 1-15: Reserved"),
                edit("cell-statement", "bit 1-15: Reserved", "it 1-15: Reserved", "bit 15-1: Reserved"),
                edit("cell-statement", "0x0002: second.", "0x0002 second.", "0x2: second."));
    }

    private static List<Fault> fields() {
        return List.of(
                edit(
                        "structure-duplicate",
                        "DATA\n----\n\nData.",
                        "Header\n------\n\nData.",
                        "Headers\n-------\n\nData."),
                edit("field-duplicate", FLAGS, "| flags     | flags     |", "| flags     | flags_2   |"),
                edit(
                        "field-duplicate",
                        "item        The items.",
                        "item        The items.\n\nitem        The items.",
                        "item        The items.\n\n            The items."),
                edit("field-name", "count       How", "count !     How", "count (C)   How"),
                edit("field-spelling", "item        The items.", "Item        The items.", "`item`      The items."),
                edit(
                        "field-not-in-table",
                        "count       How many items there are.\n\n",
                        "",
                        "count (C)   How many items there are.\n\n"),
                edit(
                        "field-not-in-diagram",
                        "item        The items.",
                        "item        The items.\n\nghost       Not drawn.",
                        "item        The items.\n\nreserved    Not used."),
                edit(
                        "fields-not-described",
                        TABLE,
                        "",
                        "\n| Field | Description |\n| --- | --- |\n| data | Anything. |\n"),
                edit("field-statements-mixed", "0x0002: second.", "bit 1: second.", "A bit more."),
                edit(
                        "reserved-unmarked",
                        "| (reserved)            |",
                        "| padding               |",
                        "| (Reserved)            |"),
                edit(
                        "array-shape",
                        LAST,
                        "| item[C-1]             | item[C]               |",
                        "| item[ C - 1 ]                                 |"),
                edit(
                        "array-count-unknown",
                        LAST,
                        "| item[D-1]                                     |",
                        "| item[count-1]                                 |"));
    }

    private static List<Fault> values() {
        String range = "0x0003 - 0xFFFF: Reserved.";
        String bits = "bit 1-15: Reserved.";
        String second = "0x0002: second.";
        return List.of(
                edit("value-duplicate", second, "0x0001: second.", "0x02: second."),
                edit("value-name-duplicate", second, "0x0002: first.", "0x0002: first too."),
                edit("value-unnamed", second, "0x0002: (second)", "0x0002: second (of two)"),
                edit("value-overlap", range, "0x0002 - 0xFFFF: Reserved.", "0x0004 - 0xFFFF: Reserved."),
                edit("value-too-wide", range, "0x0003 - 0x1FFFF: Reserved.", "0x0003 - 0x0FFFF: Reserved."),
                edit("value-too-wide", "0x12345678.", "0x123456789.", "0x012345678."),
                edit("range-reversed", range, "0xFFFF - 0x0003: Reserved.", "0xFFFF - 0xFFFF: Reserved."),
                edit("bits-overlap", bits, "bit 0-15: Reserved.", "bit 15-1: Reserved."),
                edit(
                        "bits-undescribed",
                        bits,
                        "bit 2-15: Reserved.",
                        "bit 1-1: One.\n\n            bit 2-15: Reserved."),
                edit("bits-exceed-field", bits, "bit 1-16: Reserved.", "bit 1-14: Reserved."),
                edit(
                        "bits-name-duplicate",
                        bits,
                        "bit 1: Loud.\n\n            bit 2-15: Reserved.",
                        "bit 1: Louder.\n\n            bit 2-15: Reserved."));
    }

    private static List<Fault> records() {
        String big = "always in big-endian byte order";
        return List.of(
                edit(
                        "record-without-section",
                        "0x00000001: DATA\n",
                        "0x00000001: DATA\n\n             0x00000002: MORE\n",
                        "0x00000001: DATA (more)\n"),
                edit(
                        "section-without-type",
                        "DATA\n----\n\nData.",
                        "DATUM\n-----\n\nData.",
                        "DATA (old)\n----------\n\nData."),
                new Fault("frame-unclear", twoFrames("body_length"), twoFrames("body_size")),
                new Fault(
                        "byte-order-unknown",
                        SoundDocument.with(RULE, RULE + "\nbyte order big"),
                        SoundDocument.with(RULE, RULE + "\nbyte order from header.flags.loud")),
                edit("byte-order-unclear", big, "never in big-endian byte order", "always in _big-endian_ byte order"),
                edit(
                        "byte-order-unclear",
                        big,
                        "in big-endian order or in little-endian order",
                        "in big-endian order, in any order"),
                edit(
                        "byte-order-flag",
                        "bit 0: Loud.",
                        "bit 0: Endianness. 0 = big-endian, 1 = little-endian.",
                        "bit 0: Endianness. 0 = little-endian, 1 = big-endian."));
    }

    private static List<Fault> rules() {
        return List.of(
                edit("layout-syntax", RULE, "require count >", "require count > 0 # at least 1"),
                edit(
                        "rule-without-structure",
                        "Records\n=======\n",
                        "Rules\n=====\n\n``` {.layout}\nrequire count > 0\n```\n\nRecords\n=======\n",
                        "Rules\n=====\n\n``` {.layout}\nshort name test\n```\n\nRecords\n=======\n"),
                edit("rule-twice", RULE, "let count = 1", "let counts = 1"),
                edit("layout-syntax", RULE, "require record changes raise", "require any change raises revision"),
                edit("name-unknown", RULE, "require any change raises edition", "expect any change raises revision"),
                edit("name-unknown", RULE, "require header.magik stay", "require header.magic stay"),
                edit(
                        "rule-misfit",
                        RULE,
                        "require header changes raise header.count",
                        "require header changes raise header.magic"),
                edit(
                        "rule-twice",
                        RULE,
                        "expect any change raises revision\nrequire any change raises revision",
                        "expect any change raises revision\nrequire header.magic stay"),
                edit(
                        "rule-unknown",
                        "Data.\n",
                        "[Data is data.]{rule=header.count_over_1}\n",
                        "[Data is data.]{rule=header.count_over_0}\n"),
                edit(
                        "example-form",
                        "Data.\n",
                        "Data.\n\n``` {.example rule=header.count_over_0}\nOne.\n```\n",
                        "Data.\n\n``` {.example rule=header.count_over_0 accept}\nOne.\n```\n"),
                edit("rule-misfit", RULE, "count: octets[7]", "count: u32"),
                edit(
                        "rule-misfit",
                        RULE,
                        "require flags.loud in {item.x}\nalign 3",
                        "require flags.loud in {1}\nalign 4"),
                edit("rule-misfit", RULE, "missing octets are zero", "require count > 1"),
                edit("rule-misfit", RULE, "accept any count", "accept any kind"),
                edit("rule-misfit", RULE, "count: padding", "require count > 1"),
                edit("rule-misfit", RULE, "reserved: padding", "require count > 2"),
                edit(
                        "rule-misfit",
                        RULE,
                        "DATA resumes behind DATA",
                        "DATA continues as other until END\nDATA resumes behind DATA"),
                edit("name-unknown", RULE, "require counter > 0", "require C > 0"),
                edit("name-unknown", RULE, "accept any counter", "accept any kind"),
                edit("name-unknown", RULE, "DATUM resumes behind DATA", "DATA continues as other until END"),
                edit(
                        "name-unknown",
                        RULE,
                        "DATA continues as other until END\nDATA resumes behind DATA unless DATUM follows",
                        "DATA continues as other until END\nDATA resumes behind DATA unless END follows"),
                new Fault("name-ambiguous", ambiguous("twice"), ambiguous("thrice")),
                edit("division-by-zero", RULE, "require count / 0 > 0", "require count / 1 > 0"),
                edit("size-cycle", RULE, "let a = b + 1\nlet b = a + 1", "let a = b + 1\nlet b = count + 1"),
                edit("size-cycle", RULE, "item: u64[size(item)]", "item: u64[size(count)]"),
                edit("field-later", RULE, "flags: u16 when count > 0", "count: u32 when flags.loud == 1"));
    }

    private static List<Fault> silences() {
        String allow = "Data.\n\n<!-- streamspec allow fields-not-described";
        return List.of(
                edit("silence-form", "Data.\n", allow + " -->\n", allow + " because all is said -->\n"),
                edit("silence-form", "Data.\n", allow + " because -->\n", allow + "\nbecause all\nis said -->\n"),
                edit(
                        "silence-form",
                        "Data.\n",
                        allow + " because all is said\n",
                        "Data.\n\n<!-- stream, allow me -->\n"));
    }

    private static String twoFrames(String length) {
        String text = SoundDocument.TEXT;
        String frame = text.substring(text.indexOf("Records\n======="), text.indexOf("END\n---"));
        return text + "\n" + frame.replace("Records\n=======", "Others\n======").replace("body_length", length);
    }

    private static String ambiguous(String second) {
        return SoundDocument.with(RULE, "let twice = 2 * count")
                        .replace("Frames, in", "``` {.layout}\nlet thrice = twice\n```\n\nFrames, in")
                + "\n``` {.layout}\nlet " + second.replace("thrice", "four") + " = 4\n```\n";
    }

    private static Fault edit(String id, String right, String wrong, String near) {
        return new Fault(id, SoundDocument.with(right, wrong), SoundDocument.with(right, near));
    }

    /** With something more at the end of the document, in the section DATA. */
    private static Fault behind(String id, String wrong, String near) {
        return new Fault(id, SoundDocument.TEXT + wrong, SoundDocument.TEXT + near);
    }
}
