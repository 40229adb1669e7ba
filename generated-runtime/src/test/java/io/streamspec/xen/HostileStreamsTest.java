package io.streamspec.xen;

import static io.streamspec.xen.Images.domain;
import static io.streamspec.xen.Images.image;
import static io.streamspec.xen.Images.oneByOne;
import static io.streamspec.xen.Images.pageData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.hvm.HvmReader;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.xenstore.XenstoreReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the octets are: they are read, or end in the library's own exception, and never in anything else. */
class HostileStreamsTest {

    private static final boolean LONG = Boolean.getBoolean("streamspec.long");
    private static final int HEADERS = 40;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    Path folder;

    private static RecordReader<?> reader(String name, byte[] octets, boolean memory) throws IOException {
        ByteBuffer b = ByteBuffer.wrap(octets);
        InputStream in = new ByteArrayInputStream(octets);
        return switch (name.replaceFirst("-.*", "")) {
            case "libxl" -> memory ? LibxlReader.of(b) : LibxlReader.from(in);
            case "hvm" -> memory ? HvmReader.of(b) : HvmReader.from(in);
            case "xenstore" -> memory ? XenstoreReader.of(b) : XenstoreReader.from(in);
            default -> memory ? LibxcReader.of(b) : LibxcReader.from(in);
        };
    }

    /** Reads all records, decoded, and checks them; whether that worked. What it takes is in proportion to the octets. */
    private static boolean read(String name, byte[] octets) throws IOException {
        boolean isRead = true;
        for (Way way : Way.values()) {
            long before = allocated();
            isRead &= readOnce(name, octets, way.ordinal() % 2 == 0, way);
            assertInProportion(before, octets.length);
        }
        return isRead;
    }

