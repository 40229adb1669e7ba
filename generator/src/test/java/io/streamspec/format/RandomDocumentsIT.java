package io.streamspec.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.ModelText;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Formats documents made by chance: ten thousand of them in a long run. */
class RandomDocumentsIT {

    private static final int DOCUMENTS = Boolean.getBoolean("streamspec.long") ? 10_000 : 400;

    @Test
    void format_keeps_the_model_of_every_document_and_changes_nothing_the_second_time() {
        AtomicInteger changed = new AtomicInteger();
        AtomicInteger fields = new AtomicInteger();
        LongStream.range(0, DOCUMENTS).parallel().forEach(seed -> {
            SourceText document = SourceText.of("random-" + seed, new RandomDocument(seed).text());
            Specs.Read before = Specs.read(document, Optional.empty());
            assertThat(before.errors())
                    .as(() -> before.rendered() + document.text())
                    .isEmpty();
            Formatted formatted = formatted(document);
            SourceText after = SourceText.of(document.name(), formatted.text());
            assertThat(ModelText.of(Specs.read(after, Optional.empty()).model()))
                    .as(document.name())
                    .isEqualTo(ModelText.of(before.model()));
            assertThat(formatted(after).diff()).as(document.name()).isEmpty();
            changed.addAndGet(formatted.isChanged() ? 1 : 0);
            fields.addAndGet(before.model().structures().stream()
                    .mapToInt(structure -> structure.fields().size())
                    .sum());
        });
        assertThat(changed.get()).isGreaterThan(DOCUMENTS * 9 / 10);
        assertThat(fields.get()).isGreaterThan(DOCUMENTS * 5);
    }

    private static Formatted formatted(SourceText document) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Formatted> formatted = Formatter.format(document, diagnostics);
        List<Diagnostic> faults = diagnostics.sorted();
        return formatted.orElseThrow(() -> new AssertionError(
                faults.stream().map(DiagnosticRenderer::render).collect(Collectors.joining()) + document.text()));
    }
}
