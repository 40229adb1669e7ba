package io.streamspec.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.source.Diagnostic;
import io.streamspec.testing.SoundDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is kept in step with documents. */
class BuildTest {

    @TempDir
    Path folder;

    private Build.Outcome pages(String text) throws IOException {
        Path document = Files.writeString(folder.resolve("a.pandoc"), text);
        return new Build(List.of(document), List.of(), folder.resolve("site")).html(Publication.PLAIN);
    }

    @Test
    void nothing_is_made_again_of_what_has_not_changed() throws IOException {
        assertThat(pages(SoundDocument.TEXT).upToDate()).isFalse();
        assertThat(pages(SoundDocument.TEXT).upToDate()).isTrue();
    }

    @Test
    void what_was_warned_of_is_warned_of_again() throws IOException {
        String text = SoundDocument.with("Data.", "Data, see [more](more.md).");
        List<Diagnostic> first = pages(text).diagnostics();
        Build.Outcome second = pages(text);
        assertThat(first).extracting(fault -> fault.id().name()).contains("page-link");
        assertThat(second.diagnostics())
                .extracting(Diagnostic::message)
                .isEqualTo(first.stream().map(Diagnostic::message).toList());
        assertThat(second.changes().orElseThrow().written()).isZero();
    }
}
