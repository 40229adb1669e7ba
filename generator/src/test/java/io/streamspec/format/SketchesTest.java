package io.streamspec.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Field;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchesTest {

    private static final String BEFORE = "% T\n% A\n% Revision 1\n\nPart\n====\n\n";

    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<String> draw(String sketch, int octets) {
        OptionalInt row = octets == 0 ? OptionalInt.empty() : OptionalInt.of(octets);
        return Sketches.draw(SourceText.of("--draw", sketch), row, true, diagnostics);
    }

    /** The fields that the reader finds in what {@code sketch} draws: names, symbols, offsets and types. */
    private List<String> fields(String sketch, int octets) {
        String drawn = BEFORE + draw(sketch, octets).orElseThrow();
        Specs.Read read = Specs.read(drawn);
        assertThat(read.errors()).as(read.rendered() + drawn).isEmpty();
        Formatted formatted = Formatter.format(SourceText.of("drawn", drawn), new Diagnostics())
                .orElseThrow();
        assertThat(formatted.diff()).as("what is drawn is canonical").isEmpty();
        Specification model = read.model();
        return Placement.of(model).fields(model.structure("part")).stream()
                .map(placed -> text(placed.field())
                        + placed.offset().stream()
                                .mapToObj(at -> " at " + at)
                                .findFirst()
                                .orElse(""))
                .toList();
    }

    private static String text(Field field) {
        return field.name() + field.symbol().map(symbol -> "(" + symbol + ")").orElse("") + " " + field.type();
    }

    @Test
    void fields_are_read_back_as_they_were_described() {
        assertThat(String.join(
                        "\n", fields("magic:4=0x54494445 \"Tide.\" version:2=1 options:2 station:4 reserved:4", 0)))
                .contains("magic Constant", "version Constant", "at 4")
                .contains(
                        "options Scalar[octets=2, ",
                        "at 6",
                        "station Scalar[octets=4, ",
                        "at 8",
                        "Reserved[octets=4] at 12");
    }

    @Test
    void arrays_are_counted_by_fields_by_numbers_or_by_what_is_left() {
        assertThat(fields("n(C):2 reserved:6 counted[C]:4 fixed[8]:2 long[1000]:8 rest[*]:4", 0))
                .element(2)
                .asString()
                .startsWith("counted Array[element=Scalar[octets=4, allowed=[], unit=Optional.empty], extent=Computed");
        assertThat(fields("few[8]:2 many[1000]:8 rest[*]:4", 0))
                .containsExactly(
                        "few Array[element=Scalar[octets=2, allowed=[], unit=Optional.empty], extent=Fixed[count=8]] at 0",
                        "many Array[element=Scalar[octets=8, allowed=[], unit=Optional.empty], extent=Fixed[count=1000]] at 16",
                        "rest Array[element=Scalar[octets=4, allowed=[], unit=Optional.empty], extent=ToEnd[]] at 8016");
    }

    @Test
    void elements_have_members_and_open_ends_have_something_behind_them() {
        assertThat(fields("count(C):4 reserved:4 peak[C]{time:8 height:4 depth:4} text:*", 0))
                .element(2)
                .asString()
                .startsWith("peak Array[element=Composite[structure=part.peak], extent=Computed");
        assertThat(fields("type:4 length:4 body:length padding:0..7", 0).toString())
                .contains("body Octets[extent=Computed", "padding Padding[least=0, most=7]");
    }

    @Test
    void what_is_larger_than_a_row_says_its_size() {
        assertThat(fields("uuid:16 key:8", 0))
                .containsExactly(
                        "uuid Octets[extent=Fixed[count=16]] at 0",
                        "key Scalar[octets=8, allowed=[], unit=Optional.empty] at 16");
    }

    @ParameterizedTest
    @CsvSource({"a:4 b:8, 4", "a:3, 3", "a:2 b:4 c:2, 8", "a:4 b:4 c:4, 4"})
    void rows_have_as_many_octets_as_the_fields_fill(String sketch, int octets) {
        assertThat(draw(sketch, 0).orElseThrow().lines().findFirst().orElseThrow())
                .endsWith((octets - 1) + " octet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a::4; 1:3; sketch-syntax",
                "; 1:1; sketch-syntax",
                "a:4 b; 1:6; sketch-syntax",
                "a:0; 1:3; sketch-size",
                "a:99999999999; 1:3; sketch-size",
                "a:1=0x100; 1:1; sketch-size",
                "reserved:*; 1:1; sketch-size",
                "gap:0..7; 1:1; sketch-size",
                "a:4 a:4; 1:5; sketch-name",
                "x[C]:8; 1:3; sketch-name",
                "p[2]{a:4 a:4}; 1:10; sketch-name",
                "a:3 b:9; 1:5; sketch-row",
                "a:8 b:3; 1:5; sketch-row",
                "a:8 x[2]:3 b:2; 1:5; sketch-row",
                "a:1; 1:1; sketch-row"
            })
    void faults_are_found_where_they_are(String sketch, String place, String id) {
        assertThat(draw(sketch == null ? "" : sketch, 0)).isEmpty();
        assertThat(diagnostics.sorted()).first().satisfies(fault -> assertThat(
                        fault.span() + " " + fault.id().name())
                .isEqualTo("--draw:" + place + " " + id));
    }
}
