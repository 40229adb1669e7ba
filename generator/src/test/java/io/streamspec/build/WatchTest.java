package io.streamspec.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.source.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {

    /** So long is waited for what must happen; what must not happen is not waited for. */
    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    private final BlockingQueue<Watch.Round> rounds = new LinkedBlockingQueue<>();
    private final BlockingQueue<IOException> problems = new LinkedBlockingQueue<>();
    private Path document;
    private String sound;
    private Thread thread;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        sound = Files.readString(CheckTest.DOCUMENT);
        document = Files.writeString(folder.resolve("telemetry-archive.pandoc"), sound);
        Target codecs = new Target.Codecs(folder.resolve("java"), "com.example", Optional.empty());
        Watch watch = new Watch(List.of(document), List.of(), List.of(codecs), documents -> {});
        thread = new Thread(() -> watch.run(new Watch.Listener() {
            @Override
            public void round(Watch.Round round) {
                rounds.add(round);
            }

            @Override
            public void failed(IOException problem) {
                problems.add(problem);
            }
        }));
        thread.start();
        assertThat(next().written()).hasSize(13);
    }

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
        assertThat(thread.isAlive()).isFalse();
    }

    private Watch.Round next() throws InterruptedException {
        return Objects.requireNonNull(rounds.poll(SECONDS, TimeUnit.SECONDS), "no round came");
    }

    private static List<String> headlines(List<io.streamspec.source.Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticRenderer::headline).toList();
    }

    private String faulty() {
        return sound.replaceFirst("\\| magic                 \\|", "| magic                    |");
    }

    @Test
    void a_fault_comes_when_it_is_saved_and_is_gone_when_it_is_mended() throws IOException, InterruptedException {
        Files.writeString(document, faulty());
        Watch.Round broken = next();
        assertThat(headlines(broken.come())).anyMatch(line -> line.endsWith("[diagram-edge]"));
        assertThat(broken.written()).isEmpty();
        assertThat(folder.resolve("java/com/example/telemetry/Sample.java")).isRegularFile();

        Files.writeString(document, sound);
        Watch.Round mended = next();
        assertThat(mended.come()).isEmpty();
        assertThat(headlines(mended.gone())).isEqualTo(headlines(broken.come()));
        assertThat(mended.diagnostics()).isEqualTo(List.of());
        assertThat(mended.written()).isEmpty();
    }

    @Test
    void a_fault_that_moves_with_the_lines_above_is_no_news() throws IOException, InterruptedException {
        Files.writeString(document, faulty());
        Watch.Round first = next();
        Files.writeString(document, faulty().replaceFirst("\nIntroduction\n", "\n\n\nIntroduction\n"));
        Watch.Round second = next();
        assertThat(second.come()).isEmpty();
        assertThat(second.gone()).isEmpty();
        assertThat(second.diagnostics()).hasSameSizeAs(first.diagnostics());
    }

    @Test
    void an_editor_that_puts_a_new_file_in_place_of_the_old_one_is_seen_and_what_is_written_is_named()
            throws IOException, InterruptedException {
        Path staged = Files.writeString(
                folder.resolve("saved.tmp"), sound.replace("The archive begins with this.", "It begins with this."));
        Files.move(staged, document, StandardCopyOption.ATOMIC_MOVE);
        assertThat(next().written()).containsExactly(folder.resolve("java/com/example/telemetry/FileHeader.java"));
    }

    @Test
    void an_editor_that_takes_the_file_away_first_is_waited_for() throws IOException, InterruptedException {
        Files.move(document, folder.resolve("backup~"));
        Files.writeString(document, "");
        Files.writeString(document, sound.substring(0, 700));
        Files.writeString(document, faulty());
        Watch.Round round = next();
        while (headlines(round.come()).stream().noneMatch(line -> line.contains("[diagram-edge]"))) {
            round = next(); // on a slow machine a half of the file may have stood still for long enough to be read
        }
        assertThat(headlines(round.diagnostics())).anyMatch(line -> line.contains("[diagram-edge]"));
    }

    @Test
    void a_document_that_is_gone_is_a_diagnostic_and_comes_back() throws IOException, InterruptedException {
        Files.delete(document);
        assertThat(headlines(next().come())).anyMatch(line -> line.endsWith("[file-unreadable]"));
        Files.writeString(document, sound);
        assertThat(headlines(next().gone())).anyMatch(line -> line.endsWith("[file-unreadable]"));
    }

    @Test
    void what_lint_found_is_not_gone_while_an_error_keeps_it_from_looking() throws IOException {
        Path other = Files.writeString(folder.resolve("other.pandoc"), sound);
        Watch watch = new Watch(List.of(other), List.of(), List.of(), Documents::lint);
        List<String> found = headlines(watch.round().come());
        assertThat(found).singleElement().asString().endsWith("[values-gap]");

        Files.writeString(other, faulty());
        Watch.Round broken = watch.round();
        assertThat(headlines(broken.come())).isNotEmpty().allMatch(line -> line.contains(": error: "));
        assertThat(broken.gone()).isEmpty();

        Files.writeString(
                other, sound.replace("0x0001: Temperature", "0x0000: Nothing.\n\n            0x0001: Temperature"));
        Watch.Round mended = watch.round();
        assertThat(mended.come()).isEmpty();
        assertThat(headlines(mended.gone()))
                .hasSize(broken.come().size() + 1)
                .anyMatch(line -> line.endsWith("[values-gap]"));
    }

    @Test
    void what_both_readings_bring_up_is_told_once() throws IOException {
        Path none = folder.resolve("none.pandoc");
        Target codecs = new Target.Codecs(folder.resolve("none"), "com.example", Optional.empty());
        Watch.Round round = new Watch(List.of(none), List.of(), List.of(codecs), documents -> {}).round();
        assertThat(headlines(round.come())).singleElement().asString().endsWith("[file-unreadable]");
        assertThat(round.diagnostics()).hasSize(1);
    }

    @Test
    void where_nothing_can_be_written_that_is_told_and_the_watch_goes_on() throws IOException, InterruptedException {
        Path header = folder.resolve("java/com/example/telemetry/FileHeader.java");
        Files.delete(header);
        Files.createDirectory(header);
        Files.writeString(document, sound.replace("The archive begins with this.", "It begins with this."));
        assertThat(problems.poll(SECONDS, TimeUnit.SECONDS)).hasMessageContaining("FileHeader.java is a folder");
        Files.delete(header);
        Files.writeString(document, sound);
        assertThat(next().written()).containsExactly(header);
    }
}
