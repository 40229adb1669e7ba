package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.HeaderReader;
import io.streamspec.runtime.HeaderWriter;
import io.streamspec.runtime.Validation;
import io.streamspec.xen.libvirtsave.LibvirtsaveReader;
import io.streamspec.xen.libvirtsave.LibvirtsaveWriter;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlRecord;
import io.streamspec.xen.libxl.LibxlWriter;
import io.streamspec.xen.xlsave.XlsaveReader;
import io.streamspec.xen.xlsave.XlsaveWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden files of the framings around libxl streams: what a reader finds in them, and that they are written so again. */
class OuterFramingsTest {

    private record Found(long offset, String name, Object content) {}

    @ParameterizedTest
    @ValueSource(strings = {"xl-v2-config", "xl-v2-smallest", "xl-v2-big-endian"})
    void an_xl_save_file_decodes_to_its_values_and_encodes_to_its_octets(String name) throws IOException {
        byte[] octets = octets(name);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        List<Found> found = new ArrayList<>();
        try (XlsaveReader reader = XlsaveReader.from(new ByteArrayInputStream(octets));
                XlsaveWriter writer = XlsaveWriter.to(copy, reader.byteOrder(), reader.header())) {
            found.add(new Found(0, "header", reader.header()));
            assertThat(reader.hasLibxl()).isTrue();
            long start = reader.offset();
            LibxlReader libxl = reader.libxl();
            copy(libxl, writer.libxl(libxl.header()), found, start);
        }
        check(found, name);
        assertThat(copy.toByteArray()).isEqualTo(octets);
    }

    @Test
    void a_libvirt_save_file_decodes_to_its_values_and_encodes_to_its_octets() throws IOException {
        byte[] octets = octets("libvirt-v2");
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        List<Found> found = new ArrayList<>();
        try (LibvirtsaveReader reader = LibvirtsaveReader.of(ByteBuffer.wrap(octets));
                LibvirtsaveWriter writer = LibvirtsaveWriter.to(copy, reader.header())) {
            found.add(new Found(0, "header", reader.header()));
            assertThat(reader.hasLibxl()).isTrue();
            long start = reader.offset();
            LibxlReader libxl = reader.libxl();
            copy(libxl, writer.libxl(libxl.header()), found, start);
        }
        check(found, "libvirt-v2");
        assertThat(copy.toByteArray()).isEqualTo(octets);
    }

    @Test
    void a_legacy_stream_is_handed_on_as_octets() throws IOException {
        try (XlsaveReader reader = XlsaveReader.of(ByteBuffer.wrap(octets("xl-legacy")))) {
            assertThat(reader.hasLibxl()).isFalse();
            check(List.of(new Found(0, "header", reader.header())), "xl-legacy");
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            try (XlsaveWriter writer = XlsaveWriter.to(copy, ByteOrder.LITTLE_ENDIAN, reader.header())) {
                copyRest(reader, writer);
            }
            assertThat(copy.toByteArray()).isEqualTo(octets("xl-legacy"));
        }
        try (LibvirtsaveReader reader = LibvirtsaveReader.of(ByteBuffer.wrap(octets("libvirt-v1")))) {
            assertThat(reader.hasLibxl()).isFalse();
            check(List.of(new Found(0, "header", reader.header())), "libvirt-v1");
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            try (LibvirtsaveWriter writer = LibvirtsaveWriter.to(copy, reader.header())) {
                copyRest(reader, writer);
            }
            assertThat(copy.toByteArray()).isEqualTo(octets("libvirt-v1"));
        }
    }

    @Test
    void a_cookie_tells_the_byte_order() throws IOException {
        assertThat(XlsaveReader.of(ByteBuffer.wrap(octets("xl-v2-config"))).byteOrder())
                .isEqualTo(ByteOrder.LITTLE_ENDIAN);
        assertThat(XlsaveReader.of(ByteBuffer.wrap(octets("xl-v2-big-endian"))).byteOrder())
                .isEqualTo(ByteOrder.BIG_ENDIAN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl-v2-config", "xl-v2-smallest", "xl-v2-big-endian"})
    void nothing_is_wrong_with_the_golden_files(String name) throws IOException {
        Validation validation = Validation.strict();
        try (XlsaveReader reader = XlsaveReader.of(ByteBuffer.wrap(octets(name)))) {
            reader.validate(validation);
            LibxlReader libxl = reader.libxl();
            while (libxl.advance()) {
                libxl.type();
            }
            assertThat(libxl.hasEnded()).isTrue();
        }
        assertThat(validation.violations()).isEmpty();
    }

    private static void copyRest(HeaderReader reader, HeaderWriter writer) throws IOException {
        byte[] ramp = new byte[64];
        reader.rest().peek("rest", 64, ByteOrder.LITTLE_ENDIAN).get(ramp);
        assertThat(IntStream.range(0, 64)).allMatch(i -> ramp[i] == i);
        writer.rest().put(64, ByteOrder.LITTLE_ENDIAN, (b, at) -> {
            b.put(at, ramp);
            return at + 64;
        });
    }

    private static void copy(LibxlReader reader, LibxlWriter writer, List<Found> found, long start) throws IOException {
        found.add(new Found(start, "header", reader.header()));
        while (reader.advance()) {
            LibxlRecord record = reader.record();
            found.add(new Found(reader.offset(), reader.type().toString(), record));
            writer.write(record);
            if (reader.hasLibxc()) {
                LibxcReader inner = reader.libxc();
                found.add(new Found(reader.offset() + 8, "image_header", inner.imageHeader()));
                found.add(new Found(reader.offset() + 32, "domain_header", inner.domainHeader()));
                LibxcWriter to = writer.libxc(inner.imageHeader(), inner.domainHeader());
                while (inner.advance()) {
                    LibxcRecord part = inner.record();
                    found.add(new Found(inner.offset(), inner.type().toString(), part));
                    to.write(part);
                }
            }
        }
    }

    /** Leaves the stream as a file, so that the command line can be tried on it. */
    private static byte[] octets(String name) throws IOException {
        byte[] octets = HexStream.octets("outer/" + name + ".hex");
        Path folder = Files.createDirectories(Path.of("target", "streams"));
        Files.write(folder.resolve(name), octets);
        return octets;
    }

    private static void check(List<Found> found, String name) {
        List<Expected> expected = Expected.read("outer/" + name + ".expected");
        assertThat(found.stream().map(part -> "0x%04X %s".formatted(part.offset(), part.name())))
                .containsExactlyElementsOf(expected.stream()
                        .map(part -> "0x%04X %s".formatted(part.offset(), part.name()))
                        .toList());
        for (int i = 0; i < found.size(); i++) {
            expected.get(i).check(found.get(i).content());
        }
    }
}
