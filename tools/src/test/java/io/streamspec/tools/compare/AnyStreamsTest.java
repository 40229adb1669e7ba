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

    private static Bytes node(String path, String value) {
        Bytes node = Bytes.little().u32(0).u32(0).u16(path.length() + 1).u16(value.length());
        Bytes permission = Bytes.little().u16(0).u16(1).text("n\0").u16(0);
        return Samples.record(5, node.add(permission).text(path + "\0").text(value));
    }

    private static Bytes watch(int connection, String path) {
        Bytes watch = Bytes.little().u32(connection).u16(path.length() + 1).u16(2);
        return Samples.record(3, watch.text(path + "\0").text("t\0"));
    }

    private static Sample xenstore(Bytes... records) {
        Sample stream = Samples.xenstore().without("NODE_DATA");
        for (Bytes record : records) {
            stream = stream.before("xenstore END", "record", record);
        }
        return stream;
    }

    @Test
    void what_may_be_missing_is_compared_to_its_last_octet() throws IOException {
        Sample xl = Samples.xl(PAGE_SHIFT);
        int config = 52;
        Path a = file("a", xl.patch("xl header", config, Bytes.little().text("{1}")));
        Path b = file("b", xl.patch("xl header", config, Bytes.little().text("{2}")));
        assertThat(run("compare", a, b)).isEqualTo(1);
        assertThat(out.toString())
                .contains("xl/header.config: 7b317d00 | 7b327d00")
                .doesNotContain("Optional");
    }

    @Test
    void nodes_of_xenstore_go_by_their_paths_and_watches_by_who_watches_what() throws IOException {
        Path a = file("a", xenstore(node("/", ""), node("/x", "1"), node("/y", "2"), watch(1, "/x"), watch(2, "/x")));
        Path moved = file(
                "moved", xenstore(watch(2, "/x"), watch(1, "/x"), node("/y", "2"), node("/", ""), node("/x", "1")));
        assertThat(run("compare", a, moved)).as(out.toString()).isZero();
        Path other = file("other", xenstore(node("/", ""), node("/x", "3"), node("/y", "2"), watch(2, "/x")));
        out.getBuffer().setLength(0);
        assertThat(run("compare", a, other)).isEqualTo(1);
        assertThat(out.toString())
                .contains("xenstore/NODE_DATA[/x].value: 31 | 33\n", "xenstore/WATCH_DATA[1 /x t].wpath: ")
                .doesNotContain("[/y]", "[2 /x t]");
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
