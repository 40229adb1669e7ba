package io.streamspec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of change, made by one edit of a small document. */
class DifferenceTest {

    /** A stream with everything that can change. */
    static final String DOCUMENT =
            """
            % Soundings
            % The surveyors
            % Revision 1

            Overview
            ========

            Depths are measured from a ship.

            ``` {.layout}
            short name soundings
            byte order big
            ```

            Header
            ======

            The first octets.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------------------+
                | magic                 | flags     | version   |
                +-----------------------+-----------+-----------+

            -----------------------------------------------------
            Field       Description
            ----------- -----------------------------------------
            magic       0x534F4E44.

            flags       bit 0: Deep water.

                        bit 1: Wide beam.

                        bit 2-15: Reserved.

            version     The version of the format.
            -----------------------------------------------------

            Record
            ======

            Every record has a head.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------------------+
                | type                  | body_length           |
                +-----------------------+-----------------------+
                | body...                                       |
                +-----------------------------------------------+

            -----------------------------------------------------
            Field       Description
            ----------- -----------------------------------------
            type        0x00000000: END

                        0x00000001: DEPTH

                        0x00000002: ECHO

                        0x00000003 - 0x0000007F: Reserved.

            body_length Octets of the body.
            -----------------------------------------------------

            ``` {.layout}
            frame type, body_length, body
            limit body_length 0x00010000
            stream survey: header, (DEPTH | ECHO)*, END
            ```

            END
            ===

            The last record.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------------------------------+

            DEPTH
            =====

            One sounding.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------+-----------+
                | place                 | quality   | (reserved)|
                +-----------------------+-----------+-----------+
                | depth                                         |
                +-----------------------------------------------+

            -----------------------------------------------------
            Field       Description
            ----------- -----------------------------------------
            place       Where it was measured.

            quality     0x0000: GUESSED

                        0x0001: MEASURED

                        0x0002 - 0x000F: Reserved.

            depth       In millimetres.
            -----------------------------------------------------

            ``` {.layout}
            let shallow = depth < 10000
            require depth > 0
            ```

            ECHO
            ====

            Samples of an echo.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------------------+
                | count (C)             | rate                  |
                +-----------------------+-----------------------+
                | sample[0]                                     |
                +-----------------------------------------------+
                ...
                +-----------------------------------------------+
                | sample[C-1]                                   |
                +-----------------------------------------------+

            -----------------------------------------------------
            Field       Description
            ----------- -----------------------------------------
            count       Number of samples.

            rate        Samples in a second.

            sample      The samples.
            -----------------------------------------------------
            """;

    static Specification read(String text) {
        Specs.Read read = Specs.read(text);
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        return read.model();
    }

