package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.export.ExportFormats;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that begin with a tag and have no length: what a document may say of them, and what becomes of it. */
class TagRulesTest {

    private static final String FRAME = "frame tag\n";

    private static String document() throws IOException {
        return Files.readString(Path.of("src/test/resources/programs/tagged.pandoc"));
    }

    private static SourceText source(String text) {
        return SourceText.of("tagged.pandoc", text);
    }

    private static Specification model() throws IOException {
        return Specs.read(source(document()), Optional.empty()).model();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(FRAME, "frame tag, rest\n", "a frame of two fields lacks the body, or the length"),
                fault(FRAME, FRAME + "align 4\n", "records that begin with a tag are not aligned"),
                fault(
                        FRAME,
                        FRAME + "optional when tag > 100\n",
                        "nobody can skip a record whose length nothing tells"),
                fault(FRAME, "frame sign\n", "nothing is called 'sign'"),
                fault("limit item", "limit thing", "nothing is called 'thing'"),
                fault(
                        "limit item 0x00010000",
                        "limit item 0x800000000",
                        "a record of 34359738368 octets cannot be held"),
                fault("tag         -1.", "tag         -4.", "'PAUSE' begins with 'tag', which is not its number"),
                fault("tag         -1.", "tag         Any.", "'PAUSE' begins with 'tag', which is not its number"),
                fault(
                        "| tag                   | length    |",
                        "| length    | tag                   |",
                        "do not begin with the tag"),
                fault("How many points there are, which is the tag.", "7.", "'TRACK' has several numbers"),
                fault("-3: LEGS", "-2147483649: LEGS", "the value -2147483649 does not fit 32 bits"),
                fault("-3: LEGS", "0x40: LEGS", "contains 0x40, which is given elsewhere"),
                fault("1 - 64: TRACK", "64 - 1: TRACK", "before it starts"));
    }

    private static Arguments fault(String from, String to, String problem) {
        return Arguments.of(from, to, problem);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void what_cannot_be_is_told_with_its_place(String from, String to, String problem) throws IOException {
        assertThat(document()).contains(from);
        Diagnostics diagnostics = new Diagnostics();
        Generator.read(source(document().replace(from, to)), Optional.empty(), diagnostics);
        assertThat(diagnostics.sorted())
                .anySatisfy(said -> assertThat(said.message()).contains(problem))
                .allSatisfy(said -> assertThat(said.span().line()).isPositive());
        assertThat(diagnostics.hasErrors()).isTrue();
    }

    @Test
    void ranges_and_negative_numbers_are_numbers_of_records() throws IOException {
        assertThat(model().records())
                .extracting(RecordKind::name, RecordKind::type, RecordKind::last)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("END", 0L, 0L),
                        org.assertj.core.groups.Tuple.tuple("TRACK", 1L, 64L),
                        org.assertj.core.groups.Tuple.tuple("PAUSE", 0xFFFFFFFFL, 0xFFFFFFFFL),
                        org.assertj.core.groups.Tuple.tuple("NOTE", 0xFFFFFFFEL, 0xFFFFFFFEL),
                        org.assertj.core.groups.Tuple.tuple("LEGS", 0xFFFFFFFDL, 0xFFFFFFFDL));
    }

    @Test
    void numbers_that_go_down_from_zero_are_in_order_and_the_gap_between_is_told() throws IOException {
        assertThat(Generator.lint(source(document()), Optional.empty(), Optional.empty()))
                .extracting(said -> said.id().name() + " " + said.message())
                .containsExactly("reserved-missing of 'tag', only 5 values have a meaning, and none is reserved");
    }

    @Test
    void formats_that_cannot_show_such_records_say_so() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Generator.export(
                List.of(model()),
                ExportFormats.named(List.of("c", "js", "kaitai", "imhex")),
                Optional.empty(),
                diagnostics);
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::message)
                .contains(
                        "records cannot be found, since no length tells where the next one begins",
                        "records that begin with 'tag' tell no length, so that the decoder page shows headers only",
                        "records that begin with a tag tell no length, so that all records are octets in Kaitai");
    }

    @Test
    void the_model_tells_ranges_and_that_there_is_no_length() throws IOException {
        String json = Generator.export(
                        List.of(model()), ExportFormats.named(List.of("json")), Optional.empty(), new Diagnostics())
                .get(0)
                .text();
        assertThat(json).contains("\"last\" : 64").doesNotContain("\"length\" : \"");
    }
}
