package io.streamspec.tools.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PfinfoType;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.EmulatorContext;
import io.streamspec.xen.libxl.EmulatorRecordsEmulatorId;
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
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams that end too early or are wrong, and what of them may be taken. */
class BrokenOffTest {

    private static final int RECORD_HEAD = 8;
    private static final int HEADERS = 40 + RECORD_HEAD;

    @TempDir
    Path folder;

    private MemoryRun memory = new MemoryRun(Path.of(""));
    private Path image = Path.of("");

    @BeforeEach
    void prepare() {
        memory = new MemoryRun(folder);
        image = folder.resolve("image");
    }

    private static byte[] simple() throws IOException {
        return MemoryRun.stream(out -> {
            try (LibxcWriter writer = Pages.hvm(out)) {
                writer.write(new Pages().page(0, 1).record());
                writer.write(new Pages().page(1, 2).page(0, 3).record());
                writer.write(new End());
            }
        });
    }

    /** A stream of libxl that goes round by round. */
    private static byte[] checkpointed(int rounds) throws IOException {
        return MemoryRun.stream(out -> {
            try (LibxlWriter writer = LibxlWriter.to(out, new Header(Header.Options.of(false, false)))) {
                writer.write(new LibxcContext());
                LibxcWriter inner = writer.libxc(Pages.IMAGE, Pages.HVM);
                inner.write(new StaticDataEnd());
                inner.write(new Pages().page(0, 1).page(1, 1).record()).write(new Checkpoint());
                end(writer);
                if (rounds > 1) {
                    inner.write(new Pages().page(1, 2).page(2, 2).record()).write(new Checkpoint());
                    end(writer);
                }
            }
        });
    }

    private static void end(LibxlWriter writer) throws IOException {
        writer.write(new EmulatorContext(EmulatorRecordsEmulatorId.QEMU_UPSTREAM, 0, Octets.of((byte) 1)));
        writer.write(new CheckpointEnd());
    }

