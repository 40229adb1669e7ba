package io.streamspec.tools.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.Verify;
import io.streamspec.xen.libxc.X86PvVcpuBasic;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a stream gets into an image of the guest's memory. */
class MemoryTest {

    private static final int SIZE = Pages.SIZE;

    @TempDir
    Path folder;

    private MemoryRun memory = new MemoryRun(Path.of(""));

    @BeforeEach
    void prepare() {
        memory = new MemoryRun(folder);
    }

    private static void hvm(ByteArrayOutputStream out, Pages... batches) throws IOException {
        try (LibxcWriter writer = Pages.hvm(out)) {
            for (Pages batch : batches) {
                writer.write(batch.record());
            }
            writer.write(new End());
        }
    }

    private static byte[] page(byte[] image, int pfn) {
        return Arrays.copyOfRange(image, pfn * SIZE, (pfn + 1) * SIZE);
    }

    @Test
    void each_page_lies_at_its_address_and_the_rest_is_a_hole() throws IOException {
        byte[] image =
                memory.image(out -> hvm(out, new Pages().page(1, 0x11).page(2, 0x22), new Pages().page(5, 0x55)));
        assertThat(image).hasSize(6 * SIZE);
        assertThat(page(image, 1)).isEqualTo(Pages.filled(0x11));
        assertThat(page(image, 2)).isEqualTo(Pages.filled(0x22));
        assertThat(page(image, 5)).isEqualTo(Pages.filled(0x55));
        for (int hole : new int[] {0, 3, 4}) {
            assertThat(page(image, hole)).containsOnly(0);
        }
        assertThat(memory.out()).contains("image: 3 pages of 4096 octets in 2 ranges, up to address 0x6000; HVM guest");
        assertThat(memory.err()).isEmpty();
    }

    @Test
    void a_hole_takes_no_room_on_the_disk() throws IOException, InterruptedException {
        memory.image(out -> hvm(out, new Pages().page(0x20000, 1)));
        assertThat(Files.size(folder.resolve("image"))).isEqualTo((0x20000L + 1) * SIZE);
        Process du = new ProcessBuilder("du", "-k", folder.resolve("image").toString()).start();
        String kibi = new String(du.getInputStream().readAllBytes()).split("\\s")[0];
        assertThat(Long.parseLong(kibi)).isLessThan(1024);
    }

    @Test
    void pages_may_come_in_any_order_and_the_last_contents_of_each_count() throws IOException {
        byte[] image = memory.image(out -> hvm(
                out,
                new Pages().page(3, 1).page(2, 2).page(1, 3).page(2, 4),
                new Pages().page(1, 5).page(0, 6)));
        assertThat(page(image, 0)).isEqualTo(Pages.filled(6));
        assertThat(page(image, 1)).isEqualTo(Pages.filled(5));
        assertThat(page(image, 2)).isEqualTo(Pages.filled(4));
        assertThat(page(image, 3)).isEqualTo(Pages.filled(1));
    }

    @Test
    void what_has_no_contents_takes_nothing_away_and_only_what_is_allocated_is_there() throws IOException {
        byte[] image = memory.image(out -> hvm(
                out,
                new Pages().page(1, 1).page(2, 2).page(3, 3),
                new Pages()
                        .empty(1, PfinfoType.XTAB)
                        .empty(2, PfinfoType.BROKEN)
                        .empty(3, PfinfoType.XALLOC)
                        .empty(4, PfinfoType.XTAB)
                        .page(7, 7)
                        .empty(5, PfinfoType.XALLOC)
                        .empty(8, PfinfoType.XALLOC)));
        assertThat(image).hasSize(9 * SIZE);
        assertThat(page(image, 1)).isEqualTo(Pages.filled(1));
        assertThat(page(image, 2)).isEqualTo(Pages.filled(2));
        assertThat(page(image, 3)).isEqualTo(Pages.filled(3));
        assertThat(page(image, 7)).isEqualTo(Pages.filled(7));
        assertThat(page(image, 8)).containsOnly(0);
        assertThat(memory.out()).contains("6 pages of 4096 octets in 3 ranges");
    }

    @Test
    void pages_behind_verify_are_for_comparison_only() throws IOException {
        byte[] image = memory.image(out -> {
            try (LibxcWriter writer = Pages.hvm(out)) {
                writer.write(new Pages().page(0, 1).record()).write(new Verify());
                writer.write(new Pages().page(0, 2).page(1, 3).record()).write(new End());
            }
        });
        assertThat(image).isEqualTo(Pages.filled(1));
    }

    @Test
    void lime_ranges_say_their_first_and_last_octet() throws IOException {
        byte[] image =
                memory.image(out -> hvm(out, new Pages().page(5, 5).page(1, 1).page(2, 2)), "--as", "lime");
        ByteBuffer octets = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(image).hasSize(2 * 32 + 3 * SIZE);
        assertThat(Arrays.copyOf(image, 4)).containsExactly('E', 'M', 'i', 'L');
        assertThat(octets.getInt(4)).isEqualTo(1);
        assertThat(octets.getLong(8)).isEqualTo(0x1000);
        assertThat(octets.getLong(16)).isEqualTo(0x2FFF);
        assertThat(octets.getLong(24)).isZero();
        assertThat(Arrays.copyOfRange(image, 32, 32 + SIZE)).isEqualTo(Pages.filled(1));
        assertThat(Arrays.copyOfRange(image, 32 + SIZE, 32 + 2 * SIZE)).isEqualTo(Pages.filled(2));
        assertThat(octets.getInt(32 + 2 * SIZE)).isEqualTo(0x4C69_4D45);
        assertThat(octets.getLong(32 + 2 * SIZE + 8)).isEqualTo(0x5000);
        assertThat(octets.getLong(32 + 2 * SIZE + 16)).isEqualTo(0x5FFF);
        assertThat(Arrays.copyOfRange(image, 64 + 2 * SIZE, image.length)).isEqualTo(Pages.filled(5));
    }

