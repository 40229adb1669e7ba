package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.Validation;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.LibxlReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the octets are: they are read, or end in the library's own exception, and never in anything else. */
class HostileStreamsTest {

    private static final boolean LONG = Boolean.getBoolean("streamspec.long");
    private static final int HEADERS = 40;

    @TempDir
    Path folder;

    private static boolean isLibxl(String name) {
        return name.startsWith("libxl");
    }

    private static RecordReader<?> reader(String name, byte[] octets, boolean memory) throws IOException {
        if (memory) {
            ByteBuffer b = ByteBuffer.wrap(octets);
            return isLibxl(name) ? LibxlReader.of(b) : LibxcReader.of(b);
        }
        ByteArrayInputStream in = new ByteArrayInputStream(octets);
        return isLibxl(name) ? LibxlReader.from(in) : LibxcReader.from(in);
    }

    /** Reads all records, decoded, and checks them; whether that worked. */
    private static boolean read(String name, byte[] octets) throws IOException {
        return readOnce(name, octets, true, false)
                & readOnce(name, octets, false, false)
                & readOnce(name, octets, true, true);
    }

    private static boolean readOnce(String name, byte[] octets, boolean memory, boolean check) throws IOException {
        try {
            RecordReader<?> reader = reader(name, octets, memory);
            if (check) {
                reader.validate(Validation.strict());
            }
            int records = 0;
            while (reader.advance()) {
                if (!check) {
                    assertThat(String.valueOf(reader.record())).isNotEmpty();
                }
                assertThat(++records)
                        .as("records of " + octets.length + " octets")
                        .isLessThanOrEqualTo(octets.length);
            }
            return true;
        } catch (FormatException e) {
            assertThat(e.offset()).as(e.getMessage()).isPresent();
            assertThat(e.offset().getAsLong()).isBetween(0L, (long) octets.length);
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"libxc-v3-hvm.hex", "libxc-v2-pv-64.hex", "libxc-v3-pv-64-big-endian.hex", "libxl-v2-hvm.hex"})
    void any_change_of_an_octet_is_read_or_refused(String name) throws IOException {
        byte[] sound = HexStream.octets(name);
        assertThat(read(name, sound)).isTrue();
        Random random = new Random(7);
        for (int at = 0; at < sound.length; at += step(at)) {
            for (int value : new int[] {0, 1, 0x7F, 0x80, 0xFF, random.nextInt(256)}) {
                byte[] changed = sound.clone();
                changed[at] = (byte) value;
                read(name, changed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-v3-hvm.hex", "libxc-v2-pv-64.hex", "libxl-v2-hvm.hex"})
    void any_truncation_is_refused_or_ends_where_a_stream_may(String name) throws IOException {
        byte[] sound = HexStream.octets(name);
        for (int length = 0; length < sound.length; length += step(length)) {
            assertThat(read(name, Arrays.copyOf(sound, length))).isFalse();
        }
    }

    /** Every octet of the first records; of pages, some. */
    private static int step(int at) {
        return LONG || at < 600 ? 1 : 97;
    }

    @ParameterizedTest
    @CsvSource({
        "0, truncated: 8 more octets",
        "7, truncated: 1 more octets",
        "8, truncated",
        "0x7FFFFFFF, 2147483647 octets, more than the limit of 134217728",
        "0xFFFFFFFF, 4294967295 octets, more than the limit of 134217728"
    })
    void lengths_that_lie_are_refused_before_anything_is_allocated(String length, String problem) throws IOException {
        byte[] octets = pageData(1, 1);
        ByteBuffer.wrap(octets).putInt(HEADERS + 8 + 4, Integer.reverseBytes((int) (long) Long.decode(length)));
        for (boolean memory : new boolean[] {true, false}) {
            RecordReader<?> reader = reader("libxc", octets, memory);
            assertThatThrownBy(() -> {
                        while (reader.advance()) {
                            reader.record();
                        }
                    })
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(problem.strip())
                    .hasMessageContaining("PAGE_DATA");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0x10000000", "0x20000001", "0x7FFFFFFF", "0x80000000", "0xFFFFFFFF"})
    void counts_beyond_the_body_are_refused(String count) throws IOException {
        byte[] octets = pageData(1, 1);
        ByteBuffer.wrap(octets).putInt(HEADERS + 16, Integer.reverseBytes((int) (long) Long.decode(count)));
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(octets));
        reader.advance();
        reader.advance();
        assertThatThrownBy(reader::record)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("record 1 (PAGE_DATA)");
    }

    @Test
    void page_data_short_by_one_octet_is_refused() throws IOException {
        byte[] octets = pageData(1, 1);
        ByteBuffer.wrap(octets).putInt(HEADERS + 12, Integer.reverseBytes(8 + 8 + 4095));
        LibxcReader reader = LibxcReader.from(new ByteArrayInputStream(octets));
        reader.advance();
        reader.advance();
        assertThatThrownBy(reader::record)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("PAGE_DATA.page_data: truncated: 1 more octets are needed");
    }

    @Test
    void a_limit_of_the_user_takes_the_place_of_the_default() throws IOException {
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(pageData(1, 1)));
        reader.limit(4000);
        reader.advance();
        assertThatThrownBy(reader::advance)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("4112 octets, more than the limit of 4000");
        assertThatThrownBy(() -> reader.limit(0x8000_0000L)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_a_head_that_is_not_accepted_nothing_is_handed_out_and_the_same_is_told_again() throws IOException {
        LibxcReader tooLong = LibxcReader.of(ByteBuffer.wrap(pageData(1, 1)));
        tooLong.limit(4000);
        byte[] octets = pageData(1, 1);
        octets[HEADERS + 8] = 0x55;
        LibxcReader unknown = LibxcReader.from(new ByteArrayInputStream(octets));
        LibxcReader truncated = LibxcReader.of(ByteBuffer.wrap(pageData(1, 1), 0, HEADERS + 12));
        for (LibxcReader reader : List.of(tooLong, unknown, truncated)) {
            reader.advance();
            reader.record();
            FormatException first = catchThrowableOfType(FormatException.class, reader::advance);
            assertThat(first).hasMessageContaining("octet 48: record 1");
            for (ThrowingCallable next : List.<ThrowingCallable>of(
                    reader::advance, reader::next, reader::record, reader::load, reader::body, reader::nextPiece)) {
                assertThatThrownBy(next).isSameAs(first);
            }
            assertThat(reader.index()).isZero();
            assertThat(reader.typeNumber()).isEqualTo(StaticDataEnd.RECORD_TYPE);
            assertThat(reader.offset()).isEqualTo(HEADERS);
        }
    }

    @Test
    void a_closed_reader_of_memory_reads_no_more() throws IOException {
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(pageData(1, 1)));
        reader.advance();
        reader.close();
        assertThatThrownBy(reader::advance).isInstanceOf(ClosedChannelException.class);
        LibxcReader slow = LibxcReader.from(oneByOne(pageData(1, 1)));
        slow.advance();
        slow.close();
        assertThatThrownBy(slow::advance).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> LibxcReader.from((ReadableByteChannel) null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void a_thread_that_was_interrupted_before_it_opens_a_file_gets_the_exception_of_its_channel() throws IOException {
        Path file = Files.write(folder.resolve("image"), pageData(1, 1));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> LibxcReader.open(file)).isInstanceOf(ClosedByInterruptException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void control_characters_of_a_text_are_shown_and_not_sent_to_a_terminal() {
        assertThat(new EmulatorXenstoreData.XenstoreKeyValueData("a\n\u001b[31m", "\u009b31m\u00e9"))
                .hasToString("XenstoreKeyValueData[key=a\\u000a\\u001b[31m, value=\\u009b31m\u00e9]");
    }

    @Test
    void what_does_not_fit_is_refused_with_record_and_offset() throws IOException {
        LibxcWriter writer = LibxcWriter.to(new ByteArrayOutputStream(), image(), domain());
        writer.limit(100);
        writer.write(new StaticDataEnd());
        assertThatThrownBy(() -> writer.write(new HvmContext(Octets.zeroes(101))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("octet 48: record 1 (HVM_CONTEXT): 101 octets are more than the limit of 100");
    }

    /** Compiled code is not waited for: what is allowed is a tenth of an object a record. */
    @Test
    void writing_a_record_makes_no_object() throws IOException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        LibxcWriter writer = LibxcWriter.to(OutputStream.nullOutputStream(), image(), domain());
        LibxcRecord tsc = new X86TscInfo(1, 2, 3, 4);
        writer.write(new StaticDataEnd());
        long before = 0;
        for (int i = 0; i < 200_000; i++) {
            if (i == 100_000) {
                before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            }
            writer.write(tsc);
        }
        long octets = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(octets / 100_000.0).isLessThan(2);
    }

    @Test
    void a_channel_that_returns_one_octet_at_a_time_is_read_as_any_other() throws IOException {
        byte[] octets = HexStream.octets("libxl-v2-hvm.hex");
        List<Object> slowly = new ArrayList<>();
        LibxlReader slow = LibxlReader.from(oneByOne(octets));
        while (slow.advance()) {
            slowly.add(slow.record());
        }
        List<Object> atOnce = new ArrayList<>();
        LibxlReader fast = LibxlReader.of(ByteBuffer.wrap(octets));
        while (fast.advance()) {
            atOnce.add(fast.record());
        }
        assertThat(slowly).isEqualTo(atOnce).isNotEmpty();
    }

    private static ReadableByteChannel oneByOne(byte[] octets) {
        return new ReadableByteChannel() {
            private int next;

            @Override
            public int read(ByteBuffer target) {
                if (next == octets.length) {
                    return -1;
                }
                target.put(octets[next++]);
                return 1;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void closing_twice_is_closing_once() throws IOException {
        Path file = Files.write(folder.resolve("image"), pageData(1, 1));
        LibxcReader reader = LibxcReader.open(file);
        reader.advance();
        reader.close();
        reader.close();
        assertThatThrownBy(() -> {
                    while (reader.advance()) {
                        reader.record();
                    }
                })
                .isInstanceOfAny(IOException.class, FormatException.class);
        LibxcWriter writer = LibxcWriter.create(folder.resolve("written"), image(), domain());
        writer.write(new StaticDataEnd()).write(new End());
        writer.close();
        writer.close();
        assertThat(folder.resolve("written")).hasSize(HEADERS + 16);
    }

    @Test
    void a_writer_that_fails_in_mid_record_has_written_nothing_of_it() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcWriter writer = LibxcWriter.to(out, image(), domain());
        writer.write(new StaticDataEnd());
        PageData unfit = new PageData(PageData.Pfn.all(1, 2), List.of(Octets.zeroes(4096)));
        assertThatThrownBy(() -> writer.write(unfit)).isInstanceOf(IllegalArgumentException.class);
        writer.close();
        assertThat(out.size()).isEqualTo(HEADERS + 8);
    }

    @Test
    void an_interrupted_thread_gets_the_exception_of_its_channel() throws IOException {
        Path file = Files.write(folder.resolve("image"), pageData(1, 400));
        try (LibxcReader reader = LibxcReader.open(file)) {
            reader.advance();
            reader.advance();
            Thread.currentThread().interrupt();
            assertThatThrownBy(reader::record).isInstanceOf(ClosedByInterruptException.class);
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void a_body_goes_through_in_pieces_and_is_the_same() throws IOException {
        byte[] content = new byte[1_000_003];
        new Random(9).nextBytes(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxcWriter writer = LibxcWriter.to(out, image(), domain())) {
            writer.write(new StaticDataEnd())
                    .write(new HvmContext(Octets.of(content)))
                    .write(new End());
        }
        for (boolean memory : new boolean[] {true, false}) {
            RecordReader<?> reader = reader("libxc", out.toByteArray(), memory);
            reader.advance();
            reader.advance();
            ByteArrayOutputStream pieces = new ByteArrayOutputStream();
            for (ByteBuffer piece = reader.nextPiece(); piece.hasRemaining(); piece = reader.nextPiece()) {
                byte[] octets = new byte[piece.remaining()];
                piece.get(octets);
                pieces.write(octets);
            }
            assertThat(pieces.toByteArray()).isEqualTo(content);
        }
    }

    @Test
    void records_are_forwarded_as_they_are_loaded_or_not() throws IOException {
        byte[] octets = pageData(3, 200);
        for (int loaded : new int[] {-1, 0, 8, 5000, Integer.MAX_VALUE}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            LibxcReader in = LibxcReader.from(new ByteArrayInputStream(octets));
            LibxcWriter writer = LibxcWriter.to(out, in.imageHeader(), in.domainHeader());
            for (int i = 0; i < 4; i++) {
                assertThat(in.advance()).isTrue();
                if (loaded == Integer.MAX_VALUE) {
                    in.record();
                } else if (loaded >= 0) {
                    in.load(loaded);
                }
                writer.forward(in);
            }
            writer.flush();
            assertThat(out.toByteArray()).as("after %d octets", loaded).isEqualTo(octets);
        }
    }

    @Test
    void a_body_of_which_a_piece_was_taken_is_not_forwarded_and_nothing_is_written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcReader in = LibxcReader.from(new ByteArrayInputStream(pageData(1, 400)));
        LibxcWriter writer = LibxcWriter.to(out, in.imageHeader(), in.domainHeader());
        in.advance();
        writer.forward(in);
        in.advance();
        in.nextPiece();
        long before = writer.offset();
        assertThatThrownBy(() -> writer.forward(in)).isInstanceOf(IllegalStateException.class);
        assertThat(writer.offset()).isEqualTo(before);
    }

    @Test
    void strict_checks_take_little_memory_whatever_a_body_has() throws IOException {
        Path file = folder.resolve("large");
        try (LibxcWriter writer = LibxcWriter.create(file, image(), domain())) {
            writer.write(new StaticDataEnd())
                    .write(new HvmContext(Octets.zeroes(20 << 20)))
                    .write(new End());
        }
        LibxcReader reader = LibxcReader.open(file);
        reader.validate(Validation.strict());
        reader.advance();
        reader.advance();
        assertThat(reader.buffer().capacity()).isLessThan(1 << 20);
        reader.close();
    }

    @Test
    void writing_after_closing_and_ending_too_early_are_refused() throws IOException {
        LibxcWriter writer = LibxcWriter.create(folder.resolve("written"), image(), domain());
        writer.write(new StaticDataEnd());
        for (ThrowingCallable end : List.<ThrowingCallable>of(writer::finish, writer::close)) {
            assertThatThrownBy(end)
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining("the end of the stream instead of END or");
        }
        assertThat(folder.resolve("written")).hasSize(HEADERS + 8); // closed all the same
        writer.close();
        assertThatThrownBy(() -> writer.write(new StaticDataEnd())).isInstanceOf(IOException.class);
    }

    @Test
    void records_of_another_byte_order_are_not_forwarded() throws IOException {
        LibxcReader in = LibxcReader.of(ByteBuffer.wrap(pageData(1, 1)));
        in.advance();
        LibxcWriter big =
                LibxcWriter.to(new ByteArrayOutputStream(), new ImageHeader(3, ImageHeader.Options.of(true)), domain());
        assertThatThrownBy(() -> big.forward(in))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LITTLE_ENDIAN");
    }

    private static ImageHeader image() {
        return new ImageHeader(3, ImageHeader.Options.of(false));
    }

    private static DomainHeader domain() {
        return new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
    }

    /** An image without an end: so many batches of so many pages. */
    private static byte[] pageData(int batches, int pages) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcWriter writer = LibxcWriter.to(out, image(), domain());
        writer.write(new StaticDataEnd());
        for (int i = 0; i < batches; i++) {
            LibxcRecord batch = new PageData(
                    PageData.Pfn.all(new long[pages]), Octets.each(ByteBuffer.allocate(4096 * pages), 4096));
            writer.write(batch);
        }
        writer.flush();
        return out.toByteArray();
    }
}
