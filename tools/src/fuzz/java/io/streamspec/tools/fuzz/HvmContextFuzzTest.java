package io.streamspec.tools.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fuzzes the HVM context. A class of its own, since a process fuzzes one thing. */
class HvmContextFuzzTest {

    static List<Arguments> seeds() throws IOException {
        return FuzzTarget.HVM_CONTEXT.seeds();
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "1m")
    void every_input_has_a_verdict(byte[] octets) throws IOException {
        FuzzTarget.HVM_CONTEXT.verify(octets);
    }
}
