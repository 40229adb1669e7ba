package io.streamspec.tools.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.SmallStreams;
import io.streamspec.tools.stream.DamagedException;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.stream.UnwalkableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is changed in a stream, and wherever it is cut: there is a verdict, and nothing else. */
class EveryOctetTest {

    private static final boolean IS_LONG = Boolean.getBoolean("streamspec.long");
    private static final PrintWriter NOWHERE = new PrintWriter(PrintWriter.nullWriter());
    private static final int[] CHANGES = {0xFF, 0x01, 0x80, 0x55};

    static Set<Map.Entry<String, Sample>> streams() {
        return SmallStreams.all().entrySet();
    }

    @ParameterizedTest
    @MethodSource("streams")
    void every_changed_octet_ends_in_a_verdict(Map.Entry<String, Sample> stream) throws IOException {
        byte[] octets = stream.getValue().octets();
        int verdicts = 0;
        int changes = IS_LONG ? 255 : CHANGES.length;
        for (int at = 0; at < octets.length; at++) {
            byte before = octets[at];
            for (int change = 0; change < changes; change++) {
                octets[at] ^= (byte) (IS_LONG ? change + 1 : CHANGES[change]);
                verdicts += verdict(octets, at + change);
                octets[at] = before;
            }
        }
        assertThat(verdicts).isEqualTo(octets.length * changes);
    }

    @ParameterizedTest
    @MethodSource("streams")
    void every_truncation_ends_in_a_verdict(Map.Entry<String, Sample> stream) throws IOException {
        byte[] octets = stream.getValue().octets();
        int verdicts = 0;
        for (int size = 0; size < octets.length; size++) {
            verdicts += verdict(Arrays.copyOf(octets, size), size);
        }
        assertThat(verdicts).isEqualTo(octets.length);
    }

    /** 1 if there is one; the profiles take turns. */
    private static int verdict(byte[] octets, int turn) throws IOException {
        Profile profile = Profile.values()[turn % Profile.values().length];
        VerifyOptions options = new VerifyOptions(profile, Trailing.WARN, false, 100, "", Showing.NEVER);
        try {
            int exitCode = new Verify(NOWHERE, NOWHERE, options).run(StreamSource.of("s", ByteBuffer.wrap(octets)));
            return exitCode == 0 || exitCode == 1 ? 1 : 0;
        } catch (DamagedException | UnwalkableException e) {
            return 1; // no stream at all, or around a legacy one
        }
    }
}
