package io.streamspec.testing;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents of any size, each large in one way. All are sound. */
public enum LargeDocuments {
    RECORDS(n -> Small.TEXT
                    .replace("0x00000002", "0x%08X".formatted(n + 1))
                    .replace(
                            "0x00000001: DATA",
                            repeat(n, i -> "0x%08X: R%05d\n\n             ".formatted(i + 1, i))
                                    .strip())
                    .replaceFirst("(?s)DATA\n----.*", "")
            + repeat(n, i -> "R%05d\n------\n\nRecord %d, see R%05d and `value_%d`.\n\n%s\n%s\n"
                    .formatted(
                            i, i, i / 2, i, field("value_" + i), row("value_" + i, "The value of %d.".formatted(i))))),
    VALUES(n -> Small.TEXT
            .replace("0x0003", "0x%04X".formatted(n + 1))
            .replace(
                    "kind        0x0001: first.\n",
                    "kind        "
                            + repeat(n, i -> "0x%04X: value%d.\n\n            ".formatted(i + 1, i))
                                    .strip() + "\n")
            .replace("0x0002: second.\n\n            ", "")),
    FIELDS(n -> Small.TEXT + "\nWide\n====\n\nA structure.\n\n"
            + "     0     1     2     3     4     5     6     7 octet\n"
            + "    +-----------------------+-----------------------+\n"
            + repeat(n, i -> ("    | a%-21d | b%-21d |\n    +-----------------------+-----------------------+\n")
                    .formatted(i, i))
            + "\n" + table(repeat(n, i -> "%-11s A field.\n\n%-11s Another.\n\n".formatted("a" + i, "b" + i)))),
    COLUMNS(n -> Small.TEXT + "\nWide\n====\n\nA structure.\n\n    "
            + repeat(n, i -> " %-5d".formatted(i)) + " octet\n    +"
            + repeat(n, i -> "-----+") + "\n    |"
            + repeat(n, i -> "%-5s|".formatted("a" + i)) + "\n    +"
            + repeat(n, i -> "-----+") + "\n\n"
            + table(repeat(n, i -> "%-11s A field.\n\n".formatted("a" + i)))),
    RULES(n -> Small.TEXT.replace(
            "require count > 0\n", repeat(n, i -> "require count != %d as rule_%d\n".formatted(i + 7, i)))),
    PROSE(n -> Small.TEXT + "\nMore\n====\n\n"
            + repeat(
                    n,
                    i ->
                            "Paragraph %d says that `count` must not be *less* than [magic](#header), see DATA and the Header.\n\n"
                                    .formatted(i))),
    CODE_SPANS(n -> Small.TEXT + "\nMore\n====\n\n" + repeat(n, i -> "`code %d` and\n".formatted(i)) + "end.\n"),
    OPEN_MARKS(n -> Small.TEXT + "\nMore\n====\n\n"
            + repeat(n, i -> "*a `b ~c ^d _e \\*f __g ``h ![i <j &k; @l {m \"n\n") + "end.\n"),
    STATEMENTS(n -> Small.TEXT + "\nMore\n====\n\n"
            + repeat(n, i -> "A reader must reject a count of %d. ".formatted(i) + "\n") + "\n"),
    LISTS(n -> Small.TEXT + "\nMore\n====\n\n" + repeat(n, i -> " * item %d\n   goes on\n\n   + and in\n".formatted(i))
            + "\n"),
    HEADINGS(n -> Small.TEXT + repeat(n, i -> "\n## Section %d\n\nText %d.\n".formatted(i, i))),
    FOOTNOTES(n -> Small.TEXT + "\nMore\n====\n\n" + repeat(n, i -> "Text[^n%d].\n\n".formatted(i))
            + repeat(n, i -> "[^n%d]: note %d\n\n".formatted(i, i))),
    PLAIN_TABLE(n -> Small.TEXT + "\nMore\n====\n\nA table.\n\n| number | word |\n|---|---|\n"
            + repeat(n, i -> "| %d | word `%d` |\n".formatted(i, i)) + "\n"),
    LISTING(n -> Small.TEXT + "\nMore\n====\n\nCode.\n\n```c\n" + repeat(n, i -> "int a%d;\n".formatted(i)) + "```\n"),
    BLANKS(n -> Small.TEXT + "\n".repeat(n) + "\nMore\n====\n\nText." + " ".repeat(n) + "\n"),
    LONG_WORD(n -> Small.TEXT + "\nMore\n====\n\n" + "x".repeat(20 * n) + "\n"),
    MIXED_LINE_ENDS(
            n -> Small.TEXT + "\r\nMore\r\n====\n\r\n" + repeat(n, i -> i % 2 == 0 ? "text\r\n" : "text\n") + "\n");

    /** In a class of its own, for the constants above are made first. */
    private static final class Small {
        static final String TEXT =
                """
                % A format
                % Somebody <<some@body.org>>
                % Revision 1

                Header
                ======

                The header, always in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------+-----------+
                    | magic                 | flags     | kind      |
                    +-----------------------+-----------+-----------+
                    | count (C)             | (reserved)            |
                    +-----------------------+-----------------------+
                    | item[0]                                       |
                    +-----------------------------------------------+
                    ...
                    +-----------------------------------------------+
                    | item[C-1]                                     |
                    +-----------------------------------------------+

                --------------------------------------------------------------------
                Field       Description
                ----------- --------------------------------------------------------
                magic       0x12345678.

                flags       bit 0: Loud.

                            bit 1-15: Reserved.

                kind        0x0001: first.

                            0x0002: second.

                            0x0003 - 0xFFFF: Reserved.

                count       How many items there are.

                item        The items.
                --------------------------------------------------------------------

                ``` {.layout}
                require count > 0
                ```

                Records
                =======

                Frames, in the order of the header.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | type                  | body_length           |
                    +-----------+-----------+-----------------------+
                    | body...                                       |
                    ...
                    |           | padding (0 to 7 octets)           |
                    +-----------+-----------------------------------+

                --------------------------------------------------------------------
                Field        Description
                -----------  -------------------------------------------------------
                type         0x00000000: END

                             0x00000001: DATA

                             0x00000002 - 0xFFFFFFFF: Reserved.

                body_length  Length of the body.

                body         The body.

                padding      Zeros.
                --------------------------------------------------------------------

                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+

                DATA
                ----

                Data.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
                    | data...                                       |
                    ...
                    +-----------------------------------------------+

                --------------------------------------------------------------------
                Field       Description
                ----------- --------------------------------------------------------
                data        Anything.
                --------------------------------------------------------------------
                """;
    }

    private final IntFunction<String> text;

    LargeDocuments(IntFunction<String> text) {
        this.text = text;
    }

    /** The document with {@code n} of what it has many of. */
    public String of(int n) {
        return text.apply(n);
    }

    private static String repeat(int n, IntFunction<String> part) {
        return IntStream.range(0, n).mapToObj(part).collect(Collectors.joining());
    }

    private static String field(String name) {
        return "     0     1     2     3     4     5     6     7 octet\n"
                + "    +-----------------------------------------------+\n"
                + "    | %-45s |\n".formatted(name)
                + "    +-----------------------------------------------+\n";
    }

    private static String row(String name, String text) {
        return table("%-11s %s\n\n".formatted(name, text));
    }

    private static String table(String rows) {
        String rule = "-".repeat(68) + "\n";
        return rule + "Field       Description\n----------- " + "-".repeat(56) + "\n" + rows.strip() + "\n" + rule;
    }
}
