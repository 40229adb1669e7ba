package io.streamspec.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header that says how long it is: four octets of length, and so many octets. */
class LongHeaderTest {

    private static final FrameRules RULES =
            new FrameRules("doc", "frame.type.known", "frame.length.limit", "frame.padding.zero");

    private static final class Reader extends RecordReader<Octets> {
        private final Octets header;

        Reader(RecordInput input) throws IOException {
            super(input, new Framing(RULES, 8, 8, 1 << 20));
            header = header("header", 4, ByteOrder.BIG_ENDIAN, new HeaderCodec<Octets>() {
                @Override
                public Octets decode(ByteBuffer b, int at, int length) {
                    return Reader.decode(b, at, length);
                }

                @Override
                public long size(Octets octets) {
                    return 4L + octets.size();
                }

                @Override
                public void check(Body octets, Validation validation) {}
            });
        }

        private static Octets decode(ByteBuffer b, int at, int length) {
            long size = StreamOrder.u32(b, at);
            Room.need("header.rest", at + 4L, size, at + (long) length);
            return Octets.view(b, at + 4L, size);
        }

        @Override
        protected long type(ByteBuffer b, int at) {
            return StreamOrder.u32(b, at);
        }

        @Override
        protected long length(ByteBuffer b, int at) {
            return StreamOrder.u32(b, at + 4);
        }

        @Override
        protected Octets decode(long type, ByteBuffer b, int at, int length) {
            return Octets.view(b, at, length);
        }

        @Override
        protected String name(long type) {
            return Long.toString(type);
        }

        @Override
        protected boolean isReadable(long type) {
            return true;
        }

        @Override
        protected boolean isClosing(long type) {
            return false;
        }

        @Override
        protected boolean mayBeLast(long type) {
            return true;
        }

        @Override
        protected boolean mayBeEmpty() {
            return true;
        }

        @Override
        protected void check(long type, Body body, Validation validation) {}
    }

    private static byte[] stream(long said, int size) {
        return ByteBuffer.allocate(4 + size).putInt((int) said).array();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300_000, 1_000_000})
    void is_read_whole_from_memory_and_from_a_pipe(int size) throws IOException {
        byte[] octets = stream(size, size);
        for (RecordInput input : new RecordInput[] {
            RecordInput.of(ByteBuffer.wrap(octets)), RecordInput.from(new ByteArrayInputStream(octets))
        }) {
            Reader reader = new Reader(input);
            assertThat(reader.header.size()).isEqualTo(size);
            assertThat(reader.advance()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {(1 << 20) - 3, 0x7FFFFFFFL, 0xFFFFFFFFL})
    void beyond_the_limit_is_refused_before_any_memory_is_taken(long said) {
        byte[] octets = stream(said, 10);
        assertThatThrownBy(() -> new Reader(RecordInput.from(new ByteArrayInputStream(octets))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("beyond the limit of 1048576");
    }

    @Test
    void that_breaks_off_says_where() {
        byte[] octets = stream(100, 10);
        assertThatThrownBy(() -> new Reader(RecordInput.of(ByteBuffer.wrap(octets))))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("truncated: 90 more octets");
    }
}
