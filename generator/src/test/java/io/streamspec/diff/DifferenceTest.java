package io.streamspec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(changesBy("Revision 1", "Revision 2", "% Soundings", "% Soundings   ")).isEmpty();
    }

    @Test
    void ask() {
        String[][] edits = {
            {"% Soundings", "% Deep soundings"},
            {"% The surveyors", "% The surveyors\n% And others"},
            {"short name soundings", "short name survey"},
            {"Depths are measured from a ship.", "Depths are measured from a boat."},
            {"Overview\n========", "Purpose\n======="},
            {"ECHO\n====\n", "Units\n=====\n\nMetres.\n\nECHO\n====\n"},
            {"place                 |", "position              |", "place       Where", "position    Where"},
            {"| place                 | quality   | (reserved)|", "| quality   | (reserved)| place                 |"},
            {"| depth                                         |", "| depth                 |\n    +-----------------------+"},
            {"Where it was measured.", "Where the ship was."},
            {"| quality   | (reserved)|", "| quality   | tide      |", "depth       In", "tide        Its height.\n\ndepth       In"},
            {"bit 1: Wide beam.", "bit 2: Wide beam.", "bit 2-15: Reserved.", "bit 3-15: Reserved."},
            {"0x0001: MEASURED", "0x0001: TAKEN"},
            {"0x0001: MEASURED", "0x0002: MEASURED", "0x0002 - 0x000F", "0x0003 - 0x000F"},
            {"0x0000: GUESSED\n\n            ", ""},
            {"0x0002 - 0x000F", "0x0002 - 0x00FF"},
            {"0x00000002: ECHO", "0x00000003: ECHO", "0x00000003 - ", "0x00000004 - "},
            {"ECHO", "REPLY", "REPLY\n====", "REPLY\n====="},
            {"let shallow = depth < 10000", "let shallow = depth < 20000"},
            {"let shallow = depth < 10000\n", ""},
            {"require depth > 0", "require depth > 1"},
            {"require depth > 0", "expect depth > 0"},
            {"require depth > 0", "require depth > 0 as positive"},
            {"require depth > 0\n", ""},
            {"header, (DEPTH | ECHO)*, END", "header, DEPTH*, ECHO*, END"},
            {"0x00010000", "0x00020000"},
            {"magic       0x534F4E44.", "magic       0x534F4E45."},
            {"count (C)", "number (C)", "count       Number", "number      Number"},
            {"rate        Samples in a second.", "rate        Samples in a minute."},
            {"    | version   |", "    | release   |", "version     The", "release     The"},
        };
        for (String[] edit : edits) {
            System.out.println("## " + String.join(" | ", edit).replace("\n", "\\n"));
            try {
                changesBy(edit).forEach(System.out::println);
            } catch (AssertionError e) {
                System.out.println("ERR " + e.getMessage());
            }
        }
    }
}
