package io.streamspec.xen;

import static io.streamspec.xen.Images.domain;
import static io.streamspec.xen.Images.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.StreamState;
import io.streamspec.runtime.Validation;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.StaticDataEnd;
import io.streamspec.xen.libxc.X86TscInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readers and writers tell alike where in the order of records a stream stands. */
class StateTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_writer_says_what_may_come_next_as_a_reader_of_the_same_stream_does() throws IOException {
        List<LibxcRecord> records =
                List.of(new StaticDataEnd(), new X86TscInfo(0, 1, 2, 3), new Checkpoint(), new End());
        LibxcWriter unfinished = LibxcWriter.to(new ByteArrayOutputStream(), image(), domain());
        try (LibxcWriter writer = LibxcWriter.to(out, image(), domain())) {
            for (LibxcRecord record : records) {
                writer.write(record);
            }
        }
        LibxcReader reader = LibxcReader.of(ByteBuffer.wrap(out.toByteArray()));
        reader.validate(Validation.strict());
        for (LibxcRecord record : records) {
            same(unfinished, reader);
            unfinished.write(record);
            reader.advance();
        }
        same(unfinished, reader);
        assertThat(state(unfinished).expected()).isEqualTo("the end of the stream");
    }

    private static void same(LibxcWriter writer, LibxcReader reader) {
        StreamState read = reader.state().orElseThrow();
        StreamState written = state(writer);
        assertThat(written.possible()).isEqualTo(read.possible());
        assertThat(written.expected()).isEqualTo(read.expected());
        assertThat(written.mayEnd()).isEqualTo(read.mayEnd());
    }

    private static StreamState state(LibxcWriter writer) {
        return writer.state().orElseThrow();
    }

    @Test
    void it_can_be_asked_for_before_it_is_said_how_to_check_and_knows_nothing_of_what_was_refused() throws IOException {
        LibxcWriter writer = LibxcWriter.to(out, image(), domain());
        List<String> first = List.of("STATIC_DATA_END", "X86_CPUID_POLICY", "X86_MSR_POLICY");
        assertThat(state(writer).possible()).containsExactlyElementsOf(first);
        writer.validate(Validation.strict().failing());
        assertThatThrownBy(() -> writer.write(new End())).isInstanceOf(FormatException.class);
        assertThat(state(writer).possible()).containsExactlyElementsOf(first);
        writer.write(new StaticDataEnd());
        assertThat(state(writer).possible()).contains("PAGE_DATA", "END").doesNotContain("STATIC_DATA_END");
    }

    @Test
    void it_can_be_asked_about_a_type_of_record() throws IOException {
        LibxcWriter writer = LibxcWriter.to(out, image(), domain());
        assertThat(state(writer).isPossible(StaticDataEnd.RECORD_TYPE)).isTrue();
        assertThat(state(writer).isPossible(End.RECORD_TYPE)).isFalse();
        assertThat(state(writer).hasSeen(StaticDataEnd.RECORD_TYPE)).isFalse();
        writer.write(new StaticDataEnd());
        assertThat(state(writer).isPossible(StaticDataEnd.RECORD_TYPE)).isFalse();
        assertThat(state(writer).isPossible(End.RECORD_TYPE)).isTrue();
        assertThat(state(writer).hasSeen(StaticDataEnd.RECORD_TYPE)).isTrue();
        assertThat(state(writer).isImplied(StaticDataEnd.RECORD_TYPE)).isFalse();
    }

    @Test
    void of_a_type_without_a_place_in_the_order_it_says_that_it_may_come_wherever_any_may() throws IOException {
        long optional = 0x8000_1234L;
        LibxcWriter writer = LibxcWriter.to(out, image(), domain());
        assertThat(state(writer).isPossible(optional)).isTrue();
        assertThat(state(writer).hasSeen(optional)).isFalse();
        assertThat(state(writer).isImplied(optional)).isFalse();
        writer.write(new StaticDataEnd()).write(new End());
        assertThat(state(writer).isPossible(optional)).isFalse();
    }

    @Test
    void the_context_of_a_reader_shows_what_it_remembers() throws IOException {
        LibxcWriter.to(out, image(), domain()).flush();
        assertThat(LibxcReader.of(ByteBuffer.wrap(out.toByteArray())).context())
                .hasToString("LibxcContext[domainHeader=" + domain() + ", x86PvInfo=null]");
    }

    @Test
    void who_does_not_check_or_has_headers_of_no_kind_does_not_know() throws IOException {
        LibxcWriter unchecked = LibxcWriter.to(out, image(), domain());
        unchecked.write(new StaticDataEnd()).unchecked();
        assertThat(unchecked.state()).isEmpty();
        DomainHeader unknown = new DomainHeader(DomainHeaderType.of(9), 12, 4, 19);
        assertThat(LibxcWriter.to(out, image(), unknown).state()).isEmpty();
        unchecked.write(new End()).flush();
        assertThat(LibxcReader.of(ByteBuffer.wrap(out.toByteArray())).state()).isEmpty();
    }
}
