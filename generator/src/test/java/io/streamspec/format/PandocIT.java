package io.streamspec.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Specs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pandoc itself reads, before and after; skipped where there is no pandoc. */
class PandocIT {

    private static final int DOCUMENTS = Boolean.getBoolean("streamspec.long") ? 300 : 20;

    @TempDir
    Path folder;

    @BeforeAll
    static void requirePandoc() throws InterruptedException {
        boolean isThere;
        try {
            isThere = new ProcessBuilder("pandoc", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            isThere = false;
        }
        assumeTrue(isThere, "pandoc is not installed; this test compares what it reads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void pandoc_reads_upstream_documents_as_before(String name) throws IOException {
        check(Specs.upstream(name));
    }

    @Test
    void pandoc_reads_random_documents_as_before() throws IOException {
        for (int seed = 0; seed < DOCUMENTS; seed++) {
            check(SourceText.of("random-" + seed, new RandomDocument(seed).text()));
        }
    }

    private void check(SourceText document) throws IOException {
        String after =
                Formatter.format(document, new Diagnostics()).orElseThrow().text();
        assertThat(read(after)).as(document.name()).isEqualTo(read(document.text()));
    }

    /**
     * What pandoc reads, on one line a value. The text of drawings and the widths of columns change, and that is all; where a
     * line is broken between two words means nothing.
     */
    private String read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("document"), text);
        Process pandoc = new ProcessBuilder("pandoc", "-f", "markdown", "-t", "json", file.toString()).start();
        String json = new String(pandoc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        StringBuilder read = new StringBuilder();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                String value = token == JsonToken.VALUE_STRING ? parser.getText() : token.name();
                boolean drawn = value.contains("+--") || value.matches("(?s).* (octet|byte)s?\\R.*");
                boolean number = token == JsonToken.VALUE_NUMBER_FLOAT;
                read.append(drawn ? "a drawing" : number ? "a width" : value.equals("SoftBreak") ? "Space" : value)
                        .append('\n');
            }
        }
        return read.toString().replaceAll("ColWidth\\R[A-Z_]+\\Ra width\\R", "ColWidthDefault\n");
    }
}
