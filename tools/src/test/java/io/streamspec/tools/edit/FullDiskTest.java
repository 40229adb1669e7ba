package io.streamspec.tools.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamspec.tools.Main;
import io.streamspec.tools.corpus.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No room for the result: the shell lets no file grow beyond 4 KiB, where a disk would be full. */
class FullDiskTest {

    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    Path folder;

    @Test
    void without_room_nothing_is_left_and_what_there_was_stays() throws Exception {
        assumeTrue(Files.isExecutable(SHELL));
        EditRun files = new EditRun(folder);
        byte[] octets = Samples.hvm(Samples.PAGE_SHIFT).octets();
        Path stream = files.write("stream", octets);
        for (List<String> words : List.of(
                List.of("set", stream.toString(), "libxc/X86_TSC_INFO.mode=2", "--in-place"),
                List.of(
                        "split",
                        stream.toString(),
                        "--unwrap",
                        "--out",
                        files.file("out").toString()),
                List.of(
                        "join",
                        stream.toString(),
                        "--libxl",
                        "--out",
                        files.file("out").toString()))) {
            Path told = Files.createTempFile("told", "");
            assertThat(limited(words, told)).isEqualTo(2);
            assertThat(told).content().contains(": cannot be written: ").doesNotContain("\tat ");
            Files.delete(told);
            assertThat(stream).hasBinaryContent(octets);
            assertThat(files.files()).containsExactly("stream");
        }
    }

    private static int limited(List<String> words, Path told) throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                SHELL.toString(), "-c", "ulimit -f 8; exec \"$@\" 2>&1", "sh", java, "-XX:-UsePerfData", "-cp");
        builder.command().addAll(List.of(System.getProperty("java.class.path"), Main.class.getName()));
        builder.command().addAll(words);
        Process process = builder.redirectOutput(told.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }
}
