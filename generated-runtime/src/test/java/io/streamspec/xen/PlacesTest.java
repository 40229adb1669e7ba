package io.streamspec.xen;

import static io.streamspec.xen.Images.domain;
import static io.streamspec.xen.Images.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.RecordInput;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.HvmContext;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRules;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.StaticDataEnd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Where in a stream and where in the specification things stand: names, offsets, and bodies as streams of their own. */
class PlacesTest {

    private static final int HEADERS = 40;
    private static final int HEAD = 8;

    private static byte[] stream(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxcWriter writer = LibxcWriter.to(out, image(), domain())) {
            writer.write(new StaticDataEnd())
                    .write(new HvmContext(Octets.of(body)))
                    .write(new End());
        }
        return out.toByteArray();
    }

    private static List<RecordReader<?>> readers(byte[] stream) throws IOException {
        return List.of(LibxcReader.of(ByteBuffer.wrap(stream)), LibxcReader.from(new ByteArrayInputStream(stream)));
    }

    @Test
    void a_body_is_a_stream_of_its_own_that_counts_as_the_outer_one_does() throws IOException {
        for (int size : new int[] {1, 5, 3_000_001}) {
            byte[] body = new byte[size];
            new Random(size).nextBytes(body);
            for (RecordReader<?> reader : readers(stream(body))) {
                reader.advance();
                reader.advance();
                assertThat(reader.typeName()).isEqualTo("HVM_CONTEXT");
                assertThat(reader.bodyOffset()).isEqualTo(HEADERS + HEAD + HEAD).isEqualTo(reader.offset() + HEAD);
                RecordInput contents = reader.contents();
                assertThat(contents.offset()).isEqualTo(reader.bodyOffset());
                assertThat(contents.peekUpTo(100)).isEqualTo(ByteBuffer.wrap(body, 0, Math.min(100, size)));
                contents.skip("body", size);
                assertThat(contents.isAtEnd()).isTrue();
                assertThat(contents.offset()).isEqualTo(reader.bodyOffset() + size);
                assertThat(reader.advance()).isTrue();
                assertThat(reader.typeName()).isEqualTo("END");
            }
        }
    }

    @Test
    void a_record_without_a_name_is_called_by_its_number() throws IOException {
        byte[] stream = stream(new byte[8]);
        ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN).putInt(HEADERS + HEAD, 0x80001234);
        for (RecordReader<?> reader : readers(stream)) {
            reader.advance();
            reader.advance();
            assertThat(reader.typeName()).isEqualTo("0x80001234");
        }
    }

    @Test
    void the_octets_of_headers_are_those_of_the_stream() throws IOException {
        byte[] stream = stream(new byte[8]);
        for (RecordReader<?> reader : readers(stream)) {
            assertThat(reader.headerOctets("image_header")).isEqualTo(ByteBuffer.wrap(Arrays.copyOf(stream, 24)));
            assertThat(reader.headerOctets("domain_header")).isEqualTo(ByteBuffer.wrap(stream, 24, 16));
            assertThatThrownBy(() -> reader.headerOctets("page_data")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void each_violation_is_told_when_it_is_found_though_none_is_kept() throws IOException {
        byte[] stream = stream(new byte[8]);
        stream[HEADERS - 1] = 1;
        stream[stream.length - HEAD] = 0x77;
        List<Violation> told = new ArrayList<>();
        Validation validation = Validation.strict().limit(0).tellTo(told::add);
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(stream));
        reader.validate(validation);
        while (reader.advance()) {
            reader.typeName();
        }
        assertThat(told).isNotEmpty();
        assertThat(validation.violations()).isEmpty();
        assertThat(validation.isClean()).isFalse();
        assertThat(told).allSatisfy(violation -> assertThat(LibxcRules.section(violation.rule()))
                .as(violation.rule())
                .isNotEmpty());
    }
}
