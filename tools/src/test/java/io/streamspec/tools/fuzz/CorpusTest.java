package io.streamspec.tools.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;

/** What fuzzing begins with, and what it has found, in every build. */
class CorpusTest {

    /** Inputs that fuzzing has found to fail once, in a folder for each target. */
    private static final Path FOUND = Path.of("src/test/resources/fuzz");

    @ParameterizedTest
    @EnumSource
    void every_seed_has_a_verdict(FuzzTarget target) throws IOException {
        List<Arguments> seeds = target.seeds();
        assertThat(seeds).isNotEmpty();
        for (Arguments seed : seeds) {
            target.verify((byte[]) seed.get()[0]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_input_that_has_failed_has_a_verdict_now(FuzzTarget target) throws IOException {
        Path folder = FOUND.resolve(target.name().toLowerCase(java.util.Locale.ROOT));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    target.verify(Files.readAllBytes(file));
                }
            }
        }
    }
}
