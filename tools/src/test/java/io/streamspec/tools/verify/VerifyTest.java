package io.streamspec.tools.verify;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.corpus.BadStreams;
import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import io.streamspec.tools.stream.StreamSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VerifyTest {

    private static final PrintWriter NOWHERE = new PrintWriter(PrintWriter.nullWriter());

    private final StringWriter out = new StringWriter();

    private int verify(byte[] octets, Profile profile, Trailing trailing) throws IOException {
        VerifyOptions options = new VerifyOptions(profile, trailing, false, 1000, "", Showing.NEVER);
        return new Verify(new PrintWriter(out), NOWHERE, options).run(StreamSource.of("s", ByteBuffer.wrap(octets)));
    }

    private int verify(byte[] octets, Profile profile) throws IOException {
        return verify(octets, profile, Trailing.WARN);
    }

    static Stream<Sample> sound() {
        return Stream.of(
                Samples.hvm(PAGE_SHIFT),
                Samples.hvmOld(PAGE_SHIFT),
                Samples.pv(PAGE_SHIFT),
                Samples.libxl(PAGE_SHIFT),
                Samples.remus(PAGE_SHIFT),
                Samples.colo(PAGE_SHIFT, 4));
    }

    @ParameterizedTest
    @MethodSource
    void sound(Sample sample) throws IOException {
        for (Profile profile : Profile.values()) {
            assertThat(verify(sample.octets(), profile)).as(out.toString()).isZero();
        }
        assertThat(out.toString()).contains("0 errors, 0 warnings, 0 notes").doesNotContain(": found");
    }

    static List<BadStreams.Case> bad() {
        return BadStreams.all();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void each_wrong_stream_has_the_documented_finding_and_exit_code(BadStreams.Case wrong) throws IOException {
        int exitCode = verify(wrong.octets(), Profile.RECEIVER);
        assertThat(exitCode).as(out.toString()).isEqualTo(wrong.severity().equals("error") ? 1 : 0);
        if (wrong.severity().isEmpty()) {
            assertThat(out.toString()).doesNotContain(": found");
        } else {
            String where = wrong.offset() < 0 ? "s:0x[0-9a-f]+" : "s:0x" + Integer.toHexString(wrong.offset());
            String rule = wrong.rule().isEmpty() ? "[a-z0-9_.]+" : wrong.rule().replace(".", "\\.");
            assertThat(out.toString()).containsPattern(where + ": " + wrong.severity() + ": .*: " + rule + "]");
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void a_producer_is_refused_for_whatever_is_wrong_but_for_what_it_only_should_do(BadStreams.Case wrong)
            throws IOException {
        int exitCode = verify(wrong.octets(), Profile.STRICT);
        boolean isWrong = wrong.severity().equals("error") || wrong.severity().equals("note");
        boolean isValue = wrong.rule().endsWith(".known");
        assertThat(exitCode).as(out.toString()).isEqualTo(isWrong || isValue ? 1 : 0);
    }

    @Test
    void a_finding_tells_place_rule_section_expected_and_found() throws IOException {
        byte[] octets = Samples.libxl(PAGE_SHIFT).octets();
        octets[Samples.libxl(PAGE_SHIFT).offset("PAGE_DATA") + 16 + 3 * 8 + 7] = (byte) 0x50;
        verify(octets, Profile.RECEIVER);
        assertThat(out.toString())
                .contains(
                        "s:0xa8: error: libxl#1/libxc/record 3 PAGE_DATA.pfn[3].type: found 0x5, expected a value with a"
                                + " meaning [libxc-migration-stream, PAGE_DATA: page_data.pfn.type.known]");
    }

    @Test
    void octets_behind_the_end_of_an_hvm_context_are_told_where_they_are() throws IOException {
        Bytes body = Bytes.little().add(Samples.hvmContext()).u64(7);
        Sample behind = Samples.hvm(PAGE_SHIFT).with("HVM_CONTEXT", Samples.record(9, body));
        assertThat(verify(behind.octets(), Profile.RECEIVER)).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains(": warning: libxc/hvm: found 8 more octets, expected nothing behind the last record"
                        + " [hvm-context, Entry Overview: order.end]");
        assertThat(verify(behind.octets(), Profile.RECEIVER, Trailing.ERROR)).isEqualTo(1);
        StringWriter before = new StringWriter().append(out.toString());
        assertThat(verify(behind.octets(), Profile.RECEIVER, Trailing.IGNORE)).isZero();
        assertThat(out.toString().substring(before.toString().length())).doesNotContain(": found");
        verify(behind.octets(), Profile.XEN);
        assertThat(out.toString()).contains(": note: libxc/hvm: found 8 more octets");
    }

    /** Wherever it ends from then on; what was read ahead before that still counts. */
    @Test
    void a_file_that_shrinks_while_it_is_read_is_found_to_be_cut(@TempDir Path folder) throws IOException {
        Sample many = Samples.hvm(PAGE_SHIFT);
        for (int i = 0; i < 60; i++) {
            many = many.twice("PAGE_DATA");
        }
        byte[] octets = many.octets();
        for (int size = octets.length - 1; size > 200_000; size -= 20_011) {
            Path file = Files.write(folder.resolve("stream"), octets);
            try (StreamSource source = StreamSource.open(file.toString());
                    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(size);
                out.getBuffer().setLength(0);
                VerifyOptions options =
                        new VerifyOptions(Profile.RECEIVER, Trailing.WARN, false, 1000, "", Showing.NEVER);
                assertThat(new Verify(new PrintWriter(out), NOWHERE, options).run(source))
                        .isEqualTo(1);
            }
            assertThat(out.toString()).contains("truncated").contains(": faulty: libxc migration stream");
        }
    }

    @Test
    void a_body_that_breaks_off_is_told_once() throws IOException {
        Sample hvm = Samples.hvm(PAGE_SHIFT);
        byte[] octets = hvm.upTo("HVM_CONTEXT", 20);
        assertThat(verify(octets, Profile.RECEIVER)).isEqualTo(1);
        assertThat(out.toString().lines().filter(line -> line.contains("error:")))
                .hasSize(1);
        assertThat(out.toString()).contains("error: libxc/record 6 HVM_CONTEXT.body: found truncated");
    }

    @Test
    void the_second_checkpoint_is_told_from_the_first() throws IOException {
        Sample remus = Samples.remus(PAGE_SHIFT);
        byte[] octets = remus.octets();
        int round = remus.offset("CHECKPOINT_END") + 8;
        octets[round + 12] = 1;
        verify(octets, Profile.RECEIVER);
        assertThat(out.toString()).contains("libxl#2/libxc/record 6 PAGE_DATA.reserved");
    }

    @Test
    void octets_behind_the_end_are_what_the_user_says_they_are() throws IOException {
        byte[] octets =
                Samples.hvm(PAGE_SHIFT).then("rest", Bytes.little().u8(1)).octets();
        assertThat(verify(octets, Profile.RECEIVER, Trailing.ERROR)).isEqualTo(1);
        assertThat(verify(octets, Profile.RECEIVER, Trailing.WARN)).isZero();
        assertThat(out.toString())
                .contains("error: libxc: found 1 more octet")
                .contains("warning: libxc: found 1 more");
        out.getBuffer().setLength(0);
        assertThat(verify(octets, Profile.STRICT, Trailing.IGNORE)).isZero();
        assertThat(out.toString()).doesNotContain("more octet");
    }

    @Test
    void the_summary_counts_records_by_stream_and_type() throws IOException {
        verify(Samples.remus(PAGE_SHIFT).octets(), Profile.RECEIVER);
        assertThat(out.toString())
                .containsPattern("libxc PAGE_DATA +2 +16464 octets\n")
                .containsPattern("libxl CHECKPOINT_END +2 +0 octets\n");
    }
}
