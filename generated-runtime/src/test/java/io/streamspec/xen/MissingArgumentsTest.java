package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.runtime.Octets;
import io.streamspec.runtime.RecordInput;
import io.streamspec.runtime.RecordOutput;
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
import io.streamspec.xen.libxc.X86PvP2mFrames;
import io.streamspec.xen.libxl.EmulatorRecordsEmulatorId;
import io.streamspec.xen.libxl.EmulatorXenstoreData;
import io.streamspec.xen.libxl.Header;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever leaves out an argument is told which, and nothing has happened. */
class MissingArgumentsTest {

    private static final ImageHeader IMAGE = new ImageHeader(3, ImageHeader.Options.of(false));
    private static final DomainHeader DOMAIN = new DomainHeader(DomainHeaderType.X86_HVM, 12, 4, 19);
    private static final Header HEADER = new Header(Header.Options.of(false, false));

    /** A call that lacks an argument; it is given what it may work on. */
    @FunctionalInterface
    interface Call {
        void on(LibxcWriter writer, LibxcReader reader) throws IOException;
    }

    @FunctionalInterface
    interface Factory {
        void make(Path file, RecordOutput output) throws IOException;
    }

    static Stream<Arguments> calls() {
        return Stream.of(
                call("record", (writer, reader) -> writer.write(null)),
                call("reader", (writer, reader) -> writer.forward(null)),
                call("validation", (writer, reader) -> writer.validate(null)),
                call("validation", (writer, reader) -> reader.validate(null)));
    }

    private static Arguments call(String missing, Call call) {
        return Arguments.of(missing, call);
    }

    /** With an argument missing, and all the others there. */
    static Stream<Arguments> factories() {
        RecordInput none = null;
        return Stream.of(
                factory("path", (file, out) -> LibxcReader.open(null)),
                factory("channel", (file, out) -> LibxcReader.from((ReadableByteChannel) null)),
                factory("stream", (file, out) -> LibxcReader.from((InputStream) null)),
                factory("memory", (file, out) -> LibxcReader.of(null)),
                factory("input", (file, out) -> LibxcReader.nested(none)),
                factory(
                        "until",
                        (file, out) -> LibxcReader.nested(RecordInput.of(ByteBuffer.allocate(9)), (long[]) null)),
                factory("path", (file, out) -> LibxlReader.open(null)),
                factory("memory", (file, out) -> LibxlReader.of(null)),
                factory("path", (file, out) -> LibxcWriter.create(null, IMAGE, DOMAIN)),
                factory("imageHeader", (file, out) -> LibxcWriter.create(file, null, DOMAIN)),
                factory("domainHeader", (file, out) -> LibxcWriter.create(file, IMAGE, null)),
                factory("header", (file, out) -> LibxlWriter.create(file, null)),
                factory("channel", (file, out) -> LibxcWriter.to((WritableByteChannel) null, IMAGE, DOMAIN)),
                factory("stream", (file, out) -> LibxcWriter.to((OutputStream) null, IMAGE, DOMAIN)),
                factory("imageHeader", (file, out) -> LibxcWriter.to(new ByteArrayOutputStream(), null, DOMAIN)),
                factory("domainHeader", (file, out) -> LibxcWriter.to(new ByteArrayOutputStream(), IMAGE, null)),
                factory("output", (file, out) -> LibxcWriter.nested(null, IMAGE, DOMAIN)),
                factory("imageHeader", (file, out) -> LibxcWriter.nested(out, null, DOMAIN)),
                factory("domainHeader", (file, out) -> LibxcWriter.nested(out, IMAGE, null)),
                factory("until", (file, out) -> LibxcWriter.nested(out, IMAGE, DOMAIN, (long[]) null)),
                factory("path", (file, out) -> RecordInput.open(null)),
                factory("stream", (file, out) -> RecordInput.from((InputStream) null)),
                factory("path", (file, out) -> RecordOutput.create(null)),
                factory("channel", (file, out) -> RecordOutput.to((WritableByteChannel) null)),
                factory("order", (file, out) -> out.put(1, null, (b, at) -> at + 1)),
                factory("encoder", (file, out) -> out.put(1, java.nio.ByteOrder.BIG_ENDIAN, null)),
                factory("order", (file, out) -> RecordInput.of(ByteBuffer.allocate(9))
                        .peek("some", 1, null)));
    }

