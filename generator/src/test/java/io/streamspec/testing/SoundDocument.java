package io.streamspec.testing;

/** A small document without an error, in which tests make faults. */
public final class SoundDocument {

    /** The document: a header, a frame, and two kinds of records. */
    public static final String TEXT =
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

    private SoundDocument() {}

    /** The document with {@code other} in the place of {@code part}, which it has. */
    public static String with(String part, String other) {
        if (!TEXT.contains(part)) {
            throw new IllegalArgumentException("the sound document has no " + part);
        }
        return TEXT.replace(part, other);
    }
}
