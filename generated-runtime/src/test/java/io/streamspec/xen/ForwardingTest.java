package io.streamspec.xen;

import static io.streamspec.xen.Images.domain;
import static io.streamspec.xen.Images.image;
import static io.streamspec.xen.Images.pageData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.RecordReader;
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
import io.streamspec.xen.libxc.Verify;
import io.streamspec.xen.libxc.X86PvInfo;
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies are passed on without being decoded, whole or in pieces. */
class ForwardingTest {

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
            RecordReader<?> reader = memory
                    ? LibxcReader.of(ByteBuffer.wrap(out.toByteArray()))
                    : LibxcReader.from(new ByteArrayInputStream(out.toByteArray()));
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
                    in.load(Math.min(loaded, in.length()));
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

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "400, true", "400, false"})
    void a_record_is_forwarded_once_whether_its_body_has_octets_or_not(int octets, boolean checked) throws IOException {
        byte[] image = hvm(new HvmContext(Octets.zeroes(octets)), new Verify());
        for (LibxcReader in :
                List.of(LibxcReader.of(ByteBuffer.wrap(image)), LibxcReader.from(new ByteArrayInputStream(image)))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            LibxcWriter writer = LibxcWriter.to(out, in.imageHeader(), in.domainHeader());
            if (!checked) {
                writer.unchecked();
            }
            while (in.advance()) {
                writer.forward(in);
                long before = writer.offset();
                assertThatThrownBy(() -> writer.forward(in))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageStartingWith("the body of record " + in.index() + " (")
                        .hasMessageEndingWith(") has been passed over");
                assertThatThrownBy(in::record).isInstanceOf(IllegalStateException.class);
                assertThat(writer.offset()).isEqualTo(before);
            }
            writer.close();
            assertThat(out.toByteArray()).isEqualTo(image);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 400})
    void what_was_decoded_may_be_forwarded_as_often_as_one_likes(int octets) throws IOException {
        byte[] image = hvm(new HvmContext(Octets.zeroes(octets)));
        LibxcReader in = LibxcReader.from(new ByteArrayInputStream(image));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcWriter writer = LibxcWriter.to(out, in.imageHeader(), in.domainHeader());
        writer.unchecked();
        in.advance();
        writer.forward(in);
        in.advance();
        in.record();
        writer.forward(in);
        writer.forward(in);
        writer.flush();
        LibxcReader again = LibxcReader.of(ByteBuffer.wrap(out.toByteArray()));
        again.next();
        assertThat(again.next()).contains(new HvmContext(Octets.zeroes(octets)));
        assertThat(again.next()).contains(new HvmContext(Octets.zeroes(octets)));
    }

    @Test
    void a_stream_inside_goes_on_behind_a_record_that_has_been_forwarded() throws IOException {
        byte[] octets = HexStream.octets("libxl-v2-hvm-checkpointed.hex");
        LibxlReader in = LibxlReader.from(new ByteArrayInputStream(octets));
        LibxlWriter out = LibxlWriter.to(new ByteArrayOutputStream(), in.header());
        out.unchecked();
        List<Long> resumed = new ArrayList<>();
        while (in.advance()) {
            out.forward(in);
            if (in.hasLibxc()) {
                resumed.add(in.typeNumber());
                in.libxc();
            }
        }
        assertThat(resumed).containsExactly(LibxcContext.RECORD_TYPE, CheckpointEnd.RECORD_TYPE);
    }

    /** A refused record, of which later ones would depend, is not remembered by who goes on. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_record_that_was_refused_leaves_no_trace(boolean forwarded) throws IOException {
        LibxcReader in = LibxcReader.of(ByteBuffer.wrap(pv(new X86PvInfo(4, 3))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcWriter writer = LibxcWriter.to(out, in.imageHeader(), in.domainHeader());
        writer.validate(Validation.strict().failing());
        writer.write(new X86PvInfo(8, 4)).write(new StaticDataEnd());
        in.advance();
        assertThatThrownBy(() -> {
                    if (forwarded) {
                        writer.forward(in);
                    } else {
                        writer.write(in.record());
                    }
                })
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("at most one X86_PV_INFO");
        writer.write(new X86PvP2mFrames(0, 511, Scalars.of(7))); // as many frames as a guest of width 8 needs
        assertThatThrownBy(() -> writer.write(new X86PvP2mFrames(0, 1023, Scalars.of(7))))
                .isInstanceOf(IllegalArgumentException.class);
        writer.write(new X86PvP2mFrames(0, 1023, Scalars.of(7, 8))).flush();
    }

    @Test
    void a_record_without_a_layout_is_reported_forwarded_and_not_remembered() throws IOException {
        byte[] octets = pv(new LibxcRecord.Unknown(X86PvInfo.RECORD_TYPE, Octets.zeroes(7)));
        LibxcReader in = LibxcReader.of(ByteBuffer.wrap(octets));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcWriter writer = LibxcWriter.to(out, in.imageHeader(), in.domainHeader());
        Validation validation = Validation.lenient();
        writer.validate(validation);
        in.validate(Validation.lenient());
        in.advance();
        writer.forward(in);
        assertThat(validation.violations()).extracting(Violation::rule).containsExactly("x86_pv_info.layout");
        assertThatThrownBy(() -> writer.write(new X86PvP2mFrames(0, 511, Scalars.of(7))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("X86_PV_INFO: must come before");
    }

    private static byte[] hvm(LibxcRecord... records) throws IOException {
        return written(new StaticDataEnd(), records, domain());
    }

    private static byte[] pv(LibxcRecord first) throws IOException {
        return written(first, new LibxcRecord[0], new DomainHeader(DomainHeaderType.X86_PV, 12, 4, 19));
    }

    private static byte[] written(LibxcRecord first, LibxcRecord[] others, DomainHeader domain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxcWriter writer = LibxcWriter.to(out, image(), domain)) {
            writer.unchecked();
            writer.write(first);
            for (LibxcRecord record : others) {
                writer.write(record);
            }
            writer.write(new End());
        }
        return out.toByteArray();
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
}
