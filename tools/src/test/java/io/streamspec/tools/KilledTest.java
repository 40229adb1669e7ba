package io.streamspec.tools;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that is killed at any moment (kill -9) leaves the file whole or absent, or the one that was there. */
class KilledTest {

    /** Moments for each command; in a long run 200 in all. */
    private static final int MOMENTS = Boolean.getBoolean("streamspec.long") ? 40 : 2;

    private static final int BATCHES = 400;
    private static final String OLD = "what was there before";

    @TempDir
    Path folder;

    private byte[] stream = {};

    @BeforeEach
    void write() throws IOException {
        Sample sample = Samples.hvm(Samples.PAGE_SHIFT);
        for (int i = 0; i < BATCHES; i++) {
            sample = sample.twice("PAGE_DATA");
        }
        stream = sample.octets();
        Files.write(folder.resolve("in"), stream);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memory in --force --out out",
                "split in --strip-pages --force --out out",
                "join in --libxl --force --out out",
                "set in libxc/X86_TSC_INFO.khz=5 --force --out out",
                "set in libxc/X86_TSC_INFO.khz=5 --in-place"
            })
    void whenever_it_is_killed_the_file_is_the_old_one_or_the_new(String command) throws Exception {
        boolean isInPlace = command.endsWith("--in-place");
        Path result = folder.resolve(isInPlace ? "in" : "out");
        byte[] before = isInPlace ? stream : OLD.getBytes();
        long start = System.nanoTime();
        assertThat(start(command).waitFor()).as(complaint()).isZero();
        long whole = System.nanoTime() - start;
        byte[] after = Files.readAllBytes(result);
        Random moments = new Random(command.hashCode());
        for (int i = 0; i < MOMENTS; i++) {
            Files.write(result, before);
            Process process = start(command);
            process.waitFor((long) (whole * (0.3 + 0.8 * moments.nextDouble())), TimeUnit.NANOSECONDS);
            process.destroyForcibly().waitFor();
            byte[] found = Files.readAllBytes(result);
            assertThat(List.of(before, after)).as(command).contains(found);
        }
        Files.write(result, before);
        assertThat(start(command).waitFor()).as(complaint()).isZero();
        assertThat(result).hasBinaryContent(after);
        assertThat(folder.toFile().list((where, name) -> !name.matches("in|out|complained|\\.(in|out)\\..*\\.part")))
                .isEmpty();
    }

    private Process start(String command) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.addAll(List.of(command.split(" ")));
        return new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("complained").toFile())
                .start();
    }

    private String complaint() throws IOException {
        return Files.readString(folder.resolve("complained"));
    }
}