    private static long allocated() {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** A reader may take 256 KiB, even twice, before it knows that they are there; a length may lie by 128 MiB. */
    private static void assertInProportion(long before, int octets) {
        long made = allocated() - before;
        assertThat(made).as("octets of heap for " + octets).isLessThan((1 << 20) + 100L * octets);
    }

    @BeforeAll
    static void what_is_made_once_does_not_count() throws IOException {
        for (Way way : Way.values()) {
            readOnce("libxc", Arrays.copyOf(pageData(1, 1), HEADERS + 20), way.ordinal() % 2 == 0, way);
            for (String name : HexStream.names().toList()) {
                readOnce(name, HexStream.octets(name), way.ordinal() % 2 == 0, way);
            }
        }
    }

    /** What is done with each record. */
    private enum Way {
        DECODED,
        DECODED_OF_STREAM,
        STRICT,
        LENIENT,
        IN_PIECES,
        IN_PLACE,
        FORWARDED;

        private Validation validation() {
            return this == STRICT ? Validation.strict() : Validation.lenient();
        }

        private boolean isChecked() {
            return this == STRICT || this == LENIENT;
        }
    }

    private static boolean readOnce(String name, byte[] octets, boolean memory, Way way) throws IOException {
        try {
            RecordReader<?> reader = reader(name, octets, memory);
            Validation validation = way.validation();
            if (way.isChecked()) {
                reader.validate(validation);
            }
            LibxcWriter to = way == Way.FORWARDED && reader instanceof LibxcReader from
                    ? LibxcWriter.to(OutputStream.nullOutputStream(), from.imageHeader(), from.domainHeader())
                    : null;
            int records = 0;
            while (reader.advance()) {
                take(reader, way, to);
                assertThat(++records)
                        .as("records of " + octets.length + " octets")
                        .isLessThanOrEqualTo(octets.length);
            }
            validation.violations().forEach(KnownRules::assertKnown);
            return validation.violations().stream().noneMatch(HostileStreamsTest::isOfTheEnd);
        } catch (FormatException e) {
            KnownRules.assertKnown(e);
            assertThat(e.offset()).as(e.getMessage()).isPresent();
            assertThat(e.offset().getAsLong()).isBetween(0L, (long) octets.length);
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("io.streamspec.xen.HexStream#names")
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
    @MethodSource("io.streamspec.xen.HexStream#names")
    void any_truncation_is_refused_or_ends_where_a_stream_may(String name) throws IOException {
        byte[] sound = HexStream.octets(name);
        for (int length = 0; length < sound.length; length += step(length)) {
            String shortened = name + " of " + length + " octets";
            assertThat(read(name, Arrays.copyOf(sound, length))).as(shortened).isEqualTo(mayEnd(name, sound, length));
        }
    }

    /** Whether {@code length} is where a record ends behind which the stream may end: a checkpoint. */
    private static boolean mayEnd(String name, byte[] octets, int length) throws IOException {
        RecordReader<?> reader = reader(name, octets, true);
        boolean isCheckpoint = false;
        while (reader.advance()) {
            if (reader.offset() == length) {
                return isCheckpoint;
            }
            isCheckpoint = String.valueOf(reader.record()).startsWith("Checkpoint[");
        }
        return false;
    }

    private static void take(RecordReader<?> reader, Way way, LibxcWriter to) throws IOException {
        if (to != null && reader instanceof LibxcReader from) {
            to.forward(from);
        } else if (way == Way.IN_PIECES) {
            while (reader.nextPiece().hasRemaining()) {}
        } else if (way == Way.IN_PLACE
                && reader instanceof LibxcReader
                && reader.typeNumber() == PageData.RECORD_TYPE) {
            ByteBuffer b = reader.load(PageData.MIN_SIZE);
            long count = PageData.count(b, b.position());
            b = reader.load(PageData.MIN_SIZE + 8 * count);
            for (int i = 0; i < count; i++) {
                PageData.pfn(b, b.position(), i);
            }
        } else if (!way.isChecked()) {
            assertThat(String.valueOf(reader.record())).isNotEmpty();
        }
    }

    private static boolean isOfTheEnd(Violation violation) {
        return violation.found().equals("the end of the stream");
    }

    /** Every octet of the first records; of pages, some. */
    private static int step(int at) {
        return LONG || at < 300 ? 1 : 97;
    }

    @ParameterizedTest
    @CsvSource({
        "0, truncated: 8 more octets",
        "7, truncated: 1 more octet is",
        "8, truncated",
        "0x08000000, truncated",
        "0x7FFFFFFF, 2147483647 octets, more than the limit of 134217728",
        "0xFFFFFFFF, 4294967295 octets, more than the limit of 134217728"
    })
    void lengths_that_lie_are_refused_before_anything_is_allocated(String length, String problem) throws IOException {
        byte[] octets = pageData(1, 1);
        ByteBuffer.wrap(octets).putInt(HEADERS + 8 + 4, Integer.reverseBytes((int) (long) Long.decode(length)));
        for (boolean memory : new boolean[] {true, false}) {
            long before = allocated();
            RecordReader<?> reader = reader("libxc", octets, memory);
            assertThatThrownBy(() -> {
                        while (reader.advance()) {
                            reader.record();
                        }
                    })
                    .isInstanceOf(FormatException.class)
                    .hasMessageContaining(problem.strip())
                    .hasMessageContaining("PAGE_DATA");
            assertInProportion(before, octets.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0x10000000", "0x20000001", "0x7FFFFFFF", "0x80000000", "0xFFFFFFFF"})
    void counts_beyond_the_body_are_refused(String count) throws IOException {
        byte[] octets = pageData(1, 1);
        ByteBuffer.wrap(octets).putInt(HEADERS + 16, Integer.reverseBytes((int) (long) Long.decode(count)));
        long before = allocated();
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(octets));
        reader.advance();
        reader.advance();
        assertThatThrownBy(reader::record)
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("record 1 (PAGE_DATA)");
        assertInProportion(before, octets.length);
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
                .hasMessageContaining("PAGE_DATA.page_data: truncated: 1 more octet is needed");
    }

    /** In {@code f(in.load(n), ...)} nothing can be taken from another buffer, though a long body has one of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void what_was_loaded_lies_between_position_and_limit_and_a_short_body_is_refused(int pages) throws IOException {
        for (boolean memory : new boolean[] {true, false}) {
            RecordReader<?> reader = reader("libxc", pageData(1, pages), memory);
            reader.advance();
            assertThat(reader.load().remaining()).isZero();
            assertThatThrownBy(() -> reader.load(8))
                    .isInstanceOf(FormatException.class)
                    .hasMessage("octet 48: record 0 (STATIC_DATA_END): body: truncated: 8 more octets are needed");
            reader.advance();
            ByteBuffer start = reader.load(8);
            assertThat(start.remaining()).isEqualTo(8);
            assertThat(PageData.count(start, start.position())).isEqualTo(pages);
            ByteBuffer all = reader.load();
            assertThat(PageData.count(all, all.position())).isEqualTo(pages);
            assertThat(all.remaining()).isEqualTo(reader.length());
            Object record = reader.record();
            reader.load(8);
            assertThat(record).as("what was handed out is not cut").isEqualTo(reader.record());
            assertThat(record.toString()).isEqualTo(reader.record().toString());
        }
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
        LibxcWriter writer = LibxcWriter.to(OutputStream.nullOutputStream(), image(), domain());
        LibxcRecord tsc = new X86TscInfo(1, 2, 3, 4);
        writer.write(new StaticDataEnd());
        long before = 0;
        for (int i = 0; i < 200_000; i++) {
            if (i == 100_000) {
                before = allocated();
            }
            writer.write(tsc);
        }
        long octets = allocated() - before;
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
        assertThat(reader.load(0).capacity()).isLessThan(1 << 20);
        reader.close();
    }
}
