package io.streamspec.tools.identify;

import static io.streamspec.tools.corpus.Samples.PAGE_SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.streamspec.tools.corpus.Bytes;
import io.streamspec.tools.corpus.Samples;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.Packing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class IdentifyTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int identify(byte[] octets) throws IOException {
        Path file = Files.write(folder.resolve("file"), octets);
        return new Identify(new PrintWriter(out), new PrintWriter(err), false).run(List.of(file.toString()));
    }

    private static byte[] libxl() {
        return Samples.libxl(PAGE_SHIFT).octets();
    }

    private static byte[] packed(Packing packing, byte[] octets) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream to =
                switch (packing) {
                    case GZIP -> new GZIPOutputStream(packed);
                    case XZ -> new XZOutputStream(packed, new LZMA2Options());
                    case ZSTD, NONE -> packed;
                }) {
            to.write(packing == Packing.ZSTD ? Zstd.compress(octets) : octets);
        }
        return packed.toByteArray();
    }

    @Test
    void all_layers_of_a_stream_are_told() throws IOException {
        assertThat(identify(libxl())).isZero();
        assertThat(out.toString())
                .endsWith(": libxl migration stream: libxl stream, version 2, little-endian; libxc stream, version 3,"
                        + " little-endian; X86 HVM guest, saved by Xen 4.22\n");
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_is_known_however_it_is_packed(Packing packing) throws IOException {
        assertThat(identify(packed(packing, libxl()))).isZero();
        assertThat(out.toString()).contains("X86 HVM guest, saved by Xen 4.22");
        assertThat(out.toString().contains(packing + ": libxl")).isEqualTo(packing != Packing.NONE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LEGACY")
    void every_format_is_known_by_its_first_octets(Format format) {
        assertThat(Format.of(ByteBuffer.wrap(format.magic()))).isEqualTo(format);
    }

    @Test
    void an_xl_file_tells_its_configuration() throws IOException {
        Bytes config = Bytes.little().u32(3).text("{}\0");
        Bytes header = Bytes.little()
                .text("Xen saved domain, xl format\n \0 \r")
                .u32(0x01020304)
                .u32(3)
                .u32(0)
                .u32(7)
                .add(config)
                .hex(HexFormat.of().formatHex(libxl()));
        assertThat(identify(header.array())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("xl save file: JSON configuration of 3 octets; libxl stream, version 2");
    }

    @Test
    void legacy_streams_of_both_widths_and_kinds_are_known() throws IOException {
        Map<String, Bytes> streams = Map.of(
                "HVM of 32 bits",
                        Bytes.little().u32(0x1000).u32(2).u32(0).u32(1).zeroes(64),
                "HVM of 64 bits",
                        Bytes.little().u64(0x1000).u32(2).u64(0).u64(1).zeroes(64),
                "PV of 32 bits",
                        Bytes.little()
                                .u32(0x1000)
                                .u32(-1)
                                .u32(2808)
                                .text("vcpu")
                                .u32(2800)
                                .zeroes(64),
                "PV of 64 bits",
                        Bytes.little()
                                .u64(0x1000)
                                .u64(-1)
                                .u32(5176)
                                .text("vcpu")
                                .u32(5168)
                                .zeroes(64));
        streams.forEach((name, octets) ->
                assertThat(Format.of(ByteBuffer.wrap(octets.array()))).as(name).isEqualTo(Format.LEGACY));
    }

    @Test
    void a_legacy_stream_is_told_with_what_its_first_octets_show() throws IOException {
        Bytes legacy = Bytes.little().u32(0x1000).u32(2).u32(0).u32(1).zeroes(64);
        assertThat(identify(legacy.array())).as(err.toString()).isZero();
        assertThat(out.toString()).endsWith(": legacy migration stream: HVM guest, 32-bit toolstack\n");
        byte[] old = Bytes.little().text("XenSavedDomain\n").add(legacy).array();
        assertThat(identify(old)).as(err.toString()).isZero();
        assertThat(out.toString()).endsWith(": xenopsd suspend image, old: HVM guest, 32-bit toolstack\n");
    }

    @Test
    void a_legacy_stream_inside_of_another_is_told() throws IOException {
        byte[] suspended = Bytes.little()
                .text("XenSavedDomv2-\n")
                .hex("f2000000000000000000000000000000")
                .zeroes(64)
                .array();
        assertThat(identify(suspended)).as(out + "" + err).isZero();
        assertThat(out.toString()).endsWith(": xenopsd suspend image: legacy stream\n");
        byte[] libvirt = Bytes.little()
                .text("libvirt-xml\n \0 \r")
                .u32(1)
                .u32(1)
                .zeroes(16)
                .text("x")
                .zeroes(64)
                .array();
        assertThat(identify(libvirt)).as(out + "" + err).isZero();
        assertThat(out.toString()).endsWith(": libvirt save file: version 1, XML of 1 octet; legacy stream\n");
    }

    @Test
    void files_that_cannot_be_read_do_not_keep_the_others_from_being_told() throws IOException {
        String missing = folder.resolve("missing").toString();
        String sound = Files.write(folder.resolve("sound"), libxl()).toString();
        List<String> names = List.of(missing, folder.toString(), sound);
        assertThat(new Identify(new PrintWriter(out), new PrintWriter(err), false).run(names))
                .isEqualTo(2);
        assertThat(out.toString())
                .startsWith(sound + ": libxl migration stream")
                .hasLineCount(1);
        assertThat(err.toString())
                .isEqualTo("streamspec: " + missing + ": there is no such file\nstreamspec: " + folder
                        + ": is a folder, not a stream\n");
    }

    @Test
    void json_has_an_object_for_a_file_that_cannot_be_read() throws IOException {
        String missing = folder.resolve("missing").toString();
        new Identify(new PrintWriter(out), new PrintWriter(err), true).run(List.of(missing));
        assertThat(out.toString()).contains("\"format\":\"unread\"", "\"problem\":\"" + missing + ": there is no such");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void what_is_nothing_known_is_told_with_its_first_octets() throws IOException {
        assertThat(identify(
                        Bytes.little().text("root:x:0:0:root:/root:/bin/bash").array()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("it begins with 726f6f743a783a303a303a726f6f743a");
        assertThat(identify(new byte[0])).isEqualTo(1);
        assertThat(err.toString()).contains("it is empty");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_stream_that_breaks_off_in_its_headers_is_known_and_said_to_be_cut() throws IOException {
        assertThat(identify(Samples.libxl(PAGE_SHIFT).upTo("image_header", 20))).isEqualTo(1);
        assertThat(out.toString()).contains("libxl stream, version 2").contains("; but octet ");
    }

    @Test
    void json_has_packing_format_layers_and_problem() throws IOException {
        Path file = Files.write(folder.resolve("file"), packed(Packing.GZIP, libxl()));
        new Identify(new PrintWriter(out), new PrintWriter(err), true).run(List.of(file.toString()));
        assertThat(out.toString())
                .contains(
                        "\"packing\":\"gzip\"",
                        "\"format\":\"libxl\"",
                        "\"layers\":[\"libxl stream",
                        "\"problem\":\"\"");
    }

    @Test
    void a_bomb_is_unpacked_no_further_than_the_headers_reach() throws IOException {
        byte[] bomb = packed(Packing.GZIP, new byte[256 * 1024 * 1024]);
        assertThat(identify(bomb)).isEqualTo(1);
        assertThat(err.toString()).contains("it begins with 0000000000000000");
    }
}