    private static String edited(String... edits) {
        String text = DOCUMENT;
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(text).contains(edits[i]);
            text = text.replace(edits[i], edits[i + 1]);
        }
        return text;
    }

    private static List<String> changes(String before, String after) {
        return Difference.between(read(before), read(after)).stream()
                .map(DifferenceTest::line)
                .toList();
    }

    private static List<String> changesBy(String... edits) {
        return changes(DOCUMENT, edited(edits));
    }

    static String line(Change change) {
        return change.kind() + " " + change.subject() + " " + change.path() + ": " + change.before() + " -> "
                + change.after();
    }

    @Test
    void a_document_does_not_differ_from_itself() {
        assertThat(changes(DOCUMENT, DOCUMENT)).isEmpty();
        for (String own : List.of("libxc-migration-stream", "libxl-migration-stream")) {
            Specification model = Specs.read(Specs.own(own), Optional.empty()).model();
            assertThat(Difference.between(model, model)).isEmpty();
        }
    }

    @Test
    void the_number_of_the_revision_and_where_lines_break_are_no_difference() {
        assertThat(changesBy("Revision 1", "Revision 2", "% Soundings", "% Soundings   "))
                .isEmpty();
    }

    @Test
    void an_example_says_whether_it_is_of_what_is_accepted() {
        String prose = "[Depths are measured from a ship.]{#ship}";
        String example = "\n\n``` {.example rule=overview.ship %s}\nFrom a buoy.\n\nOr not.\n```";
        String before = DOCUMENT.replace("Depths are measured from a ship.", prose);
        String after = before.replace(prose, prose + example.formatted("reject"));
        assertThat(changes(before, after))
                .containsExactly("REWORDED SECTION Overview:  -> rejected by `overview.ship`:\nFrom a buoy.\nOr not.");
        assertThat(changes(after, before.replace(prose, prose + example.formatted("accept"))))
                .containsExactly("REWORDED SECTION Overview: rejected by `overview.ship`:\nFrom a buoy.\nOr not."
                        + " -> accepted by `overview.ship`:\nFrom a buoy.\nOr not.");
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit("REWORDED TITLE title: Soundings -> Deep soundings", "% Soundings", "% Deep soundings"),
                edit("CHANGED TITLE short_name: soundings -> survey", "short name soundings", "short name survey"),
                edit(
                        "REWORDED SECTION Overview: Depths are measured from a ship. -> Depths are read from a ship.",
                        "are measured",
                        "are read"),
                edit("RENAMED SECTION Purpose: Overview -> Purpose", "Overview\n========", "Purpose\n======="),
                edit("ADDED SECTION Units:  -> Units", "ECHO\n====\n", "Units\n=====\n\nMetres.\n\nECHO\n====\n"),
                edit(
                        "RENAMED FIELD depth.position: place -> position",
                        "place                 |",
                        "position              |",
                        "place       Where",
                        "position    Where"),
                edit(
                        "RENAMED FIELD echo.number: count (C) -> number (C)",
                        "count (C) ",
                        "number (C)",
                        "count ",
                        "number"),
                edit(
                        "REWORDED FIELD depth.place: Where it was measured. -> Where.",
                        "Where it was measured.",
                        "Where."),
                edit("CHANGED FIELD header.magic: always 0x534F4E44 -> always 0x1", "0x534F4E44", "0x1"),
                edit("RENAMED VALUE depth_quality.TAKEN: MEASURED -> TAKEN", "MEASURED", "TAKEN"),
                edit("REMOVED VALUE depth_quality.GUESSED: 0x0000 -> ", "0x0000: GUESSED\n\n            ", ""),
                edit(
                        "CHANGED RESERVED_RANGE depth_quality: 0x0002 - 0x000F -> 0x0002 - 0x00FF",
                        "0x0002 - 0x000F",
                        "0x0002 - 0x00FF"),
                edit("CHANGED RECORD ECHO: type 0x00000002 -> type 0x00000080", "0x00000002: ECHO", "0x00000080: ECHO"),
                edit(
                        "CHANGED DEFINITION depth.shallow: depth < 10000 -> depth < 20000",
                        "depth < 10000",
                        "depth < 20000"),
                edit("REMOVED DEFINITION depth.shallow: depth < 10000 -> ", "let shallow = depth < 10000\n", ""),
                edit(
                        "CHANGED RULE depth.depth_over_1: require depth > 0 -> require depth > 1",
                        "depth > 0",
                        "depth > 1"),
                edit("CHANGED RULE depth.depth_over_0: require depth > 0 -> expect depth > 0", "require", "expect"),
                edit("RENAMED RULE depth.wet: depth.depth_over_0 -> depth.wet", "depth > 0", "depth > 0 as wet"),
                edit("REMOVED RULE depth.depth_over_0: require depth > 0 -> ", "require depth > 0\n", ""),
                edit(
                        "CHANGED STREAM survey: header, (DEPTH | ECHO)*, END -> header, DEPTH*, ECHO*, END",
                        "(DEPTH | ECHO)*",
                        "DEPTH*, ECHO*"),
                edit("CHANGED LIMIT record.body_length: 65536 octets -> 131072 octets", "0x00010000", "0x00020000"));
    }

    private static Arguments edit(String change, String... edits) {
        return Arguments.of(change, edits);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void one_edit_is_one_change(String change, String[] edits) {
        assertThat(changesBy(edits)).containsExactly(change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void undone_it_is_one_change_too(String change, String[] edits) {
        assertThat(changes(edited(edits), DOCUMENT)).hasSize(1);
    }

    @Test
    void fields_that_change_places_move_and_reserved_octets_come_and_go() {
        assertThat(changesBy(
                        "| place                 | quality   | (reserved)|",
                        "| quality   | (reserved)| place                 |"))
                .containsExactly(
                        "MOVED FIELD depth.quality: octet 4 -> octet 0",
                        "ADDED FIELD depth.reserved:  -> 2 reserved octets at octet 2",
                        "MOVED FIELD depth.place: octet 0 -> octet 4",
                        "REMOVED FIELD depth.reserved: 2 reserved octets at octet 6 -> ");
    }

    @Test
    void a_field_that_grows_is_retyped_and_moves_what_is_behind_it() {
        assertThat(changesBy(
                        "| place                 | quality   | (reserved)|",
                        "| place                                         |\n    "
                                + "+-----------+-----------+-----------------------+\n    "
                                + "| quality   | (reserved)                        |"))
                .contains(
                        "RETYPED FIELD depth.place: u32 -> u64",
                        "MOVED FIELD depth.quality: octet 4 -> octet 8",
                        "MOVED FIELD depth.depth: octet 8 -> octet 16");
    }

    @Test
    void bits_move_come_and_go() {
        assertThat(changesBy("bit 1: Wide beam.", "bit 2: Wide beam.", "bit 2-15: Res", "bit 3-15: Res"))
                .contains("MOVED BIT header.flags.wide_beam: bit 1 -> bit 2");
        assertThat(changesBy("bit 2-15: Reserved.", "bit 2: Narrow beam.\n\n            bit 3-15: Reserved."))
                .containsExactly(
                        "ADDED BIT header.flags.narrow_beam:  -> bit 2",
                        "MOVED BIT header.flags.reserved_3: bits 2 to 15 -> bits 3 to 15");
    }

    @Test
    void a_record_of_another_name_is_the_same_record_and_its_layout_the_same_layout() {
        assertThat(changesBy("ECHO", "REPLY", "REPLY\n====", "REPLY\n====="))
                .containsExactly(
                        "RENAMED RECORD REPLY: ECHO -> REPLY",
                        "RENAMED SECTION REPLY: ECHO -> REPLY",
                        "RENAMED STRUCTURE reply: echo -> reply");
    }

    @Test
    void a_new_record_brings_its_layout_and_takes_from_what_was_reserved() {
        assertThat(changes(withoutEcho(), DOCUMENT))
                .contains(
                        "ADDED RECORD ECHO:  -> type 0x00000002",
                        "ADDED STRUCTURE echo:  -> count, rate, sample",
                        "CHANGED RESERVED_RANGE record_type: 0x00000002 - 0x0000007F -> 0x00000003 - 0x0000007F")
                .noneMatch(change -> change.contains("FIELD") || change.contains("SECTION"));
        assertThat(changes(DOCUMENT, withoutEcho()))
                .contains(
                        "REMOVED RECORD ECHO: type 0x00000002 -> ", "REMOVED STRUCTURE echo: count, rate, sample -> ");
    }

    @Test
    void what_is_gone_stands_with_the_section_that_it_stood_in() {
        List<String> changes = changesBy(
                "let shallow = depth < 10000\n",
                "",
                "depth       In millimetres.",
                "depth       In feet.",
                "% Soundings",
                "% Depths",
                "Samples in a second.",
                "Samples.");
        assertThat(changes.stream().map(change -> change.split(":")[0]))
                .containsExactly(
                        "REWORDED TITLE title",
                        "REWORDED FIELD depth.depth",
                        "REMOVED DEFINITION depth.shallow",
                        "REWORDED FIELD echo.rate");
    }

    /** Words and numbers all over the document, changed one at a time at random: none goes unnoticed. */
    @Test
    void any_edit_is_found() {
        List<String[]> pool = edits().map(edit -> (String[]) edit.get()[1]).toList();
        Random random = new Random(20261124);
        for (int round = 0; round < 60; round++) {
            String[] first = pool.get(random.nextInt(pool.size()));
            String[] second = pool.get(random.nextInt(pool.size()));
            String text = edited(first);
            boolean apart = text.contains(second[0]) && first != second;
            String both = apart ? text.replace(second[0], second[1]) : text;
            if (Specs.read(both).errors().isEmpty()) {
                assertThat(changes(DOCUMENT, both))
                        .as("%s %s", List.of(first), List.of(second))
                        .hasSizeGreaterThanOrEqualTo(1);
            }
        }
    }

    @Test
    void history_knows_what_came_when_and_what_is_gone() {
        Specification first = read(withoutEcho());
        Specification second = read(DOCUMENT.replace("Revision 1", "Revision 2"));
        Specification third = read(edited("0x0000: GUESSED\n\n            ", "", "Revision 1", "Revision 3"));
        History history = History.of(third, List.of(second, first));
        assertThat(history.since())
                .containsEntry("echo.rate", "2")
                .containsEntry("echo", "2")
                .doesNotContainKeys("depth.place", "overview");
        assertThat(history.lost()).containsOnly(Map.entry("depth_quality.GUESSED", "2"));
    }

    @Test
    void a_new_name_does_not_make_a_field_new() {
        Specification now =
                read(edited("Samples in a second.", "Per second.", "| rate ", "| pace ", "rate     ", "pace     "));
        assertThat(History.of(now, List.of(read(DOCUMENT))).since()).isEmpty();
    }

    private static String withoutEcho() {
        String text = edited(
                "0x00000002: ECHO\n\n            ", "", "0x00000003 - ", "0x00000002 - ", "(DEPTH | ECHO)*", "DEPTH*");
        return text.substring(0, text.indexOf("ECHO\n===="));
    }
}
