package io.streamspec.write.kaitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Severity;
import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KaitaiWriterTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private static Specification model(String name, String text) {
        Specs.Read read = Specs.read(io.streamspec.source.SourceText.of(name + ".pandoc", text), Optional.empty());
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        return read.model();
    }

    private List<String> write(Specification... specifications) {
        return KaitaiWriter.write(List.of(specifications), Optional.empty(), diagnostics).stream()
                .map(OutputFile::text)
                .toList();
    }

    /** The file for a document with one header that is drawn and described so. */
    private String writeHeader(String diagram, String... lines) {
        return write(model("test", Documents.header(diagram, lines))).get(0);
    }

    private List<String> notes() {
        List<Diagnostic> sorted = diagnostics.sorted();
        assertThat(sorted)
                .allMatch(diagnostic -> diagnostic.severity() == Severity.NOTE
                        && diagnostic.id().name().equals("kaitai-unsupported"));
        return sorted.stream().map(Diagnostic::message).toList();
    }

    @Test
    void our_own_documents_are_written_without_a_loss() {
        List<Specification> own = Stream.of("libxc-migration-stream", "libxl-migration-stream")
                .map(name -> Specs.read(Specs.own(name), Optional.empty()).model())
                .toList();
        for (OutputFile file : KaitaiWriter.write(own, Optional.of("https://example.com/formats"), diagnostics)) {
            Golden.assertMatches("kaitai/" + file.path(), file.text());
        }
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_stream_inside_that_is_not_among_the_documents_is_octets() {
        String outer = write(Specs.read(Specs.own("libxl-migration-stream"), Optional.empty())
                        .model())
                .get(0);
        assertThat(outer)
                .contains(
                        "  - id: libxc_migration_stream\n        size-eos: true\n        if: type == record_type::libxc_context")
                .doesNotContain("imports:");
        assertThat(notes())
                .containsExactly("'libxc-migration-stream' is not among the documents, so that behind 'LIBXC_CONTEXT'"
                        + " there are octets only in Kaitai");
    }

    @Test
    void a_stream_without_a_byte_order_of_its_own_takes_it_from_the_caller_and_from_the_stream_around_it() {
        Specification inner = model("inner", Documents.stream("inner", "", ""));
        Specification outer =
                model("outer", Documents.stream("outer", "byte order big", "DATA continues as inner until END"));
        List<String> files = write(outer, inner);
        assertThat(files.get(1)).contains("params:\n  - id: is_big_endian\n    type: bool\n");
        assertThat(files.get(0))
                .contains("imports:\n    - inner")
                .contains("type: inner_stream(true)\n        if: type == record_type::data")
                .contains("inner::frame(is_big_endian)");
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_constant_of_64_bits_is_octets() {
        assertThat(writeHeader("a 8", "a: 0x0102030405060708.")).contains("contents: [1, 2, 3, 4, 5, 6, 7, 8]");
    }

    @Test
    void names_are_told_apart_in_every_spelling_that_languages_make_of_them() {
        String file =
                writeHeader("a_b 1|ab 1|true 1|u4 1|x 4", "a_b: One.", "ab: One.", "true: One.", "u4: One.", "x: One.");
        assertThat(file).contains("id: a_b\n", "id: ab_2\n", "id: true_2\n", "id: nu4\n", "id: x\n");
    }

    @Test
    void what_is_no_exact_number_in_javascript_is_not_compared() {
        String file = writeHeader(
                "a 8|b 8",
                "a: One.",
                "b: Two.",
                "rule: require a < 0x4000000000000000",
                "rule: require b < 0x1FFFFFFFFFFFFF");
        assertThat(file).contains("expr: (b < 9007199254740991)").doesNotContain("a <");
        assertThat(notes())
                .containsExactly(
                        "the rule header.a_under_4611686018427387904 depends on 4611686018427387904, which is no exact"
                                + " number in JavaScript, so that it is not checked in Kaitai");
    }

    @Test
    void from_a_field_on_that_cannot_be_expressed_the_rest_is_octets() {
        String file = writeHeader(
                "n 8|kinds... 8/|units... 8/|last... 8/",
                "n: How many.",
                "kinds: The kinds.",
                "units: The units.",
                "last: One.",
                "rule: kinds: u8[n]",
                "rule: units: u8 for each kinds where kinds > 1",
                "rule: last: u16 for each units");
        assertThat(file).contains("- id: last\n        size-eos: true\n").contains("repeat-expr: kinds.size");
        assertThat(notes())
                .containsExactly(
                        "'last' goes with an array that is filtered itself, so that from there on there are octets"
                                + " only in Kaitai");
    }

    @Test
    void shifts_and_masks_are_written_so_that_they_are_right_beyond_32_bits() {
        String file = writeHeader("a 8", "a: One.", "rule: require (a << 3 >> 5 & 0xFF) != 7 and (a & 6) == 0");
        assertThat(file).contains("expr: (((((a * 8) / 32) % 256) != 7 and (a & 6) == 0))");
    }

    @Test
    void the_same_models_make_the_same_files() {
        Specification model = Specs.read(Specs.own("libxc-migration-stream"), Optional.empty())
                .model();
        assertThat(write(model)).isEqualTo(write(model));
    }
}
