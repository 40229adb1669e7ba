package io.streamspec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Golden;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check finds its own example and nothing else, and nothing at all once that is mended. */
class CatalogueTest {

    private static final String INTRODUCTION =
            """
            # Lint

            A document can be read and still not say what it means to. `streamspec lint FILE…` and the goal `streamspec:lint` put
            documents to the checks below, and tell what reading them brings up as well ([all diagnostics](diagnostics.md)).
            `--list` lists all of them, `--explain ID` prints what stands here, `--strict` makes the exit code 1 for warnings too
            (`--fail-on note` for everything), `--older PLACE` compares with an earlier revision. Of the goal, `failOn` says what
            fails a build.

            A **warning** is something that contradicts itself, is missing, or misleads. A **note** is a matter of form.

            ## Silences

            Where an author means what a check takes for a fault, a comment says so and why:

                <!-- streamspec allow field-name-style, values-elsewhere because the kernel's header calls them so -->

            It stands by itself, in as many lines as it needs, and silences warnings and notes of these ids in its section; above the
            first heading, in the whole document. Neither pandoc nor its readers see it, and the published pages do not show it. A
            silence without a reason is an error; one that has nothing to silence, or names a diagnostic that there is not, is a
            warning. Errors cannot be silenced.

            ## Checks

            Each with an example, and how the example is mended.

            """;

    private static final String OF_READING =
            """

            ## What reading brings up

            These are told by everything that reads a document, whether it is checked or not. An error among them keeps checks from
            looking at the document at all.

            """;

    static List<Entry> entries() {
        return Stream.of(Catalogue.entries(), ReadingEntries.all())
                .flatMap(List::stream)
                .toList();
    }

    static List<Entry> checks() {
        return Catalogue.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_example_has_its_own_fault_alone_and_none_when_mended(Entry entry) {
        assertThat(found(entry.document(entry.wrong())))
                .containsExactly(entry.id().name());
        assertThat(lint(entry.document(entry.right())).stream()
                        .map(DiagnosticRenderer::render)
                        .collect(Collectors.joining()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void an_entry_says_what_and_why_and_a_finding_says_what_it_takes_to_mend_it(Entry entry) {
        assertThat(entry.title()).matches("[^.]+");
        assertThat(entry.reason()).endsWith(".");
        assertThat(Meanings.of(entry.id().name()).orElseThrow().when()).isEqualTo(entry.title());
        assertThat(lint(entry.document(entry.wrong())).get(0).advice().get(0))
                .isInstanceOf(Diagnostic.Advice.Hint.class);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void whatever_a_check_finds_can_be_silenced_with_a_reason(Entry entry) {
        String silence = "\n\n<!-- streamspec allow " + entry.id().name() + " because of a test -->\n\n";
        String silenced = entry.document(entry.wrong()).replaceFirst("\n\n", silence);
        assertThat(found(silenced)).isEmpty();
    }

    @Test
    void no_two_checks_report_under_one_id() {
        assertThat(Catalogue.entries().stream().map(Entry::id))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(30);
    }

    @Test
    void the_manual_is_made_of_the_catalogue() {
        Golden.assertSame(
                Path.of("../docs/lint.md"), INTRODUCTION + Manual.chapter() + OF_READING + Manual.readingChapter());
    }

    @Test
    void every_diagnostic_can_be_explained() {
        assertThat(Manual.explanation("diagram-edge")).hasValueSatisfying(text -> assertThat(text)
                .isEqualTo("diagram-edge (error): a bar stands inside an octet\n"));
        assertThat(Manual.explanation("diagram-edge-off")).hasValueSatisfying(text -> assertThat(text)
                .startsWith("### diagram-edge-off\n\nA warning: bars inside of a diagram")
                .contains("Mended:"));
        assertThat(Manual.explanation("value-overlap")).hasValueSatisfying(text -> assertThat(text)
                .startsWith("### value-overlap\n\nAn error: ")
                .contains("Mended:"));
        assertThat(Manual.explanation("diagram-edges")).isEmpty();
    }

    private static List<Diagnostic> lint(String text) {
        return Generator.lint(SourceText.of("test.pandoc", text), Optional.empty(), Optional.empty());
    }

    private static List<String> found(String text) {
        return lint(text).stream().map(diagnostic -> diagnostic.id().name()).toList();
    }
}