    /** What a value is made of. */
    static Stream<Arguments> values() {
        List<PageData.Pfn> pfns = List.of();
        List<Octets> pages = List.of();
        return Stream.of(
                factory("options", (file, out) -> new ImageHeader(3, null)),
                factory("type", (file, out) -> new DomainHeader(null, 12, 4, 19)),
                factory("hvmCtx", (file, out) -> new HvmContext(null)),
                factory("pfn", (file, out) -> new PageData((PageData.Pfn.Array) null, Octets.Array.of(pages))),
                factory("pageData", (file, out) -> new PageData(PageData.Pfn.all(), (Octets.Array) null)),
                factory("pfn", (file, out) -> new PageData((List<PageData.Pfn>) null, pages)),
                factory("pageData", (file, out) -> new PageData(pfns, (List<Octets>) null)),
                factory("list", (file, out) -> PageData.Pfn.Array.of(null)),
                factory("list", (file, out) -> Octets.Array.of(null)),
                factory("type", (file, out) -> PageData.Pfn.of(1, null)),
                factory("p2mPfn", (file, out) -> new X86PvP2mFrames(0, 1, null)),
                factory("body", (file, out) -> new LibxcRecord.Unknown(0x8000_0000L, null)),
                factory("emulatorId", (file, out) -> new EmulatorXenstoreData(null, 0, List.of())),
                factory(
                        "xenstoreKeyValueData",
                        (file, out) -> new EmulatorXenstoreData(EmulatorRecordsEmulatorId.QEMU_UPSTREAM, 0, null)),
                factory("value", (file, out) -> new EmulatorXenstoreData.XenstoreKeyValueData("", null)));
    }

    private static Arguments factory(String missing, Factory factory) {
        return Arguments.of(missing, factory);
    }

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("calls")
    void a_missing_argument_is_named_and_leaves_reader_and_writer_as_they_were(String missing, Call call)
            throws IOException {
        byte[] octets = image();
        LibxcReader in = LibxcReader.from(new ByteArrayInputStream(octets));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxcWriter writer = LibxcWriter.to(out, IMAGE, DOMAIN)) {
            isTold(missing, () -> call.on(writer, in));
            while (in.advance()) {
                long before = writer.offset();
                isTold(missing, () -> call.on(writer, in));
                assertThat(writer.offset()).isEqualTo(before);
                writer.forward(in);
            }
            isTold(missing, () -> call.on(writer, in));
        }
        assertThat(out.toByteArray()).isEqualTo(octets);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource({"factories", "values"})
    void a_missing_argument_is_named_before_anything_is_opened_or_written(String missing, Factory factory)
            throws IOException {
        Path file = Files.write(folder.resolve("older"), new byte[] {1, 2, 3});
        RecordOutput output = RecordOutput.to(new ByteArrayOutputStream());
        isTold(missing, () -> factory.make(file, output));
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(output.offset()).isZero();
    }

    @Test
    void a_stream_inside_without_its_header_is_not_begun() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LibxlWriter writer = LibxlWriter.to(out, HEADER).write(new LibxcContext());
        long before = writer.offset();
        isTold("imageHeader", () -> writer.libxc(null, DOMAIN));
        isTold("domainHeader", () -> writer.libxc(IMAGE, null));
        assertThat(writer.offset()).isEqualTo(before);
        writer.libxc(IMAGE, DOMAIN).write(new StaticDataEnd()).write(new End());
        writer.write(new io.streamspec.xen.libxl.End()).close();
        Validation validation = Validation.strict();
        LibxlReader reader = LibxlReader.of(ByteBuffer.wrap(out.toByteArray()));
        reader.validate(validation);
        while (reader.next().isPresent()) {}
        assertThat(validation.violations()).isEmpty();
    }

    private static byte[] image() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LibxcWriter writer = LibxcWriter.to(out, IMAGE, DOMAIN)) {
            writer.write(new StaticDataEnd())
                    .write(new HvmContext(Octets.zeroes(3)))
                    .write(new End());
        }
        return out.toByteArray();
    }

    private static void isTold(String missing, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(missing + " is null");
    }
}
