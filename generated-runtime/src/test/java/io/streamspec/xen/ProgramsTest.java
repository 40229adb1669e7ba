package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code docs/programs} compile and do what they say. */
class ProgramsTest {

    private static final Path PROGRAMS = Path.of("../docs/programs");

    @TempDir
    Path folder;

    private Path image() throws IOException {
        return Files.write(folder.resolve("image"), HexStream.octets("libxc-v3-hvm.hex"));
    }

    @Test
    void reading_a_file_counts_pages_without_reading_them() throws Exception {
        assertThat(run("ReadImage", image().toString()).lines())
                .containsExactly("X86_HVM image of version 3", "octet 8368: 2400000 kHz", "4 pages");
    }

    @Test
    void reading_a_pipe_counts_records_by_kind() throws Exception {
        assertThat(pipe(HexStream.octets("libxc-v3-hvm.hex"), "ReadPipe"))
                .contains("PageData=1", "X86TscInfo=1", "End=1");
    }

    @Test
    void a_pipe_of_records_of_4_mib_is_read_in_16_mib() throws Exception {
        ByteArrayOutputStream image = new ByteArrayOutputStream();
        ByteBuffer pages = ByteBuffer.allocate(1024 * 4096);
        try (LibxcWriter out = LibxcWriter.to(
                image,
                new ImageHeader(3, ImageHeader.Options.of(false)), // little-endian
                new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19))) {
            out.write(new StaticDataEnd());
            for (int i = 0; i < 8; i++) {
                out.write(new PageData(PageData.Pfn.all(new long[1024]), Octets.each(pages, 4096)));
            }
            out.write(new End());
        }
        assertThat(pipe(image.toByteArray(), "ReadPipe"))
                .isEqualToIgnoringNewLines("{End=1, PageData=8, StaticDataEnd=1}");
    }

    @Test
    void receiving_an_image_checks_it_as_it_arrives() throws Exception {
        assertThat(receive("libxc-v3-hvm.hex"))
                .containsExactly(
                        "received 8 records",
                        "octet 8448: record 6 (HVM_PARAMS): order: HVM_PARAMS behind the first HVM_CONTEXT instead of"
                                + " HVM_PARAMS before the first HVM_CONTEXT"
                                + " [libxc-migration-stream#order.hvm_params_before_hvm_context]");
    }

    @Test
    void receiving_an_image_of_version_2_says_where_static_data_ended() throws Exception {
        assertThat(receive("libxc-v2-hvm.hex")).contains("record 0: STATIC_DATA_END went without saying before it");
    }

    /** A minute: the receiver is compiled first, and waits for ever for a sender that has given up. */
    private static final int MOST_ATTEMPTS = 3000;

    private Stream<String> receive(String name) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        byte[] octets = HexStream.octets(name);
        CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> send(port, octets));
        String printed = run("ReceiveImage", Integer.toString(port));
        sender.join();
        return printed.lines();
    }

    private static void send(int port, byte[] octets) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try (SocketChannel to = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                ByteBuffer all = ByteBuffer.wrap(octets);
                while (all.hasRemaining()) {
                    to.write(all);
                }
                return;
            } catch (IOException notYetThere) {
                Thread.yield();
                pause();
            }
        }
        throw new AssertionError("nobody listens");
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void writing_an_image_and_changing_one_record_leave_the_rest_as_it_is() throws Exception {
        String written = folder.resolve("written").toString();
        String changed = folder.resolve("changed").toString();
        run("WriteImage", written);
        run("ChangeRecord", written, changed, "1000");
        byte[] before = Files.readAllBytes(Path.of(written));
        byte[] after = Files.readAllBytes(Path.of(changed));
        int khz = 40 + 8 + (8 + 8 + 3 * 8 + 2 * 4096) + 8 + 4;
        assertThat(ByteBuffer.wrap(before).getInt(khz)).isEqualTo(Integer.reverseBytes(2_400_000));
        assertThat(ByteBuffer.wrap(after).getInt(khz)).isEqualTo(Integer.reverseBytes(1000));
        ByteBuffer.wrap(after).putInt(khz, Integer.reverseBytes(2_400_000));
        assertThat(after).isEqualTo(before);
        assertThat(run("OneField", changed)).isEqualToIgnoringNewLines("1000 kHz");
    }

    @Test
    void one_field_is_found_in_either_byte_order() throws Exception {
        Path big = Files.write(folder.resolve("big"), HexStream.octets("libxc-v3-pv-64-big-endian.hex"));
        assertThat(run("OneField", big.toString())).containsPattern("^[0-9]+ kHz");
    }

    @Test
    void a_stream_with_another_one_inside_is_copied_whole() throws Exception {
        for (String name : List.of("libxl-v2-hvm.hex", "libxl-v2-hvm-checkpointed.hex")) {
            Path stream = Files.write(folder.resolve("stream"), HexStream.octets(name));
            Path copy = folder.resolve("copy");
            run("CopyStream", stream.toString(), copy.toString());
            assertThat(copy).hasSameBinaryContentAs(stream);
        }
    }

    @Test
    void a_switch_over_records_is_exhaustive_where_the_language_has_it() throws Exception {
        Optional<Path> java = NewerJava.find(21);
        assumeThat(java).as("patterns in switch need a JDK 21 or later").isPresent();
        Path stream = Files.write(folder.resolve("stream"), HexStream.octets("libxl-v2-hvm.hex"));
        String program = PROGRAMS.resolve("SwitchOnRecords.java").toString();
        assertThat(NewerJava.run(java.get(), program, stream.toString()).lines())
                .containsExactly(
                        "the machine", "3 keys of QEMU_UPSTREAM", "state of QEMU_UPSTREAM, 13 octets", "the end");
    }

    @Test
    void every_program_is_run_by_a_test() throws IOException {
        String tests = Files.readString(Path.of("src/test/java/io/streamspec/xen/ProgramsTest.java"));
        try (var programs = Files.list(PROGRAMS)) {
            assertThat(programs.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".java")))
                    .allSatisfy(name -> assertThat(tests)
                            .containsAnyOf(
                                    "run(\"" + name.replace(".java", "\""),
                                    "resolve(\"" + name + "\")",
                                    "pipe(HexStream.octets(\"libxc-v3-hvm.hex\"), \"" + name.replace(".java", "\"")));
        }
    }

    private String run(String program, String... arguments) throws Exception {
        compile(program);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Method main = loader.loadClass(program).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) arguments);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** What a process of its own, of little memory, prints when it gets these octets through a pipe. */
    private String pipe(byte[] octets, String program) throws Exception {
        compile(program);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx16m",
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                folder.toString(),
                                "target/classes",
                                System.getProperty("java.class.path")),
                        program)
                .redirectErrorStream(true)
                .start();
        try (OutputStream to = process.getOutputStream()) {
            to.write(octets);
        } catch (IOException brokenPipe) {
            // what it prints says why
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void compile(String program) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(PROGRAMS.resolve(program + ".java"));
            List<String> options = List.of(
                    "-d",
                    folder.toString(),
                    "-Xlint:all,-processing",
                    "-Werror",
                    "-proc:none",
                    "-cp",
                    System.getProperty("java.class.path") + File.pathSeparator + "target/classes");
            boolean compiled = compiler.getTask(messages, files, null, options, null, sources)
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }
}
