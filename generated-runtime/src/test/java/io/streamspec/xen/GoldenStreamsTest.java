package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.xen.hvm.HvmReader;
import io.streamspec.xen.hvm.HvmWriter;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.LibxcRecord;
import io.streamspec.xen.libxc.LibxcWriter;
import io.streamspec.xen.libxl.LibxcContext;
import io.streamspec.xen.libxl.LibxlReader;
import io.streamspec.xen.libxl.LibxlRecord;
import io.streamspec.xen.libxl.LibxlWriter;
import io.streamspec.xen.xenstore.XenstoreReader;
import io.streamspec.xen.xenstore.XenstoreWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams written by hand from the formats' rules decode to the values listed beside them, and encode to the same octets. */
class GoldenStreamsTest {

    /** A header or record as the codecs decoded it. */
    private record Found(long offset, String name, long length, Object content) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libxc-v3-smallest",
                "libxc-v3-pv-64",
                "libxc-v3-pv-64-big-endian",
                "libxc-v2-pv-64",
                "libxc-v3-pv-32",
                "libxc-v3-hvm",
                "libxc-v2-hvm"
            })
    void a_libxc_stream_decodes_to_its_values_and_encodes_to_its_octets(String name) throws IOException {
        byte[] octets = octets(name);
        LibxcReader reader = LibxcReader.from(new ByteArrayInputStream(octets));
        List<Found> found = new ArrayList<>();
        List<LibxcRecord> records = libxc(reader, found, 0);
        check(found, name);

        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (LibxcWriter writer = LibxcWriter.to(copy, reader.imageHeader(), reader.domainHeader())) {
            for (LibxcRecord record : records) {
                writer.write(record);
            }
        }
        assertThat(copy.toByteArray()).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libxl-v2-pv",
                "libxl-v2-pv-big-endian",
                "libxl-v2-hvm",
                "libxl-v2-hvm-converted",
                "libxl-v2-hvm-checkpointed"
            })
    void a_libxl_stream_decodes_to_its_values_and_encodes_to_its_octets(String name) throws IOException {
        byte[] octets = octets(name);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        List<Found> found = new ArrayList<>();
        try (LibxlReader reader = LibxlReader.from(new ByteArrayInputStream(octets));
                LibxlWriter writer = LibxlWriter.to(copy, reader.header())) {
            found.add(new Found(0, "header", 16, reader.header()));
            LibxcWriter inner = null;
            while (reader.advance()) {
                LibxlRecord record = reader.record();
                found.add(new Found(reader.offset(), reader.type().toString(), reader.length(), record));
                writer.write(record);
                if (reader.hasLibxc()) {
                    LibxcReader libxc = reader.libxc();
                    long start = record instanceof LibxcContext ? reader.offset() + 8 : -1;
                    inner = inner == null ? writer.libxc(libxc.imageHeader(), libxc.domainHeader()) : inner;
                    for (LibxcRecord part : libxc(libxc, found, start)) {
                        inner.write(part);
                    }
                }
            }
        }
        check(found, name);
        assertThat(copy.toByteArray()).isEqualTo(octets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hvm-smallest", "hvm-two-vcpus"})
    void an_hvm_context_decodes_to_its_values_and_encodes_to_its_octets(String name) throws IOException {
        byte[] octets = octets(name);
        List<Found> found = new ArrayList<>();
        byte[] copy = copied(HvmReader.from(new ByteArrayInputStream(octets)), found);
        check(found, name);
        assertThat(copy).isEqualTo(octets);
    }

    @Test
    void short_bodies_of_an_hvm_context_decode_with_zeroes_and_are_encoded_whole() throws IOException {
        List<Found> found = new ArrayList<>();
        byte[] whole = copied(HvmReader.from(new ByteArrayInputStream(octets("hvm-short-bodies"))), found);
        check(found, "hvm-short-bodies");

        List<Found> again = new ArrayList<>();
        assertThat(copied(HvmReader.of(ByteBuffer.wrap(whole)), again)).isEqualTo(whole);
        assertThat(again.stream().map(Found::content))
                .isEqualTo(found.stream().map(Found::content).toList());
        assertThat(again.stream().filter(part -> part.name().equals("CPU")).map(Found::length))
                .containsExactly(1032L, 1032L);
    }

    private static byte[] copied(HvmReader reader, List<Found> found) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (HvmWriter writer = HvmWriter.to(copy)) {
            while (reader.advance()) {
                found.add(new Found(reader.offset(), reader.type().toString(), reader.length(), reader.record()));
                writer.write(reader.record(), reader.instance());
            }
        }
        return copy.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xenstore-smallest", "xenstore-v1", "xenstore-v2", "xenstore-v2-big-endian"})
    void a_xenstore_stream_decodes_to_its_values_and_encodes_to_its_octets(String name) throws IOException {
        byte[] octets = octets(name);
        assertThat(xenstore(name, octets)).isEqualTo(octets);
    }

    @Test
    void lengths_of_a_xenstore_stream_may_count_the_padding() throws IOException {
        byte[] copy = xenstore("xenstore-v2-padded-lengths", octets("xenstore-v2-padded-lengths"));
        assertThat(copy).as("writers do not count it").isEqualTo(octets("xenstore-v2"));
    }

    /** Checks what is found; what writers make of it. */
    private static byte[] xenstore(String name, byte[] octets) throws IOException {
        XenstoreReader reader = XenstoreReader.from(new ByteArrayInputStream(octets));
        List<Found> found = new ArrayList<>();
        found.add(new Found(0, "header", 16, reader.header()));
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        try (XenstoreWriter writer = XenstoreWriter.to(copy, reader.header())) {
            while (reader.advance()) {
                found.add(new Found(reader.offset(), reader.type().toString(), reader.length(), reader.record()));
                writer.write(reader.record());
            }
        }
        check(found, name);
        return copy.toByteArray();
    }

    private static List<LibxcRecord> libxc(LibxcReader reader, List<Found> found, long start) throws IOException {
        if (start >= 0) {
            found.add(new Found(start, "image_header", 24, reader.imageHeader()));
            found.add(new Found(start + 24, "domain_header", 16, reader.domainHeader()));
        }
        List<LibxcRecord> records = new ArrayList<>();
        while (reader.advance()) {
            LibxcRecord record = reader.record();
            String name = record instanceof LibxcRecord.Unknown
                    ? "unknown"
                    : reader.type().toString();
            found.add(new Found(reader.offset(), name, reader.length(), record));
            records.add(record);
        }
        return records;
    }

    /** Leaves the stream as a file, so that the command line can be tried on it. */
    private static byte[] octets(String name) throws IOException {
        byte[] octets = HexStream.octets(name + ".hex");
        Path folder = Files.createDirectories(Path.of("target", "streams"));
        Files.write(folder.resolve(name), octets);
        return octets;
    }

    private static void check(List<Found> found, String name) {
        List<Expected> expected = Expected.read(name + ".expected");
        assertThat(found.stream().map(part -> "0x%04X %s".formatted(part.offset(), part.name())))
                .containsExactlyElementsOf(expected.stream()
                        .map(part -> "0x%04X %s".formatted(part.offset(), part.name()))
                        .toList());
        for (int i = 0; i < found.size(); i++) {
            Found part = found.get(i);
            expected.get(i).length().ifPresent(length -> assertThat(part.length())
                    .isEqualTo(length));
            expected.get(i).check(part.content());
        }
    }
}
