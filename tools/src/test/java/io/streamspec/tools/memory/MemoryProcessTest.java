package io.streamspec.tools.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.Main;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in a process of its own: through pipes, stopped, and where a disk refuses. */
class MemoryProcessTest {

    private static final int PAGES = 512;

    @TempDir
    Path folder;

    private MemoryRun memory = new MemoryRun(Path.of(""));

    @BeforeEach
    void prepare() {
        memory = new MemoryRun(folder);
    }

    private static void guest(ByteArrayOutputStream out) throws IOException {
        try (LibxcWriter writer = Pages.hvm(out)) {
            for (int batch = 0; batch < 4; batch++) {
                Pages pages = new Pages();
                for (int i = 0; i < PAGES; i++) {
                    pages.page(batch * (PAGES - 7) + i, batch + i);
                }
                writer.write(pages.record());
            }
            writer.write(new End());
        }
    }

    private Process start(List<String> before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "memory"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("said").toFile())
                .redirectError(folder.resolve("complained").toFile())
                .start();
    }

    private int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    @Test
    void a_pipe_gives_the_same_images_as_a_file() throws IOException, InterruptedException {
        byte[] stream = MemoryRun.stream(MemoryProcessTest::guest);
        for (String format : List.of("raw", "elf", "lime")) {
            byte[] image = memory.image(MemoryProcessTest::guest, "--as", format);
            Process process = start(List.of(), "-", "--out", "piped", "--as", format, "--force");
            try (OutputStream in = process.getOutputStream()) {
                in.write(stream);
            }
            assertThat(end(process)).isZero();
            assertThat(folder.resolve("piped")).hasBinaryContent(image);
            assertThat(memory.files()).containsExactly("complained", "guest.save", "image", "piped", "said");
        }
        Process process = start(List.of(), "-", "--page", "3");
        try (OutputStream in = process.getOutputStream()) {
            in.write(stream);
        }
        assertThat(end(process)).isZero();
        assertThat(folder.resolve("said")).content().startsWith("000000003000  03 03 03");
    }

    @Test
    void nobody_but_the_owner_may_read_the_image() throws IOException {
        memory.image(MemoryProcessTest::guest);
        assertThat(Files.getPosixFilePermissions(folder.resolve("image")))
                .isEqualTo(java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whoever_stops_it_finds_nothing() throws IOException, InterruptedException {
        byte[] stream = MemoryRun.stream(MemoryProcessTest::guest);
        Process process = start(List.of(), "-", "--out", "piped");
        OutputStream in = process.getOutputStream();
        in.write(stream, 0, stream.length / 2);
        in.flush();
        for (int i = 0; i < 600 && memory.files().stream().noneMatch(file -> file.startsWith(".stream")); i++) {
            Thread.sleep(50);
        }
        assertThat(memory.files()).anyMatch(file -> file.startsWith(".piped."));
        process.toHandle().destroy(); // the signal alone: a process's own destroy closes its input too
        assertThat(end(process)).isEqualTo(143);
        assertThat(memory.files()).containsExactly("complained", "said");
    }

    @Test
    void where_the_disk_refuses_nothing_is_left() throws IOException, InterruptedException {
        memory.save(MemoryProcessTest::guest);
        List<String> limited = List.of("bash", "-c", "ulimit -f 1024; exec \"$@\"", "limited");
        assertThat(end(start(limited, "guest.save", "--out", "image"))).isEqualTo(2);
        assertThat(folder.resolve("complained"))
                .content()
                .contains("streamspec: image: cannot be written: File too large")
                .hasLineCount(1);
        assertThat(memory.files()).containsExactly("complained", "guest.save", "said");
    }
}
