package io.streamspec.tools.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.Streamspec;
import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import io.streamspec.tools.corpus.SmallStreams;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The octets of streams, field by field. */
class HexViewTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int hex(Sample sample, String... selection) throws IOException {
        Path file = Files.write(folder.resolve("stream"), sample.octets());
        Stream<String> words = Stream.concat(Stream.of("inspect", "--hex", file.toString()), Stream.of(selection));
        return Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    /** An entry of an HVM context. */
    private static Bytes entry(int type, Bytes body) {
        return Bytes.little().u16(type).u16(0).u32(body.array().length).add(body);
    }

    @Test
    void what_a_short_body_leaves_out_is_told_without_octets() throws IOException {
        Sample old = Samples.context()
                .before(
                        "HVM END",
                        "CPU",
                        entry(2, Bytes.little().zeroes(512).u64(0x1234).zeroes(504)));
        assertThat(hex(old, "--type", "CPU")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("34 12 00 00 00 00 00 00                          rax = 4660\n")
                .containsPattern("00 00 00 00 +error_code = 0\n")
                .containsPattern("0x[0-9a-f]{8} +flags = fpu_initialised 0 \\(left out, reads as zero\\)\n");
    }

    @Test
    void of_a_field_that_a_body_ends_within_the_octets_are_shown_that_are_there() throws IOException {
        Sample cut = Samples.context()
                .before(
                        "HVM END",
                        "CPU",
                        entry(2, Bytes.little().zeroes(512).u32(0x1234).u16(5)));
        hex(cut, "--type", "CPU");
        assertThat(out.toString())
                .contains("34 12 00 00 05 00  ")
                .contains("(the last 2 octets left out, read as zero)");
    }

    static Set<Map.Entry<String, Sample>> kinds() {
        return SmallStreams.all().entrySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void streams_of_every_kind_are_shown_up_to_where_they_break_off(Map.Entry<String, Sample> kind) throws IOException {
        assertThat(hex(kind.getValue())).as(err.toString()).isLessThanOrEqualTo(1);
        assertThat(out.toString()).contains("/").doesNotContain("fault of streamspec");
    }
}
