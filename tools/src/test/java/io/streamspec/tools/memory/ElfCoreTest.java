package io.streamspec.tools.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.X86PvInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ELF cores, octet by octet and as readelf reads them. */
class ElfCoreTest {

    private static final int PROGRAM_HEADERS = 64;
    private static final int PROGRAM_HEADER = 56;

    @TempDir
    Path folder;

    private MemoryRun memory = new MemoryRun(Path.of(""));

    @BeforeEach
    void prepare() {
        memory = new MemoryRun(folder);
    }

    private byte[] image() throws IOException {
        return memory.image(
                out -> {
                    try (LibxcWriter writer = Pages.hvm(out)) {
                        writer.write(
                                new Pages().page(9, 9).page(4, 4).page(5, 5).record());
                        writer.write(new Pages().empty(6, PfinfoType.XALLOC).record())
                                .write(new End());
                    }
                },
                "--as",
                "elf");
    }

    /** Each number of a program header: offset, virtual and physical address, size in the file and in memory, alignment. */
    private static long[] segment(byte[] image, int number) {
        ByteBuffer octets = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        long[] values = new long[6];
        for (int i = 0; i < values.length; i++) {
            values[i] = octets.getLong(PROGRAM_HEADERS + number * PROGRAM_HEADER + 8 + i * Long.BYTES);
        }
        return values;
    }

    @Test
    void each_run_of_pages_is_a_segment_at_its_physical_address() throws IOException {
        byte[] image = image();
        assertThat(segment(image, 1)).containsExactly(4096, 0x4000, 0x4000, 3 * 4096, 3 * 4096, 4096);
        assertThat(segment(image, 2)).containsExactly(4 * 4096, 0x9000, 0x9000, 4096, 4096, 4096);
        assertThat(image).hasSize(5 * 4096);
        assertThat(Arrays.copyOfRange(image, 4096, 2 * 4096)).isEqualTo(Pages.filled(4));
        assertThat(Arrays.copyOfRange(image, 2 * 4096, 3 * 4096)).isEqualTo(Pages.filled(5));
        assertThat(Arrays.copyOfRange(image, 3 * 4096, 4 * 4096)).containsOnly(0);
        assertThat(Arrays.copyOfRange(image, 4 * 4096, 5 * 4096)).isEqualTo(Pages.filled(9));
    }

    @Test
    void readelf_reads_headers_segments_and_note() throws IOException, InterruptedException {
        image();
        assertThat(readelf("-h"))
                .containsPattern("Class: +ELF64")
                .containsPattern("Type: +CORE")
                .containsPattern("Machine: +Advanced Micro Devices X86-64")
                .containsPattern("Number of program headers: +3\n")
                .containsPattern("Number of section headers: +0\n");
        assertThat(readelf("-l"))
                .containsPattern("NOTE +0x0000e8")
                .containsPattern("LOAD +0x001000 0x0000000000004000 0x0000000000004000")
                .containsPattern("LOAD +0x004000 0x0000000000009000 0x0000000000009000");
        assertThat(readelf("-n")).containsPattern("streamspec +0x000000");
        assertThat(Files.readString(folder.resolve("image"), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("\nmemory of a HVM guest, saved by Xen 4.19\n");
    }

    @Test
    void a_guest_of_32_bits_is_of_another_machine() throws IOException, InterruptedException {
        memory.image(
                out -> {
                    LibxcWriter writer = LibxcWriter.to(out, Pages.IMAGE, Pages.PV);
                    writer.write(new X86PvInfo(4, 3))
                            .write(new io.streamspec.xen.libxc.StaticDataEnd())
                            .write(new io.streamspec.xen.libxc.X86PvP2mFrames(
                                    0, 0, io.streamspec.runtime.Scalars.of(0)))
                            .write(new Pages().page(0, 1).record())
                            .write(new End())
                            .close();
                },
                "--as",
                "elf");
        assertThat(readelf("-h")).containsPattern("Machine: +Intel 80386");
    }

    @Test
    void more_segments_than_the_header_can_count_are_counted_elsewhere() throws IOException, InterruptedException {
        int runs = 70_000;
        byte[] image = memory.image(
                out -> {
                    try (LibxcWriter writer = Pages.hvm(out)) {
                        Pages pages = new Pages();
                        for (int i = 0; i < runs; i++) {
                            pages.empty(2L * i, PfinfoType.XALLOC);
                        }
                        writer.write(pages.record())
                                .write(new Pages().page(2L * runs - 2, 7).record());
                        writer.write(new End());
                    }
                },
                "--as",
                "elf");
        ByteBuffer octets = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(octets.getShort(56)).isEqualTo((short) 0xFFFF);
        int section = (int) octets.getLong(40);
        assertThat(section).isEqualTo(PROGRAM_HEADERS + (runs + 1) * PROGRAM_HEADER);
        assertThat(octets.getInt(section + 44)).isEqualTo(runs + 1);
        long[] last = segment(image, runs);
        assertThat(last[2]).isEqualTo((2L * runs - 2) * 4096);
        assertThat(Arrays.copyOfRange(image, (int) last[0], (int) last[0] + 4096))
                .isEqualTo(Pages.filled(7));
        assertThat(readelf("-h")).containsPattern("Number of program headers: +65535 \\(70001\\)");
        assertThat(readelf("-l").lines().filter(line -> line.contains(" LOAD ")))
                .hasSize(runs);
    }

    private String readelf(String option) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(
                            "readelf", option, "-W", folder.resolve("image").toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "readelf is not installed: cores are not read back by it");
            return "";
        }
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).doesNotContainIgnoringCase("warning", "error");
        return said;
    }
}
