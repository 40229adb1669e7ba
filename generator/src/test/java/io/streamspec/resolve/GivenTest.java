package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.diff.Judgement.Verdict;
import io.streamspec.diff.Review;
import io.streamspec.export.ExportFormats;
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

/** What is not in a stream and has to be known: what a document may say of it, and what becomes of it. */
class GivenTest {

    private static String document() throws IOException {
        return Files.readString(Path.of("src/test/resources/programs/told.pandoc"));
    }

    private static Specification model() throws IOException {
        return Specs.read(SourceText.of("told.pandoc", document()), Optional.empty())
                .model();
    }

    private static String export(String format, Diagnostics diagnostics) throws IOException {
        return Generator.export(List.of(model()), ExportFormats.named(List.of(format)), Optional.empty(), diagnostics)
                .get(0)
                .text();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("given machine", "given machina", "nothing is called 'machina'"),
                Arguments.of("given machine", "given start", "'start' is in the stream"),
                Arguments.of("given machine", "given POINTS", "'points' is in the stream"),
                Arguments.of("given machine", "given item", "'item' is in the stream"),
                Arguments.of("given machine", "given word", "'word' has more than numbers"),
                Arguments.of("given machine", "given machine\ngiven word", "this is said for the second time"),
                Arguments.of("machine.width == 8", "machine.size == 8", "nothing is called 'machine.size'"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("faults")
    void what_cannot_be_is_told_with_its_place(String from, String to, String problem) throws IOException {
        assertThat(document()).contains(from);
        Diagnostics diagnostics = new Diagnostics();
        Generator.read(SourceText.of("told.pandoc", document().replace(from, to)), Optional.empty(), diagnostics);
        assertThat(diagnostics.hasErrors()).as(diagnostics.sorted().toString()).isTrue();
        assertThat(diagnostics.sorted())
                .anySatisfy(said -> assertThat(said.message()).contains(problem))
                .allSatisfy(said -> assertThat(said.span().line()).isPositive());
    }

    @Test
    void the_model_and_its_json_name_what_is_given() throws IOException {
        assertThat(model().preamble().given()).contains("machine");
        assertThat(export("json", new Diagnostics())).contains("\"given\" : \"machine\"");
    }

    @Test
    void to_be_told_something_else_breaks_readers() throws IOException {
        int section = document().indexOf("Machine\n=======");
        String machine = document().substring(section, document().indexOf("Word\n===="));
        String both = document() + "\n" + machine.replace("Machine\n=======", "Origin\n======");
        Specification before =
                Specs.read(SourceText.of("told.pandoc", both), Optional.empty()).model();
        String other = both.replace("given machine", "given origin").replace("machine.", "origin.");
        Specification now = Specs.read(SourceText.of("told.pandoc", other), Optional.empty())
                .model();
        assertThat(Review.of(before, now).changes(Verdict.BREAKING))
                .anySatisfy(change -> assertThat(change.toString()).contains("given", "machine", "origin"));
    }

    @Test
    void formats_take_what_is_given_ask_for_it_or_say_that_they_cannot() throws IOException {
        assertThat(export("c", new Diagnostics())).contains("struct told_word_view *view, uint64_t machine_width)");
        assertThat(export("imhex", new Diagnostics())).contains("u128 machine_width_g in;");
        Diagnostics diagnostics = new Diagnostics();
        export("js", diagnostics);
        export("kaitai", diagnostics);
        assertThat(diagnostics.sorted())
                .extracting(Diagnostic::message)
                .contains(
                        "'machine' is not in the stream, so that the decoder page ends where something depends on it",
                        "'high' depends on 'machine', which is not known there, so that from there on there are octets"
                                + " only in Kaitai");
    }
}
