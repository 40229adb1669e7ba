package io.streamspec;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.format.Formatter;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The examples of the handbook make one document when put together, as it says. */
class HandbookExampleTest {

    private static final Path HANDBOOK = Path.of("../docs/handbook/dialect.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^````pandoc\n(.*?)^````$");

    private static SourceText joined() throws IOException {
        String document = EXAMPLE.matcher(Files.readString(HANDBOOK))
                .results()
                .map(example -> example.group(1))
                .collect(Collectors.joining("\n"));
        return SourceText.of("tide-log.pandoc", document);
    }

    @Test
    void the_examples_make_a_document_of_which_nothing_is_to_be_said() throws IOException {
        SourceText document = joined();
        assertThat(Specs.read(document, Optional.empty()).model().records()).hasSize(4);
        assertThat(Generator.lint(document, Optional.empty(), Optional.empty()).stream()
                        .map(DiagnosticRenderer::render)
                        .collect(Collectors.joining()))
                .isEmpty();
    }

    @Test
    void the_examples_are_in_canonical_form() throws IOException {
        assertThat(Formatter.format(joined(), new Diagnostics()).orElseThrow().diff())
                .isEmpty();
    }
}
