package io.streamspec.tools.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;

/** What fuzzing begins with, and what it has found, in every build. */
class CorpusTest {

    @ParameterizedTest
    @EnumSource
    void every_seed_has_a_verdict(FuzzTarget target) throws IOException {
        List<Arguments> seeds = target.seeds();
        assertThat(seeds).isNotEmpty();
        for (Arguments seed : seeds) {
            target.verify((byte[]) seed.get()[0]);
        }
    }
}
