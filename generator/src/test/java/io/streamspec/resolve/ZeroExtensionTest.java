package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.diff.Difference;
import io.streamspec.export.ExportFormats;
import io.streamspec.model.Rules;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code missing octets are zero}: where it may stand, and what all that is written from a model makes of it. */
class ZeroExtensionTest {

    private static final String LINE = "missing octets are zero\n";

    private static final String DOCUMENT =
            """
            % Test

            Records
            =======

            What comes.

                 0     1     2     3     4     5     6     7 octet
                +-----------+-----------+-----------------------+
                | type      | (reserved)| length                |
                +-----------+-----------+-----------------------+
                | body...                                       |
                ...
                +-----------------------------------------------+

            -------------------------------------------------------
            Field    Description
            -------  ----------------------------------------------
            type     0x0001: TIDE

                     0x0002: END

            length   In octets.

            body     What it is.
            -------------------------------------------------------

            ``` {.layout}
            frame type, length, body
            byte order little
            ```

            TIDE
            ----

            Water.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------------------+
                | level                 | wind                  |
                +-----------------------+-----------------------+

            -------------------------------------------------------
            Field    Description
            -------  ----------------------------------------------
            level    How high.

            wind     How strong.
            -------------------------------------------------------

            ``` {.layout}
            missing octets are zero
            ```

            END
            ---

            No more.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------------------------------+
            """;

    private static Specification model(String document) {
        Specs.Read read = Specs.read(document);
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        return read.model();
    }

    private static String exported(String format, Diagnostics diagnostics) {
        return Generator.export(
                        List.of(model(DOCUMENT)), ExportFormats.named(List.of(format)), Optional.empty(), diagnostics)
                .stream()
                .map(OutputFile::text)
                .collect(Collectors.joining());
    }

    @Test
    void the_structure_says_so_and_a_rule_has_it() {
        Specification model = model(DOCUMENT);
        assertThat(model.structure("tide").zeroExtended()).isTrue();
        assertThat(model.structure("end").zeroExtended()).isFalse();
        assertThat(Rules.of(model))
                .filteredOn(rule -> rule.id().equals("tide.zero_extended"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.reportedAs()).containsExactly("tide.layout"));
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of("wind                  |", "wind...               |", "has no size of its own"),
                Arguments.of("How strong.", "0x00000007. So strong.", "'wind' is a constant, and would read as zero"),
                Arguments.of(LINE, LINE + LINE, "said of 'tide' for the second time"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void where_it_makes_no_sense_it_is_reported(String from, String to, String problem) {
        Specs.Read read = Specs.read(DOCUMENT.replace(from, to));
        assertThat(read.diagnostics()).extracting(Diagnostic::message).anySatisfy(message -> assertThat(message)
                .contains(problem));
    }

    @Test
    void a_header_cannot_lack_octets() {
        String header = DOCUMENT.replace("length   In octets.", "length   In octets too.")
                .replace("frame type, length, body\n", "frame type, length, body\nmissing octets are zero\n");
        assertThat(Specs.read(header).rendered()).contains("'records' is no record's body");
    }

    @Test
    void exports_support_it_or_say_that_they_do_not() {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(exported("json", diagnostics)).contains("\"zeroExtended\" : true");
        assertThat(exported("js", diagnostics)).contains("whole: 8,");
        assertThat(exported("imhex", diagnostics)).contains("== 0x1 && $ + 8 <= ");
        assertThat(diagnostics.sorted()).isEmpty();

        exported("c", diagnostics);
        exported("kaitai", diagnostics);
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::message)
                .containsExactlyInAnyOrder(
                        "a body of tide may lack octets, but its functions read all of them",
                        "a body of 'tide' that lacks octets cannot be read in Kaitai");
    }

    @Test
    void to_allow_it_breaks_nobody_and_to_forbid_it_breaks_those_with_old_streams() {
        Specification lax = model(DOCUMENT);
        Specification strict = model(DOCUMENT.replace("missing octets are zero", "require level < 100"));
        assertThat(effects(strict, lax)).contains("all octets are there -> missing octets are zero: SAME, SAME");
        assertThat(effects(lax, strict)).contains("missing octets are zero -> all octets are there: SAME, REFUSED");
    }

    private static List<String> effects(Specification before, Specification after) {
        return Difference.between(before, after).stream()
                .map(change -> "%s -> %s: %s, %s"
                        .formatted(
                                change.before(),
                                change.after(),
                                change.judgement().newStreams(),
                                change.judgement().oldStreams()))
                .toList();
    }
}
