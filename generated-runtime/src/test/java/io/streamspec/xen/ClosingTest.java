package io.streamspec.xen;

import static io.streamspec.xen.Images.domain;
import static io.streamspec.xen.Images.image;
import static io.streamspec.xen.Images.oneByOne;
import static io.streamspec.xen.Images.pageData;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Octets;
import io.streamspec.xen.libxc.DomainHeader;
import io.streamspec.xen.libxc.DomainHeaderType;
import io.streamspec.xen.libxc.End;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxc.PageData;
import io.streamspec.xen.libxc.StaticDataEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers and writers do when they are closed, interrupted or refused. */
class ClosingTest {

    private static final int HEADERS = 40;

    @TempDir
    Path folder;

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
    void wrong_headers_are_not_written_however_little_else_is() throws IOException {
        DomainHeader wrong = new DomainHeader(DomainHeaderType.X86_HVM, 99, 4, 19);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxcWriter writer = LibxcWriter.to(out, image(), wrong);
        for (ThrowingCallable step : List.<ThrowingCallable>of(
                writer::flush, writer::finish, () -> writer.write(new StaticDataEnd()), writer::flush)) {
            assertThatThrownBy(step).isInstanceOf(FormatException.class).hasMessageContaining("page_shift");
        }
        writer.close();
        LibxcWriter closedAtOnce = LibxcWriter.to(out, image(), wrong);
        assertThatThrownBy(closedAtOnce::close).hasMessageContaining("page_shift");
        assertThat(out.size()).isZero();
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
}
