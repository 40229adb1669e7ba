package io.streamspec.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {

    @TempDir
    Path folder;

    private String fault(Path file) {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(SourceFiles.read(file, diagnostics)).isEmpty();
        return DiagnosticRenderer.headline(diagnostics.sorted().get(0));
    }

    @Test
    void an_octet_that_is_not_utf_8_is_reported_where_it_stands() throws IOException {
        Path file = Files.write(folder.resolve("a.pandoc"), new byte[] {'%', ' ', 'a', '\n', 'b', (byte) 0xE9, 'c'});
        assertThat(fault(file)).endsWith("a.pandoc:2:2: error: the octet 0xE9 at offset 5 is not UTF-8 [not-utf-8]");
    }

    @Test
    void a_cut_off_character_at_the_end_is_not_utf_8() throws IOException {
        Path file = Files.write(folder.resolve("a.pandoc"), new byte[] {'%', (byte) 0xC3});
        assertThat(fault(file)).endsWith("[not-utf-8]");
    }

    @Test
    void missing_files_and_folders_are_unreadable() {
        assertThat(fault(folder.resolve("none.pandoc")))
                .contains("there is no such file")
                .endsWith("[file-unreadable]");
        assertThat(fault(folder)).contains("a folder").endsWith("[file-unreadable]");
    }

    @Test
    void a_file_far_too_large_is_refused_before_it_is_read() throws IOException {
        Path file = Files.write(folder.resolve("big.pandoc"), new byte[20 << 20]);
        assertThat(fault(file)).endsWith("[document-too-large]");
    }
}
