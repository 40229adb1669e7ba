package io.streamspec.xen;

import static io.streamspec.xen.Images.domain;
import static io.streamspec.xen.Images.image;
import static io.streamspec.xen.Images.pageData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.RecordReader;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.ImageHeader;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.StaticDataEnd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

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
