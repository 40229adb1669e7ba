package io.streamspec.tools.compare;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.Streamspec;
import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams of every kind can be compared, also those that have no pages. */
class AnyStreamsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private Path file(String name, Sample sample) throws IOException {
        return Files.write(folder.resolve(name), sample.octets());
    }

    private int run(String verb, Path... files) {
        Stream<String> words = Stream.concat(Stream.of(verb), Stream.of(files).map(Path::toString));
        return Streamspec.run(new PrintWriter(out, true), new PrintWriter(err, true), words.toArray(String[]::new));
    }

    static Stream<Sample> sound() {
        Sample empty = Sample.empty()
                .then("signature", Bytes.little().text("XenSavedDomv2-\n"))
                .then("END_OF_IMAGE", Bytes.little().u64(0xFFFF).u64(0));
        return Stream.of(
                Samples.hvm(PAGE_SHIFT),
                Samples.pv(PAGE_SHIFT),
                Samples.remus(PAGE_SHIFT),
                Samples.colo(PAGE_SHIFT, 4),
                Samples.xl(PAGE_SHIFT),
                Samples.libvirt(PAGE_SHIFT),
                Samples.suspended(PAGE_SHIFT),
                empty,
                Samples.context(),
                Samples.xenstore());
    }

    @ParameterizedTest
    @MethodSource("sound")
    void a_stream_is_the_same_as_itself(Sample sample) throws IOException {
        Path file = file("a", sample);
        assertThat(run("compare", file, file)).as(err.toString()).isZero();
        assertThat(out.toString()).endsWith(": the same\n").hasLineCount(1);
    }

    @Test
    void pages_that_only_one_has_are_added_or_removed_whatever_their_size() throws IOException {
        Path context = file("context", Samples.context());
        Path guest = file("guest", Samples.hvm(PAGE_SHIFT));
        assertThat(run("compare", context, guest)).isEqualTo(1);
        assertThat(out.toString()).contains("pages added: 3: 0x0-0x2\n").doesNotContain("not compared");
        run("compare", guest, context);
        assertThat(out.toString()).contains("pages removed: 3: 0x0-0x2\n").doesNotContain("not compared");
    }
}
