package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.CheckpointState;
import io.streamspec.xen.libxl.CheckpointStateControlId;
import io.streamspec.xen.libxl.EmulatorContext;
import io.streamspec.xen.libxl.EmulatorRecordsEmulatorId;
import io.streamspec.xen.libxl.End;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlRecord;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams with another one inside, which comes and goes. */
class NestedStreamsTest {

    private static final ImageHeader IMAGE = new ImageHeader(3, ImageHeader.Options.of(false));
    private static final DomainHeader DOMAIN = new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
    private static final LibxlRecord MODEL =
            new EmulatorContext(EmulatorRecordsEmulatorId.QEMU_UPSTREAM, 0, Octets.of((byte) 1));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private LibxlWriter writer() throws IOException {
        return LibxlWriter.to(out, new Header(Header.Options.of(false, false)));
    }

    /** A stream of three checkpoints; if {@code colo}, with two messages between them. */
    private byte[] checkpointed(boolean colo) throws IOException {
        try (LibxlWriter writer = writer()) {
            writer.write(new LibxcContext());
            LibxcWriter image = writer.libxc(IMAGE, DOMAIN);
            image.write(new StaticDataEnd());
            for (int round = 0; round < 3; round++) {
                image.write(new X86TscInfo(round, 1, 2, 3)).write(new Checkpoint());
                writer.write(MODEL).write(new CheckpointEnd());
                for (int message = 0; colo && message < 2; message++) {
                    writer.write(new CheckpointState(CheckpointStateControlId.NEW));
                }
            }
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_checkpointed_stream_is_passed_over_as_it_is_read(boolean colo) throws IOException {
        byte[] octets = checkpointed(colo);
        for (LibxlReader reader :
                List.of(LibxlReader.of(ByteBuffer.wrap(octets)), LibxlReader.from(new ByteArrayInputStream(octets)))) {
            Validation validation = Validation.strict();
            reader.validate(validation);
            List<String> types = new ArrayList<>();
            while (reader.advance()) {
                types.add(reader.type().toString());
            }
            List<String> round = colo
                    ? List.of("EMULATOR_CONTEXT", "CHECKPOINT_END", "CHECKPOINT_STATE", "CHECKPOINT_STATE")
                    : List.of("EMULATOR_CONTEXT", "CHECKPOINT_END");
            List<String> expected = new ArrayList<>(List.of("LIBXC_CONTEXT"));
            for (int i = 0; i < 3; i++) {
                expected.addAll(round);
            }
            assertThat(types).isEqualTo(expected);
            assertThat(validation.violations()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_stream_inside_goes_on_where_it_stopped(boolean colo) throws IOException {
        LibxlReader reader = LibxlReader.from(new ByteArrayInputStream(checkpointed(colo)));
        List<Long> modes = new ArrayList<>();
        while (reader.advance()) {
            if (reader.hasLibxc()) {
                LibxcReader inner = reader.libxc();
                assertThat(reader.hasLibxc()).isFalse();
                assertThat(reader.libxc()).isSameAs(inner);
                while (inner.advance()) {
                    if (inner.record() instanceof X86TscInfo tsc) {
                        modes.add(tsc.mode());
                    }
                }
                inner.close(); // closes nothing: the octets are the outer reader's
            } else if (reader.typeNumber() == CheckpointState.RECORD_TYPE) {
                assertThat(reader.record()).isInstanceOf(CheckpointState.class); // looking ahead has kept it
            }
        }
        assertThat(modes).containsExactly(0L, 1L, 2L);
    }

    @Test
    void no_stream_inside_is_entered_where_none_begins_or_goes_on() throws IOException {
        LibxlReader reader = LibxlReader.of(ByteBuffer.wrap(checkpointed(true)));
        reader.advance();
        drain(reader.libxc());
        reader.advance(); // EMULATOR_CONTEXT
        assertThatThrownBy(reader::libxc).isInstanceOf(IllegalStateException.class);
        reader.advance(); // CHECKPOINT_END, but CHECKPOINT_STATE comes next
        assertThatThrownBy(reader::libxc)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no libxc stream begins or goes on behind the current record");
        reader.advance(); // the first CHECKPOINT_STATE
        assertThatThrownBy(reader::libxc).isInstanceOf(IllegalStateException.class);
        reader.advance();
        assertThat(reader.libxc().advance()).isTrue();
    }

    private static void drain(RecordReader<?> reader) throws IOException {
        boolean more = true;
        while (more) {
            more = reader.advance();
        }
    }

    @Test
    void a_writer_waits_for_the_stream_inside_to_begin_and_to_stop() throws IOException {
        LibxlWriter writer = writer();
        assertThatThrownBy(() -> writer.write(new End())).hasMessageContaining("END instead of LIBXC_CONTEXT");
        writer.write(new LibxcContext());
        assertThatThrownBy(() -> writer.write(MODEL))
                .isInstanceOf(FormatException.class)
                .hasMessage("octet 24: record 1 (EMULATOR_CONTEXT): order: EMULATOR_CONTEXT instead of the stream that "
                        + "begins here");
        LibxcWriter image = writer.libxc(IMAGE, DOMAIN);
        image.write(new StaticDataEnd());
        assertThatThrownBy(() -> writer.write(MODEL)).hasMessageContaining("the rest of the stream inside");
        assertThatThrownBy(writer::finish).hasMessageContaining("the rest of the stream inside");
        image.write(new X86TscInfo(0, 1, 2, 3)).write(new Checkpoint());
        assertThatThrownBy(() -> image.write(new Checkpoint()))
                .hasMessageContaining("CHECKPOINT instead of a record of the outer stream");
        writer.write(MODEL);
        assertThatThrownBy(() -> image.write(new Checkpoint())).hasMessageContaining("a record of the outer stream");
        writer.write(new CheckpointEnd());
        image.write(new Checkpoint());
        writer.write(new CheckpointEnd());
        writer.close();
        LibxlReader reader = LibxlReader.of(ByteBuffer.wrap(out.toByteArray()));
        Validation validation = Validation.strict();
        reader.validate(validation);
        drain(reader);
        assertThat(validation.violations()).isEmpty();
    }

    @Test
    void forwarding_the_outer_records_alone_is_refused() throws IOException {
        LibxlReader in = LibxlReader.of(ByteBuffer.wrap(checkpointed(false)));
        LibxlWriter to = LibxlWriter.to(new ByteArrayOutputStream(), in.header());
        in.advance();
        to.forward(in);
        in.advance();
        assertThatThrownBy(() -> to.forward(in)).hasMessageContaining("the stream that begins here");
    }

    @Test
    void a_writer_checks_its_headers_with_the_first_record() throws IOException {
        DomainHeader wrong = new DomainHeader(DomainHeaderType.of(9), 40, 4, 19);
        LibxcWriter refusing = LibxcWriter.to(new ByteArrayOutputStream(), IMAGE, wrong);
        assertThatThrownBy(() -> refusing.write(new StaticDataEnd()))
                .isInstanceOf(FormatException.class)
                .hasMessage("octet 24: domain_header: type: type = 9 instead of type in {x86_pv, x86_hvm}");
        assertThat(out.size()).isZero();

        Validation validation = Validation.strict();
        LibxcWriter told = LibxcWriter.to(out, IMAGE, new DomainHeader(DomainHeaderType.X86_HVM, 13, 4, 19));
        told.validate(validation);
        told.write(new StaticDataEnd());
        assertThat(validation.violations())
                .extracting(Violation::toString)
                .containsExactly("octet 28: domain_header: page_shift: page_shift = 13 instead of page_shift == 12 "
                        + "[libxc-migration-stream#domain_header.page_shift_is_12]");

        LibxcWriter unchecked = LibxcWriter.to(out, IMAGE, wrong);
        unchecked.unchecked();
        unchecked.write(new StaticDataEnd());
        unchecked.close();
    }

    @Test
    void violations_and_exceptions_name_the_rule_and_where_it_is_published() throws IOException {
        LibxcWriter writer = LibxcWriter.to(out, IMAGE, DOMAIN);
        Validation validation = Validation.strict();
        writer.validate(validation);
        writer.write(new io.streamspec.xen.libxc.End());
        assertThat(validation.violations())
                .extracting(Violation::rule, Violation::reference)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "order.x86_hvm_v3", "libxc-migration-stream.html#rule.order.x86_hvm_v3"));
        ByteBuffer wrong = ByteBuffer.allocate(40);
        assertThatThrownBy(() -> LibxcReader.of(wrong))
                .isInstanceOfSatisfying(FormatException.class, fault -> assertThat(fault.rule())
                        .isEqualTo("image_header.marker.constant"));
    }

    @Test
    void emulators_without_a_name_are_for_strict_readers_to_remark_on() throws IOException {
        try (LibxlWriter writer = writer()) {
            writer.write(new LibxcContext());
            writer.libxc(IMAGE, DOMAIN).write(new StaticDataEnd()).write(new io.streamspec.xen.libxc.End());
            writer.write(new EmulatorContext(EmulatorRecordsEmulatorId.of(7), 0, Octets.EMPTY))
                    .write(new End());
        }
        for (Validation validation : List.of(Validation.lenient(), Validation.strict())) {
            LibxlReader reader = LibxlReader.of(ByteBuffer.wrap(out.toByteArray()));
            reader.validate(validation);
            drain(reader);
            assertThat(validation.violations())
                    .extracting(Violation::must, Violation::field)
                    .isEqualTo(
                            validation.isStrict()
                                    ? List.of(org.assertj.core.groups.Tuple.tuple(false, "emulator_id"))
                                    : List.of());
        }
    }
}