    @Test
    void a_page_is_shown_in_hexadecimal() throws IOException {
        byte[] octets = new byte[SIZE];
        System.arraycopy("0123456789abcde\n".getBytes(), 0, octets, 16, 16);
        Path save = memory.save(out -> hvm(out, new Pages().page(0x10, PfinfoType.NOTAB, octets)));
        assertThat(memory.run(save, "--page", "16")).isZero();
        String shown = memory.out();
        assertThat(shown)
                .startsWith("000000010000  00 00 00 00 00 00 00 00  00 00 00 00 00 00 00 00  |................|\n"
                        + "000000010010  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 0a  |0123456789abcde.|\n")
                .endsWith("*\n000000011000\n");
        assertThat(memory.run(save, "--page", "0x10")).isZero();
        assertThat(memory.out()).isEqualTo(shown);
    }

    @Test
    void a_page_is_written_alone_in_its_last_contents() throws IOException {
        Path save = memory.save(out -> hvm(
                out, new Pages().page(1, 1).page(2, 2).empty(9, PfinfoType.XTAB).page(1, 3), new Pages().page(4, 4)));
        Path file = folder.resolve("page");
        assertThat(memory.run(save, "--page", "1", "--out", file)).isZero();
        assertThat(file).hasBinaryContent(Pages.filled(3));
        assertThat(memory.run(save, "--page", "9", "--out", folder.resolve("none")))
                .isEqualTo(1);
        assertThat(memory.err()).contains("guest.save: there is no page 0x9");
        assertThat(memory.files()).containsExactly("guest.save", "page");
    }

    @Test
    void a_packed_stream_gives_the_same_image() throws IOException {
        MemoryRun.Making making = out -> hvm(out, new Pages().page(1, 1).page(3, 3), new Pages().page(1, 9));
        byte[] image = memory.image(making, "--as", "elf");
        byte[] packed = memory.image(
                out -> {
                    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                        zip.write(MemoryRun.stream(making));
                    }
                },
                "--as",
                "elf");
        assertThat(packed).isEqualTo(image);
    }

    @Test
    void memory_is_found_in_what_xl_saves() throws IOException {
        byte[] image = memory.image(out -> {
            out.write(HexFormat.of().parseHex("58656e20736176656420646f6d61696e2c20786c20666f726d61740a2000200d"));
            out.write(HexFormat.of().parseHex("04030201020000000000000000000000")); // a libxl stream follows
            try (LibxlWriter writer = LibxlWriter.to(out, new Header(Header.Options.of(false, false)))) {
                writer.write(new LibxcContext());
                LibxcWriter inner = writer.libxc(Pages.IMAGE, Pages.HVM);
                inner.write(new StaticDataEnd()).write(new Pages().page(1, 7).record());
                inner.write(new HvmContext(Octets.of((byte) 1))).write(new End());
                writer.write(new io.streamspec.xen.libxl.End());
            }
        });
        assertThat(page(image, 1)).isEqualTo(Pages.filled(7));
        assertThat(memory.err()).isEmpty();
    }

    @Test
    void a_stream_without_pages_gives_an_empty_image() throws IOException {
        assertThat(memory.image(out -> {
                    try (LibxcWriter writer = Pages.hvm(out)) {
                        writer.write(new HvmContext(Octets.of((byte) 1))).write(new End());
                    }
                }))
                .isEmpty();
    }

    @Test
    void a_bare_stream_of_checkpoints_counts_up_to_the_last_of_them() throws IOException {
        byte[] stream = MemoryRun.stream(out -> {
            try (LibxcWriter writer = Pages.hvm(out)) {
                writer.write(new Pages().page(0, 1).page(1, 1).record()).write(new Checkpoint());
                writer.write(new Pages().page(1, 2).record()).write(new Checkpoint());
                writer.write(new Pages().page(1, 3).page(2, 3).record()).write(new Checkpoint());
            }
        });
        Path save = memory.save(Arrays.copyOf(stream, stream.length - 8)); // the last CHECKPOINT is missing
        Path image = folder.resolve("image");
        assertThat(memory.run(save, "--out", image)).isZero();
        assertThat(memory.err())
                .contains("note: the round behind checkpoint 2 is not complete and does not count; 1 batch of pages");
        assertThat(image).hasBinaryContent(concat(Pages.filled(1), Pages.filled(2)));
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    @Test
    void the_registers_of_a_pv_guest_say_where_its_page_tables_begin() throws IOException {
        byte[] context = new byte[5168];
        ByteBuffer.wrap(context).order(ByteOrder.LITTLE_ENDIAN).putLong(4984 + 24, 0x3000);
        memory.image(out -> {
            try (LibxcWriter writer = Pages.pv(out, 4)) {
                writer.write(new Pages()
                        .page(3, PfinfoType.L4TAB_PIN, new byte[SIZE])
                        .record());
                writer.write(new X86PvVcpuBasic(0, Octets.of(context))).write(new End());
            }
        });
        assertThat(memory.out())
                .contains("PV guest of 64 bits, 4 levels of page tables, vCPU 0 uses the page table at 0x3000");
    }
}
