package io.streamspec.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000L);

    @TempDir
    Path root;

    private static OutputFile file(String path, String text) {
        return new OutputFile(path, text);
    }

    private OutputFolder.Changes write(String fingerprint, OutputFile... files) throws IOException {
        return OutputFolder.at(root).replace(List.of(files), fingerprint, List.of(root.resolve("document")));
    }

    @Test
    void files_appear_with_their_content_and_nothing_is_left_of_the_staging() throws IOException {
        OutputFolder.Changes changes = write("1", file("a/b.txt", "b"), file("c.txt", "c"));

        assertThat(changes).isEqualTo(new OutputFolder.Changes(List.of("a/b.txt", "c.txt"), 0, List.of()));
        assertThat(root.resolve("a/b.txt")).hasContent("b");
        try (var entries = Files.list(root)) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("a", "c.txt", Manifest.NAME);
        }
    }

    @Test
    void equal_files_keep_their_time_and_the_folder_is_up_to_date() throws IOException {
        write("1", file("a.txt", "a"));
        Files.setLastModifiedTime(root.resolve("a.txt"), LONG_AGO);
        Files.setLastModifiedTime(root.resolve(Manifest.NAME), LONG_AGO);

        assertThat(OutputFolder.at(root).isUpToDate("1")).isTrue();
        assertThat(write("1", file("a.txt", "a"))).isEqualTo(new OutputFolder.Changes(List.of(), 1, List.of()));
        assertThat(Files.getLastModifiedTime(root.resolve("a.txt"))).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(root.resolve(Manifest.NAME))).isEqualTo(LONG_AGO);
    }

    @Test
    void a_folder_is_not_up_to_date_after_another_fingerprint_a_change_or_a_deletion() throws IOException {
        write("1", file("a.txt", "a"));
        assertThat(OutputFolder.at(root).isUpToDate("2")).isFalse();
        Files.writeString(root.resolve("a.txt"), "changed by hand");
        assertThat(OutputFolder.at(root).isUpToDate("1")).isFalse();
        Files.delete(root.resolve("a.txt"));
        assertThat(OutputFolder.at(root).isUpToDate("1")).isFalse();
    }

    @Test
    void what_is_no_longer_written_is_deleted_and_files_of_others_stay() throws IOException {
        write("1", file("old/a.txt", "a"), file("b.txt", "b"));
        Files.writeString(root.resolve("mine.txt"), "not yours");

        assertThat(write("2", file("b.txt", "b")))
                .isEqualTo(new OutputFolder.Changes(List.of(), 1, List.of("old/a.txt")));
        assertThat(root.resolve("old")).doesNotExist();
        assertThat(root.resolve("mine.txt")).hasContent("not yours");
    }

    @Test
    void a_symbolic_link_does_not_lead_out_of_the_folder(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(root.resolve("link"), elsewhere);

        assertThatThrownBy(() -> write("1", file("link/a.txt", "a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void a_path_that_leads_out_of_the_folder_cannot_even_be_made() {
        for (String path : List.of("../a", "a/../../b", "/etc/x", "a//b", "c:/x", "a\\b", "")) {
            assertThatThrownBy(() -> file(path, "")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void leftovers_of_an_interrupted_run_do_no_harm() throws IOException {
        write("1", file("a.txt", "a"));
        Files.createDirectories(root.resolve(".streamspec-staging/x"));
        Files.writeString(root.resolve(".streamspec-staging/x/half.txt"), "ha");
        Files.writeString(root.resolve(".streamspec-lock"), "");

        write("2", file("a.txt", "new"));
        assertThat(root.resolve("a.txt")).hasContent("new");
        assertThat(root.resolve(".streamspec-staging")).doesNotExist();
    }

    @Test
    void a_folder_in_the_place_of_a_file_is_reported_and_the_old_output_stays() throws IOException {
        write("1", file("a.txt", "a"));
        Files.createDirectory(root.resolve("b.txt"));

        assertThatThrownBy(() -> write("2", file("a.txt", "new"), file("b.txt", "b")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("b.txt");
        assertThat(root.resolve("a.txt")).hasContent("a");
        assertThat(OutputFolder.at(root).isUpToDate("1")).isTrue();
    }

    @Test
    void a_file_of_others_is_never_overwritten() throws IOException {
        Files.writeString(root.resolve("a.txt"), "by hand");
        assertThatThrownBy(() -> write("1", file("b.txt", "b"), file("a.txt", "a")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.txt is in the way");
        assertThat(root.resolve("a.txt")).hasContent("by hand");
        assertThat(root.resolve("b.txt")).doesNotExist();
        assertThat(root.resolve(".streamspec-lock")).doesNotExist();
    }

    @Test
    void a_folder_belongs_to_the_documents_of_one_run_as_long_as_they_are_there() throws IOException {
        Path first = Files.writeString(root.resolve("first"), "");
        OutputFolder out = OutputFolder.at(root.resolve("out"));
        out.replace(List.of(file("a.txt", "a")), "1", List.of(first));
        assertThatThrownBy(() -> out.replace(List.of(file("b.txt", "b")), "2", List.of(root.resolve("second"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is kept for " + first);
        assertThat(out.replace(List.of(file("b.txt", "b")), "2", List.of(root.resolve("second"), first)))
                .isEqualTo(new OutputFolder.Changes(List.of("b.txt"), 0, List.of("a.txt")));
        Files.delete(first);
        out.replace(List.of(file("c.txt", "c")), "3", List.of(root.resolve("third")));
        assertThat(root.resolve("out/b.txt")).doesNotExist();
    }
}
