package io.streamspec.testing;

/** A document with every kind of field, for the tests of writers. */
public final class EveryKind {

    /** A stream with every kind of field; NAME stands for a name, WORDS for the document's words. */
    private static final String DOCUMENT =
            """
            % WORDS
            % Somebody

            WORDS
            =====

            ``` {.layout}
            byte order from start.options.endianness
            ```

            Start
            -----

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------+-----------+
                | magic                 | options   | NAME      |
                +-----------------------+-----------+-----------+

            --------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------
            magic       0x54454C45 (WORDS).

            options     bit 0: Endianness. 0 = little-endian, 1 = big-endian.

                        bits 1-15: Reserved.

            NAME        WORDS
            --------------------------------------------------------------------

            ``` {.layout}
            byte order big
            let each = NAME + 1
            ```

            Frame
            -----

                 0     1     2     3 octet
                +-----------+-----------+
                | type      | length    |
                +-----------+-----------+
                | body...               |
                ...
                |padding (0 to 3 octets)|
                +-----------------------+

            --------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------
            type        0x0000: END

                        0x0001: KINDS (WORDS)

                        0x0002: MEASURES

                        0x0003 - 0x7FFF: Reserved.

            length      The length of the body, in octets.
            --------------------------------------------------------------------

            ``` {.layout}
            frame type, length, body, padding
            align 4
            optional when type >= 0x8000
            limit length 0xFF00
            stream all: start, (KINDS | MEASURES)*, END
            ```

            END
            ---

                 0     1     2     3 octet
                +-----------------------+

            KINDS
            -----

                 0     1     2     3 octet
                +-----+-----+-----------+
                | n   | tag | (reserved)|
                +-----+-----+-----------+
                | extra                 |
                +-----------------------+
                | word                  |
                ...
                +-----------------------+
                | blob                  |
                ...
                +-----------------------+
                | pair                  |
                ...
                +-----------------------+

            --------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------
            n           How many words.

            tag         0x01: RED

                        0x02: BLUE

            extra       WORDS

            word        WORDS

            blob        Some octets for each word that is not zero.

            pair        Names and values.
            --------------------------------------------------------------------

            ``` {.layout}
            extra: u32 when tag == RED
            word: u16[n]
            blob: octets[each] for each word where word != 0
            pair: (key: text until 0x00, value: text until 0x00)[to end]
            require n < 9 as few
            expect size(pair) > 0 as some
            ```

            MEASURES
            --------

                 0     1     2     3     4     5     6     7 octet
                +-----------------------------------------------+
                | big                                           |
                +-----------------------------------------------+
                | rest                                          |
                ...
                +-----------------------------------------------+

            --------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------
            big         A number.

            rest        WORDS
            --------------------------------------------------------------------

            ``` {.layout}
            rest: octets[big - each]
            require big != 3
            ```
            """;

    private EveryKind() {}

    /** The document with a field called {@code name}, and {@code words} wherever a document has words. */
    public static String document(String name, String words) {
        return DOCUMENT.replace("NAME      |", (name + "          ").substring(0, 10) + "|")
                .replace("NAME        ", (name + "            ").substring(0, 12))
                .replace("NAME", name)
                .replace("WORDS", words);
    }
}
