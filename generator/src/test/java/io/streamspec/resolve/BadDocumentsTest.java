package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.testing.ModelText;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault that an author can make in a small, otherwise sound document ends in its own diagnostic. */
class BadDocumentsTest {

    static final String SOUND =
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

    @Test
    void the_sound_document_has_no_errors() {
        assertThat(Specs.read(SOUND).errors()).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("title-missing", "% A format\n% Somebody <<some@body.org>>\n% Revision 1\n", ""),
                fault("section-empty", "DATA\n----\n\nData.", "EMPTY\n-----\n\nDATA\n----\n\nData."),
                fault(
                        "section-empty",
                        "The last record.\n",
                        "The last record.\n\n\\clearpage\n\nLone\n----\n\nEND 2\n-----\n"),
                fault("diagram-edge", "| magic                 | flags", "| magic                    | flags"),
                fault("diagram-cells", "| flags     | kind      |", "| flags     |"),
                fault("diagram-cell-empty", "| flags     | kind      |", "| flags     || kind     |"),
                fault("diagram-label", "| flags     | kind      |", "| flags     |           |"),
                fault("diagram-row", "| item[0] ", "| item[0  "),
                fault("diagram-row", "| magic      ", "? magic      "),
                fault(
                        "diagram-ruler",
                        "     0     1     2     3     4     5     6     7 octet\n    +-----------------------+-----------+",
                        "    +-----------------------+-----------+"),
                fault("diagram-ruler", "4     5     6     7 octet", "4     5     7     6 octet"),
                fault("diagram-open-cell", "| flags     | kind      |", "| flags     | kind"),
                fault(
                        "line-stray",
                        "item        The items.\n--------------------------------------------------------------------\n",
                        "item        The items.\n"),
                fault("fence-open", "require count > 0\n```", "require count > 0\n"),
                fault("field-name", "count       How", "count !     How"),
                fault("field-statements-mixed", "0x0002: second.", "bit 1: second."),
                fault("cell-statement", "bit 1-15: Reserved", "bit 1-15 Reserved"),
                fault("cell-statement", "bit 1-15: Reserved", "it 1-15: Reserved"),
                fault("cell-statement", "0x0002: second.", "0x0002 second."),
                fault("division-by-zero", "require count > 0", "require count / 0 > 0"),
                fault("control-character", "Data.", "Da\u0007ta."),
                fault("rule-misfit", "require count > 0", "require flags.loud in {item.x}\nalign 3"),
                fault("field-not-in-table", "count       How many items there are.\n\n", ""),
                fault(
                        "field-not-in-diagram",
                        "item        The items.",
                        "item        The items.\n\nghost       Not drawn."),
                fault("field-duplicate", "| flags     | kind      |", "| flags     | flags     |"),
                fault("field-duplicate", "item        The items.", "item        The items.\n\nitem        The items."),
                fault("structure-duplicate", "DATA\n----\n\nData.", "Header\n------\n\nData."),
                fault("value-name-duplicate", "0x0002: second.", "0x0002: first."),
                fault("value-duplicate", "0x0002: second.", "0x0001: second."),
                fault("value-overlap", "0x0003 - 0xFFFF: Reserved.", "0x0002 - 0xFFFF: Reserved."),
                fault("value-too-wide", "0x0003 - 0xFFFF: Reserved.", "0x0003 - 0x1FFFF: Reserved."),
                fault("value-too-wide", "0x12345678.", "0x123456789."),
                fault("range-reversed", "0x0003 - 0xFFFF: Reserved.", "0xFFFF - 0x0003: Reserved."),
                fault("bits-overlap", "bit 1-15: Reserved.", "bit 0-15: Reserved."),
                fault("bits-exceed-field", "bit 1-15: Reserved.", "bit 1-16: Reserved."),
                fault("cell-statement", "bit 1-15: Reserved.", "bit x-15: Reserved."),
                fault(
                        "record-without-section",
                        "0x00000001: DATA\n",
                        "0x00000001: DATA\n\n             0x00000002: MORE\n"),
                fault("section-without-type", "DATA\n----\n\nData.", "DATUM\n-----\n\nData."),
                fault("name-unknown", "require count > 0", "require counter > 0"),
                fault("layout-syntax", "require count > 0", "require count >"),
                fault("layout-syntax", "require count > 0", "require record changes raise"),
                fault("name-unknown", "require count > 0", "require any change raises edition"),
                fault("name-unknown", "require count > 0", "require header.magik stay"),
                fault("rule-misfit", "require count > 0", "require header changes raise header.count"),
                fault(
                        "rule-twice",
                        "require count > 0",
                        "expect any change raises revision\nrequire any change raises revision"),
                fault(
                        "rule-without-structure",
                        "Records\n=======\n",
                        "Rules\n=====\n\n``` {.layout}\nrequire count > 0\n```\n\nRecords\n=======\n"),
                fault("size-cycle", "require count > 0", "let a = b + 1\nlet b = a + 1"),
                fault("rule-misfit", "require count > 0", "count: octets[7]"),
                fault("rule-misfit", "require count > 0", "accept any count"),
                fault("rule-misfit", "require count > 0", "count: padding"),
                fault("rule-misfit", "require count > 0", "reserved: padding"),
                fault("name-unknown", "require count > 0", "accept any counter"),
                fault("rule-misfit", "require count > 0", "DATA resumes behind DATA"),
                fault("name-unknown", "require count > 0", "DATUM resumes behind DATA"),
                fault(
                        "name-unknown",
                        "require count > 0",
                        "DATA continues as other until END\nDATA resumes behind DATA unless DATUM follows"),
                fault("rule-twice", "require count > 0", "let count = 1"),
                fault("size-cycle", "require count > 0", "item: u64[size(item)]"),
                fault("field-later", "require count > 0", "flags: u16 when count > 0"),
                fault(
                        "field-open-end",
                        "| data...                                       |\n    ...",
                        "| data...                                       |\n    ...\n    | more                                          |"));
    }

    @Test
    void bits_that_nothing_describes_are_remarked_on() {
        assertThat(Specs.read(SOUND.replace("bit 1-15: Reserved", "bit 2-15: Reserved"))
                        .rendered())
                .contains("warning: bit 1 of 'flags' is not described [bits-undescribed]");
    }

    @Test
    void a_byte_order_that_is_denied_or_double_is_no_byte_order() {
        assertThat(Specs.read(SOUND.replace("always in big", "never in big")).errors())
                .contains("byte-order-unclear");
        assertThat(Specs.read(SOUND.replace(
                                "big-endian byte order.", "big-endian byte order, or in little-endian order."))
                        .errors())
                .contains("byte-order-unclear");
    }

    @Test
    void line_ends_byte_order_marks_and_tabs_make_no_difference() {
        String model = ModelText.of(Specs.read(SOUND).model()).replaceAll("\\s+", " ");
        for (String same : List.of(
                SOUND.replace("\n", "\r\n"),
                "\uFEFF" + SOUND,
                SOUND.replace("\n    |", "\n\t|"),
                SOUND.stripTrailing())) {
            Specs.Read read = Specs.read(same);
            assertThat(read.errors()).as(read.rendered()).isEmpty();
            assertThat(ModelText.of(read.model()).replaceAll("\\s+", " ")).isEqualTo(model);
        }
    }

    @Test
    void all_faults_of_a_document_are_reported_in_one_run_in_order_and_once() {
        Specs.Read read = Specs.read(SOUND.replace("0x0002: second.", "0x0001: second.")
                .replace("bit 1-15: Reserved.", "bit 1-16: Reserved.")
                .replace("require count > 0", "require counter > 0"));
        assertThat(read.errors()).containsExactly("bits-exceed-field", "value-duplicate", "name-unknown");
    }

    private static Arguments fault(String id, String right, String wrong) {
        return Arguments.of(id, right, wrong);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("faults")
    void a_fault_has_its_diagnostic_with_position_and_remedy(String id, String right, String wrong) {
        assertThat(SOUND).contains(right);
        Specs.Read read = Specs.read(SOUND.replace(right, wrong));
        assertThat(read.rendered())
                .contains("[" + id + "]")
                .contains("test.pandoc:")
                .contains("hint: ");
    }
}
