package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxc.X86PvVcpuExtended;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.CheckpointState;
import io.streamspec.xen.libxl.CheckpointStateControlId;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlRecord;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.IllegalBlockingModeException;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What breaks off, comes at the wrong place or does not end. */
class BrokenStreamsTest {

    private static final ImageHeader IMAGE = new ImageHeader(3, ImageHeader.Options.of(false));
    private static final DomainHeader DOMAIN = new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
    private static final int HEADERS = 40;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private LibxcWriter writer() throws IOException {
        return LibxcWriter.to(out, IMAGE, DOMAIN);
    }

    /** An image, written without a check. */
    private byte[] image(LibxcRecord... records) throws IOException {
        out.reset();
        try (LibxcWriter writer = writer()) {
            writer.unchecked();
            for (LibxcRecord record : records) {
                writer.write(record);
            }
        }
        return out.toByteArray();
    }

    /** A stream whose other end stays open: whoever waits for more than there is fails here. */
    private static InputStream open(byte[] octets) {
        return new FilterInputStream(new ByteArrayInputStream(octets)) {
            @Override
            public int read(byte[] target, int at, int size) throws IOException {
                int read = super.read(target, at, Math.min(size, 16));
                assertThat(read).as("would wait for ever").isPositive();
                return read;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_end_of_a_stream_is_the_end_though_its_sender_stays(boolean strict) throws IOException {
        LibxcReader reader = LibxcReader.from(open(image(new StaticDataEnd(), new End())));
        Validation validation = strict ? Validation.strict() : Validation.lenient();
        reader.validate(validation);
        int records = 0;
        while (reader.advance()) {
            records++;
        }
        assertThat(records).isEqualTo(2);
        assertThat(validation.violations()).isEmpty();
    }

    @Test
    void whoever_wants_to_know_what_follows_waits_for_it() throws IOException {
        byte[] octets = Arrays.copyOf(image(new StaticDataEnd(), new End()), HEADERS + 16 + 1);
        LibxcReader reader = LibxcReader.from(new ByteArrayInputStream(octets));
        assertThat(reader.isFollowed()).isFalse();
        while (reader.next().isPresent()) {}
        assertThat(reader.isFollowed()).isTrue();
    }

    @Test
    void a_checkpoint_state_has_four_octets_as_xen_writes_it_or_eight_as_it_was_drawn() throws IOException {
        for (int length : new int[] {4, 8}) {
            ByteBuffer stream = ByteBuffer.allocate(16 + 16);
            stream.putLong(0x4C6962786C466D74L).putInt(2).putInt(1); // big-endian
            stream.putInt(5).putInt(length).putInt(2).putInt(0).flip();
            LibxlReader reader = LibxlReader.of(stream);
            reader.advance();
            assertThat(reader.record()).isEqualTo(new CheckpointState(CheckpointStateControlId.SVM_READY));
        }
        assertThat(new CheckpointState(CheckpointStateControlId.NEW).encodedSize())
                .isEqualTo(4);
    }

    @Test
    void padding_that_a_body_counts_in_is_zero_as_its_rule_says() throws IOException {
        ByteBuffer stream = ByteBuffer.allocate(16 + 16);
        stream.putLong(0x4C6962786C466D74L).putInt(2).putInt(1); // big-endian
        stream.putInt(5).putInt(8).putInt(2).putInt(7).flip();
        LibxlReader reader = LibxlReader.of(stream);
        Validation validation = Validation.strict();
        reader.validate(validation);
        reader.advance();
        assertThat(validation.violations())
                .extracting(Violation::toString)
                .contains("octet 31: record 0 (CHECKPOINT_STATE): reserved: 0x7 instead of 0x00"
                        + " [libxl-migration-stream#checkpoint_state.reserved.zero]");
    }

    @Test
    void a_stream_inside_begins_where_one_is_awaited_and_nowhere_else() throws IOException {
        Header header = new Header(Header.Options.of(false, false));
        LibxlWriter tooEarly = LibxlWriter.to(new ByteArrayOutputStream(), header);
        assertThatThrownBy(() -> tooEarly.libxc(IMAGE, DOMAIN))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("a stream inside instead of a record behind which a stream begins");
        LibxlWriter twice = LibxlWriter.to(new ByteArrayOutputStream(), header);
        twice.write(new LibxcContext());
        twice.libxc(IMAGE, DOMAIN);
        assertThatThrownBy(() -> twice.libxc(IMAGE, DOMAIN)).isInstanceOf(FormatException.class);
    }

    @Test
    void what_a_reader_would_take_for_an_outer_record_is_not_written_inside() throws IOException {
        LibxlWriter writer = LibxlWriter.to(out, new Header(Header.Options.of(false, false)));
        writer.write(new LibxcContext());
        LibxcWriter image = writer.libxc(IMAGE, new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19));
        image.write(new StaticDataEnd()).write(new io.streamspec.xen.libxc.Checkpoint());
        writer.write(new CheckpointEnd());
        long before = writer.offset();
        assertThatThrownBy(() -> image.write(new X86PvVcpuExtended(0, Octets.EMPTY)))
                .hasMessageContaining("a record that cannot be taken for one of the outer stream");
        assertThat(writer.offset()).as("nothing is written").isEqualTo(before);
    }

    @Test
    void half_a_record_that_was_forwarded_is_the_last_thing_a_writer_takes() throws IOException {
        byte[] octets = image(new StaticDataEnd(), new HvmContext(Octets.zeroes(400_000)), new End());
        LibxcReader in = LibxcReader.from(new ByteArrayInputStream(octets, 0, 300_000));
        LibxcWriter to = LibxcWriter.to(new ByteArrayOutputStream(), IMAGE, DOMAIN);
        in.advance();
        to.forward(in);
        in.advance();
        assertThatThrownBy(() -> to.forward(in)).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> to.write(new End()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the stream broke off in the middle of a record");
        to.close();

        Path file = Files.write(folder.resolve("truncated"), Arrays.copyOf(octets, 300_000));
        try (LibxcReader seekable = LibxcReader.open(file)) {
            LibxcWriter whole = LibxcWriter.to(new ByteArrayOutputStream(), IMAGE, DOMAIN);
            seekable.advance();
            whole.forward(seekable);
            seekable.advance();
            long before = whole.offset();
            assertThatThrownBy(() -> whole.forward(seekable)).isInstanceOf(FormatException.class);
            assertThat(whole.offset()).as("a file tells before").isEqualTo(before);
            whole.write(new End()).close();
        }
    }

    @Test
    void a_body_without_a_layout_is_told_with_its_place_and_collected_if_that_was_asked_for() throws IOException {
        LibxcRecord shortTsc = new LibxcRecord.Unknown(8, Octets.zeroes(10));
        LibxcWriter refusing = writer();
        refusing.write(new StaticDataEnd());
        assertThatThrownBy(() -> refusing.write(shortTsc))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith("octet 56: record 1 (X86_TSC_INFO): body: truncated: 14 more octets");
        LibxcWriter collecting = LibxcWriter.to(new ByteArrayOutputStream(), IMAGE, DOMAIN);
        Validation validation = Validation.strict();
        collecting.validate(validation);
        collecting.write(new StaticDataEnd()).write(shortTsc).write(new End());
        assertThat(validation.violations())
                .extracting(Violation::offset, Violation::rule)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(56L, "x86_tsc_info.layout"));
    }

    @Test
    void a_fault_without_a_place_of_its_own_has_that_of_its_record() throws IOException {
        byte[] octets = image(new StaticDataEnd(), new LibxcRecord.Unknown(3, Octets.zeroes(16)));
        for (LibxcReader reader : Arrays.asList(
                LibxcReader.of(ByteBuffer.wrap(octets)), LibxcReader.from(new ByteArrayInputStream(octets)))) {
            reader.advance();
            reader.advance();
            assertThatThrownBy(reader::record)
                    .isInstanceOf(FormatException.class)
                    .hasMessageStartingWith("octet 56: record 1 (X86_PV_P2M_FRAMES): X86_PV_INFO: must come before");
        }
    }

    @Test
    void a_record_that_cannot_be_encoded_for_want_of_an_earlier_one_is_told_with_its_place() throws IOException {
        LibxcWriter writer = writer();
        writer.write(new StaticDataEnd());
        assertThatThrownBy(() -> writer.write(new X86PvP2mFrames(0, 511, Scalars.of(7))))
                .isInstanceOf(FormatException.class)
                .hasMessage("octet 48: record 1 (X86_PV_P2M_FRAMES): X86_PV_INFO: must come before what depends on it");
    }

    @Test
    void strict_writers_refuse_what_no_reader_knows_and_what_comes_behind_the_end() throws IOException {
        Validation validation = Validation.strict();
        LibxcWriter writer = writer();
        writer.validate(validation);
        writer.write(new StaticDataEnd())
                .write(new LibxcRecord.Unknown(0x20, Octets.EMPTY))
                .write(new End())
                .write(new LibxcRecord.Unknown(0x80000001L, Octets.EMPTY));
        assertThat(validation.violations())
                .extracting(Violation::index, Violation::rule)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, "records.type.known"),
                        org.assertj.core.groups.Tuple.tuple(3L, "order.x86_hvm_v3"));
        assertThatThrownBy(() -> new LibxcRecord.Unknown(0x1_0000_0001L, Octets.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_end_that_is_missing_is_told_though_a_record_was_refused_before() throws IOException {
        LibxcWriter writer = writer();
        assertThatThrownBy(() -> writer.write(new End())).isInstanceOf(FormatException.class);
        writer.write(new StaticDataEnd());
        assertThatThrownBy(writer::close).hasMessageContaining("the end of the stream");
    }

    @Test
    void channels_that_do_not_block_are_refused_and_closed_ones_give_nothing() throws IOException {
        Pipe pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        pipe.sink().configureBlocking(false);
        assertThatThrownBy(() -> LibxcReader.from(pipe.source())).isInstanceOf(IllegalBlockingModeException.class);
        assertThatThrownBy(() -> LibxcWriter.to(pipe.sink(), IMAGE, DOMAIN))
                .isInstanceOf(IllegalBlockingModeException.class);
        Path file = Files.write(folder.resolve("image"), image(new StaticDataEnd(), new End()));
        LibxcReader reader = LibxcReader.open(file);
        reader.advance();
        reader.close();
        assertThatThrownBy(reader::advance).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void limits_hold_inside_as_well() throws IOException {
        LibxlWriter writer = LibxlWriter.to(out, new Header(Header.Options.of(false, false)));
        writer.limit(100);
        writer.write(new LibxcContext());
        LibxcWriter image = writer.libxc(IMAGE, DOMAIN);
        image.write(new StaticDataEnd());
        assertThatThrownBy(() -> image.write(new HvmContext(Octets.zeroes(101))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101 octets are more than the limit of 100");
    }

    /** A view of tiny elements costs less than the elements. */
    @Test
    void two_million_empty_pairs_are_no_more_than_their_octets() throws IOException {
        LibxlRecord record = io.streamspec.xen.libxl.LibxlRecord.decode(
                2, ByteBuffer.allocate(8 + (4 << 20)), 0, 8 + (4 << 20), new io.streamspec.xen.libxl.LibxlContext());
        EmulatorXenstoreData data = (EmulatorXenstoreData) record;
        assertThat(data.xenstoreKeyValueData()).hasSize(2 << 20);
        assertThat(data.xenstoreKeyValueData().get((2 << 20) - 1).key()).isEmpty();
    }
}
