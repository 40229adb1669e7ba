package io.streamspec.tools;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.luben.zstd.ZstdOutputStream;
import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Sample;
import io.streamspec.tools.corpus.Samples;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about streams as users run them: with pipes, sockets, signals, files that change, and what the README shows. */
class StreamsIT {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String SHOWN = "$ java -jar tools/target/streamspec.jar ";
    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    private Process start(Path where, List<String> arguments, String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(
                List.of("-jar", ROOT.resolve("tools/target/streamspec.jar").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private Process verify(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("verify"));
        all.addAll(Arrays.asList(arguments));
        return start(folder, all);
    }

    private int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(folder.resolve("err"));
    }

    private static byte[] stream() {
        return Samples.libxl(PAGE_SHIFT).octets();
    }

    @Test
    void what_the_readme_shows_of_streams_is_what_they_print() throws Exception {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        int shown = 0;
        for (int i = 0; i < lines.size(); i++) {
            String words = lines.get(i).startsWith(SHOWN) ? lines.get(i).substring(SHOWN.length()) : "";
            if (words.startsWith("inspect ") || words.startsWith("verify ") || words.startsWith("identify ")) {
                end(start(ROOT, List.of(words.split(" "))));
                List<String> expected = lines.subList(i + 1, lines.size()).stream()
                        .takeWhile(line -> !line.equals("```"))
                        .map(String::stripTrailing)
                        .toList();
                assertThat(out().lines().map(String::stripTrailing))
                        .as(words)
                        .startsWith(expected.toArray(String[]::new));
                shown++;
            }
        }
        assertThat(shown).isPositive();
    }

    @Test
    void a_pipe_is_verified_to_its_end_even_if_it_comes_in_small_pieces() throws Exception {
        Process process = verify("-");
        try (OutputStream to = process.getOutputStream()) {
            byte[] octets = stream();
            for (int at = 0; at < octets.length; at += 100) {
                to.write(octets, at, Math.min(100, octets.length - at));
                to.flush();
            }
        }
        assertThat(end(process)).as(err()).isZero();
        assertThat(out()).contains("-: sound: libxl migration stream");
    }

    @Test
    void a_sender_that_waits_for_an_answer_is_not_waited_for() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open().bind(null)) {
            String port = server.getLocalAddress().toString().replaceAll(".*:", "");
            Process process = verify("tcp:localhost:" + port);
            try (SocketChannel sender = server.accept()) {
                sender.write(ByteBuffer.wrap(stream()));
                assertThat(end(process)).as(err()).isZero();
            }
        }
        assertThat(out()).contains(": sound: ");
    }

    /** Waits until somebody listens there. */
    private static SocketChannel connect(UnixDomainSocketAddress address) throws Exception {
        for (int i = 0; ; i++) {
            try {
                return SocketChannel.open(address);
            } catch (IOException e) {
                if (i == 20 * SECONDS) {
                    throw e;
                }
                Thread.sleep(50);
            }
        }
    }

    @Test
    void a_receiver_listens_for_a_sender() throws Exception {
        Path socket = folder.resolve("socket");
        Process process = verify("unix-listen:" + socket);
        try (SocketChannel sender = connect(UnixDomainSocketAddress.of(socket))) {
            Channels.newOutputStream(sender).write(stream());
        }
        assertThat(end(process)).as(err()).isZero();
        assertThat(socket).doesNotExist();
    }

    /** As shells have it in what they start in the background; whoever is started by that inherits it. */
    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1 << 1) != 0);
    }

    @Test
    void whoever_stops_it_gets_a_report_of_what_was_read() throws Exception {
        assumeThat(Files.exists(Path.of("/bin/kill"))).as("there is /bin/kill").isTrue();
        assumeThat(isInterruptIgnored())
                .as("processes started in the background ignore it")
                .isFalse();
        Process process = verify("-");
        byte[] octets = stream();
        process.getOutputStream().write(octets, 0, octets.length - 8);
        process.getOutputStream().flush();
        Thread.sleep(3000);
        new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(end(process)).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(out()).contains("-: interrupted, sound so far: ").contains("libxc PAGE_DATA");
    }

    @Test
    void a_file_that_shrinks_is_found_to_be_cut_and_nothing_worse() throws Exception {
        Path file = Files.write(folder.resolve("file"), Arrays.copyOf(stream(), 9000));
        Files.write(file, Arrays.copyOf(stream(), 4000));
        assertThat(end(verify("file"))).isEqualTo(1);
        assertThat(out()).contains("error: libxl#1/libxc/record 3 PAGE_DATA").contains("truncated");
        assertThat(err()).isEmpty();
    }

    @Test
    void a_reader_that_goes_away_ends_it_without_a_trace() throws Exception {
        Path file = Files.write(folder.resolve("file"), stream());
        Path jar = ROOT.resolve("tools/target/streamspec.jar");
        Process process = new ProcessBuilder(
                        "bash", "-c", "java -jar " + jar + " inspect --fields " + file + " 2> err | head -c 10 > out")
                .directory(folder.toFile())
                .start();
        assertThat(end(process)).isZero();
        assertThat(err()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @Test
    void a_full_disk_is_told_by_the_exit_code() throws Exception {
        assumeThat(Files.exists(Path.of("/dev/full"))).as("there is /dev/full").isTrue();
        Path file = Files.write(folder.resolve("file"), stream());
        Path jar = ROOT.resolve("tools/target/streamspec.jar");
        Process process = new ProcessBuilder(
                        "bash", "-c", "java -jar " + jar + " verify " + file + " > /dev/full 2> err")
                .directory(folder.toFile())
                .start();
        assertThat(end(process)).isEqualTo(ExitCode.USAGE);
        assertThat(err())
                .startsWith("streamspec: standard output: cannot be written: No space left")
                .hasLineCount(1);
    }

    @Test
    void a_socket_that_nobody_listens_at_is_told_with_its_address() throws Exception {
        assertThat(end(verify("unix:" + folder.resolve("nobody")))).isEqualTo(ExitCode.USAGE);
        assertThat(err()).isEqualTo("streamspec: unix:" + folder.resolve("nobody") + ": No such file or directory\n");
        assertThat(end(verify("tcp:nobody.invalid:1"))).isEqualTo(ExitCode.USAGE);
        assertThat(err()).isEqualTo("streamspec: tcp:nobody.invalid:1: there is no such host\n");
    }

    @Test
    void the_script_finds_files_with_any_name_where_no_language_is_set() throws Exception {
        Files.write(folder.resolve("gäst"), stream());
        ProcessBuilder builder = new ProcessBuilder(
                        "bash", "-c", ROOT.resolve("tools/streamspec") + " identify g* > out 2> err")
                .directory(folder.toFile());
        builder.environment().put("LC_ALL", "C");
        assertThat(end(builder.start())).as(err()).isZero();
        assertThat(out()).startsWith("gäst: libxl migration stream");
    }

    @Test
    void what_standard_input_comes_from_is_not_written_over() throws Exception {
        assumeThat(Files.exists(Path.of("/dev/stdin")))
                .as("there is /dev/stdin")
                .isTrue();
        Path file = Files.write(folder.resolve("file"), stream());
        Path jar = ROOT.resolve("tools/target/streamspec.jar");
        Process process = new ProcessBuilder(
                        "bash", "-c", "java -jar " + jar + " memory - --force --out file < file 2> err")
                .directory(folder.toFile())
                .start();
        assertThat(end(process)).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("file: --out is what is read; name another file");
        assertThat(file).hasBinaryContent(stream());
    }

    @Test
    void a_packed_file_that_is_damaged_is_told_as_such() throws Exception {
        Files.write(
                folder.resolve("file"),
                Bytes.little().hex("1f8b0800000000000003ffffffffffff").array());
        assertThat(end(verify("file"))).isEqualTo(1);
        assertThat(out() + err()).contains("file: the gzip file is damaged");
    }

    /** Half a GiB of a guest's memory in a file of some KiB. */
    private void writeBomb(Path file) throws IOException {
        Sample guest = Samples.hvm(PAGE_SHIFT);
        int at = guest.offset("PAGE_DATA");
        Bytes entries = Bytes.little().u32(1024).u32(0);
        for (int page = 0; page < 1024; page++) {
            entries.u64(page);
        }
        byte[] batch = Samples.record(1, entries.zeroes(1024 << PAGE_SHIFT)).array();
        byte[] octets = guest.octets();
        try (OutputStream to = new ZstdOutputStream(Files.newOutputStream(file), 1)) {
            to.write(octets, 0, at);
            for (int i = 0; i < 128; i++) {
                to.write(batch);
            }
            to.write(octets, at, octets.length - at);
        }
    }

    @Test
    void a_packed_file_that_is_a_bomb_is_read_in_little_memory() throws Exception {
        writeBomb(folder.resolve("bomb"));
        assertThat(Files.size(folder.resolve("bomb"))).isLessThan(300_000);
        Process process = start(folder, List.of("verify", "bomb"), "-Xmx24m");
        assertThat(end(process)).as(err()).isZero();
        assertThat(out())
                .contains("bomb: sound: libxc migration stream")
                .contains("libxc PAGE_DATA                          129");
        ByteArrayOutputStream zeroes = new ByteArrayOutputStream();
        try (OutputStream to = new GZIPOutputStream(zeroes)) {
            to.write(new byte[64 << 20]);
        }
        Files.write(folder.resolve("zeroes"), zeroes.toByteArray());
        assertThat(end(start(folder, List.of("verify", "zeroes"), "-Xmx24m"))).isEqualTo(ExitCode.FAULTY_INPUT);
        assertThat(err())
                .isEqualTo("streamspec: zeroes: it is no stream of Xen's, and none packed by gzip, xz or zstd;"
                        + " it begins with 00000000000000000000000000000000\n");
    }

    @Test
    void a_packed_file_that_breaks_off_is_reported_like_a_stream_that_does() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(stream());
        }
        Files.write(folder.resolve("file"), Arrays.copyOf(packed.toByteArray(), packed.size() - 20));
        assertThat(end(verify("file"))).isEqualTo(1);
        assertThat(out())
                .contains("found the gzip file breaks off, expected a whole gzip file [gzip: packed.whole]")
                .contains("file: faulty: libxl migration stream")
                .contains("libxl LIBXC_CONTEXT");
        assertThat(err()).isEmpty();
        assertThat(end(verify("--json", "file"))).isEqualTo(1);
        assertThat(out()).contains("\"rule\":\"packed.whole\"").contains("\"sound\":false");
    }
}