    private static byte[] pages(int... fills) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int fill : fills) {
            all.write(Pages.filled(fill));
        }
        return all.toByteArray();
    }

    private void refuses(byte[] stream, String... said) throws IOException {
        Path save = memory.save(stream);
        assertThat(memory.run(save, "--out", image)).isEqualTo(1);
        assertThat(memory.err()).contains(said).hasLineCount(1);
        assertThat(memory.files()).containsExactly("guest.save");
    }

    @Test
    void rounds_are_applied_in_order() throws IOException {
        Path save = memory.save(checkpointed(2));
        assertThat(memory.run(save, "--out", image)).isZero();
        assertThat(image).hasBinaryContent(pages(1, 2, 2));
        assertThat(memory.err()).isEmpty();
    }

    @Test
    void a_round_whose_end_is_missing_does_not_count_wherever_the_stream_breaks_off() throws IOException {
        byte[] stream = checkpointed(2);
        int second = checkpointed(1).length;
        for (int length = second; length < stream.length; length += length < stream.length - 64 ? 499 : 1) {
            Path save = memory.save(Arrays.copyOf(stream, length));
            assertThat(memory.run(save, "--out", image, "--force"))
                    .as("%d octets", length)
                    .isZero();
            boolean isWhole = length > stream.length - RECORD_HEAD; // CHECKPOINT_END is there but for its padding
            assertThat(image).hasBinaryContent(isWhole ? pages(1, 2, 2) : pages(1, 1));
            assertThat(memory.err())
                    .isEqualTo(length == second ? "" : memory.err())
                    .doesNotContain("streamspec:");
        }
        assertThat(memory.err()).contains("the round behind checkpoint 1 is not complete and does not count");
    }

    @Test
    void a_stream_that_breaks_off_before_its_first_checkpoint_is_refused() throws IOException {
        byte[] stream = checkpointed(2);
        int second = checkpointed(1).length;
        refuses(Arrays.copyOf(stream, second - RECORD_HEAD), "nothing has been written; --partial takes what is there");
        refuses(Arrays.copyOf(simple(), 5000), "record 2 (PAGE_DATA): body: truncated", "--partial");
        refuses(Arrays.copyOf(simple(), simple().length - 1), "--partial");
    }

    @Test
    void a_packed_stream_that_breaks_off_counts_up_to_its_last_checkpoint() throws IOException {
        byte[] packed = packed(checkpointed(2));
        Path save = memory.save(Arrays.copyOf(packed, packed.length - 1));
        assertThat(memory.run(save, "--out", image)).isZero();
        assertThat(image).hasBinaryContent(pages(1, 2, 2));
        assertThat(memory.err())
                .contains("guest.save: note: the gzip file breaks off")
                .hasLineCount(1);
        byte[] octets = new byte[Pages.SIZE];
        new Random(1).nextBytes(octets); // which gzip cannot make fewer
        packed = packed(MemoryRun.stream(out -> {
            try (LibxcWriter writer = Pages.hvm(out)) {
                writer.write(new Pages().page(0, PfinfoType.NOTAB, octets).record())
                        .write(new End());
            }
        }));
        Files.delete(image);
        refuses(Arrays.copyOf(packed, packed.length / 2), "the gzip file breaks off; nothing has been written");
    }

    private static byte[] packed(byte[] stream) throws IOException {
        return MemoryRun.stream(out -> {
            try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
                zip.write(stream);
            }
        });
    }

    @Test
    void a_stream_that_ends_in_its_first_round_is_refused() throws IOException {
        byte[] stream = checkpointed(1);
        stream[stream.length - RECORD_HEAD] = 0; // END in place of CHECKPOINT_END
        refuses(stream, "guest.save: it ends before its first checkpoint is complete; nothing has been written");
    }

    @Test
    void of_a_partial_stream_the_whole_batches_are_taken_if_that_is_wanted() throws IOException {
        byte[] stream = simple();
        Path save = memory.save(Arrays.copyOf(stream, stream.length - RECORD_HEAD - 1));
        assertThat(memory.run(save, "--out", image, "--partial")).isZero();
        assertThat(image).hasBinaryContent(pages(1));
        assertThat(memory.err())
                .contains("the memory is partial", "after 1 batch of pages and a broken one, which is left out");
        save = memory.save(Arrays.copyOf(stream, stream.length - RECORD_HEAD));
        assertThat(memory.run(save, "--out", image, "--partial", "--force")).isZero();
        assertThat(image).hasBinaryContent(pages(3, 2));
        assertThat(memory.err()).contains("after 2 batches of pages;");
    }

    @Test
    void a_fault_behind_a_checkpoint_is_refused_other_than_an_early_end() throws IOException {
        byte[] stream = checkpointed(2);
        int second = checkpointed(1).length;
        ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).putInt(second, 0x66);
        refuses(stream, "octet " + second + ": record", "unknown mandatory record");
        Path save = memory.save(stream);
        assertThat(memory.run(save, "--out", image, "--partial")).isZero();
        assertThat(image).hasBinaryContent(pages(1, 1));
    }

    @Test
    void what_is_wrong_behind_the_memory_is_noted() throws IOException {
        byte[] stream = MemoryRun.stream(out -> {
            try (LibxlWriter writer = LibxlWriter.to(out, new Header(Header.Options.of(false, false)))) {
                writer.write(new LibxcContext());
                LibxcWriter inner = writer.libxc(Pages.IMAGE, Pages.HVM);
                inner.write(new StaticDataEnd())
                        .write(new Pages().page(0, 1).record())
                        .write(new End());
                writer.write(new EmulatorContext(EmulatorRecordsEmulatorId.QEMU_UPSTREAM, 0, Octets.zeroes(100)));
                writer.write(new io.streamspec.xen.libxl.End());
            }
        });
        Path save = memory.save(Arrays.copyOf(stream, stream.length - 50));
        assertThat(memory.run(save, "--out", image)).isZero();
        assertThat(image).hasBinaryContent(pages(1));
        assertThat(memory.err()).contains("note: octet ", "(EMULATOR_CONTEXT)").hasLineCount(1);
    }

    @Test
    void a_batch_that_contradicts_itself_is_refused() throws IOException {
        int count = HEADERS + RECORD_HEAD;
        byte[] none = simple();
        none[count] = 0;
        refuses(
                none,
                "octet " + count + ": record 1 (PAGE_DATA): count: there are no pages, expected one page or more");
        byte[] many = simple();
        many[count + 3] = 0x7F;
        refuses(many, "2130706433 pages do not fit the record, expected fewer");
        byte[] reserved = simple();
        reserved[count + 8 + 7] = 0x50;
        refuses(reserved, "octet " + (count + 8) + ": record 1 (PAGE_DATA): pfn[0]: type 5, which has no meaning");
        byte[] without = simple();
        without[count + 8 + 7] = (byte) 0xF0;
        refuses(without, "page_data: a body of 4112 octets, expected 16 octets, 0 pages");
    }

    @Test
    void a_page_beyond_the_most_memory_is_refused_and_may_be_allowed() throws IOException {
        byte[] stream = MemoryRun.stream(out -> {
            try (LibxcWriter writer = Pages.hvm(out)) {
                writer.write(new Pages().page(1, 1).page(1L << 51, 1).record()).write(new End());
            }
        });
        refuses(
                stream,
                "pfn[1]: page 0x8000000000000, expected one below 0x40000000, unless --most-memory allows more");
        Path save = memory.save(stream);
        assertThat(memory.run(save, "--out", image, "--most-memory", "8K", "--page", "1"))
                .isEqualTo(1);
        byte[] small = MemoryRun.stream(out -> {
            try (LibxcWriter writer = Pages.hvm(out)) {
                writer.write(new Pages().page((5L << 30) - 1, 1).record()).write(new End());
            }
        });
        refuses(small, "--most-memory");
        assertThat(memory.run(save, "--out", image, "--most-memory", "20T", "--as", "elf"))
                .isZero();
        assertThat(Files.size(image)).isEqualTo(2 * Pages.SIZE);
    }

    @Test
    void what_holds_no_memory_is_refused() throws IOException {
        Path qemu = memory.save("QEVM, or so it says".getBytes());
        assertThat(memory.run(qemu, "--out", image)).isEqualTo(2);
        assertThat(memory.err()).contains(qemu + ": this is a qemu device state, which cannot be walked through");
        refuses("nothing known".getBytes(), "it is no stream of Xen's");
        refuses(new byte[0], "it is empty");
        byte[] strange = MemoryRun.stream(out -> {
            DomainHeader header = new DomainHeader(DomainHeaderType.X86_HVM, 3, 4, 19);
            try (LibxcWriter writer = LibxcWriter.to(out, Pages.IMAGE, header)) {
                writer.write(new StaticDataEnd()).write(new End());
            }
        });
        refuses(strange, "domain_header.page_shift: 3, expected 12 to 27");
    }

    @Test
    void a_file_that_is_there_is_left_alone_unless_it_is_to_be_replaced() throws IOException {
        Path save = memory.save(simple());
        Files.writeString(image, "dear");
        assertThat(memory.run(save, "--out", image)).isEqualTo(2);
        assertThat(memory.err()).isEqualTo("streamspec: " + image + ": is there already; --force replaces it\n");
        assertThat(image).hasContent("dear");
        assertThat(memory.run(save, "--out", folder, "--force")).isEqualTo(2);
        assertThat(memory.err()).contains("is there already, and no file");
        assertThat(memory.run(save, "--out", image, "--force")).isZero();
        assertThat(image).hasBinaryContent(pages(3, 2));
        assertThat(memory.run(save, "--out", folder.resolve("absent/image"))).isEqualTo(2);
        assertThat(memory.err()).contains("absent: there is no such file");
    }

    @Test
    void an_unsound_command_line_is_told() throws IOException {
        Path save = memory.save(simple());
        assertThat(memory.run(save)).isEqualTo(2);
        assertThat(memory.err()).contains("--out is missing, or --page");
        assertThat(memory.run(save, "--page", "0xfffffffffffff1")).isEqualTo(2);
        assertThat(memory.err()).contains("'0xfffffffffffff1' is no page number");
        assertThat(memory.run(save, "--page", "-1")).isEqualTo(2);
        assertThat(memory.run(save, "--out", image, "--most-memory", "4X")).isEqualTo(2);
        assertThat(memory.err()).contains("'4X' is no size such as 64G");
        assertThat(memory.run(save, "--page", "1", "--as", "elf")).isEqualTo(2);
    }
}
