package io.streamspec.tools.kaitai;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.kaitai.Kaitai.Run;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream with every shape of field, its octets put together by hand, is read in both byte orders to what was put in. */
class KaitaiShapesIT {

    private static final Path RESOURCES = Path.of("src/test/resources/kaitai");

    @TempDir
    static Path compiled;

    @TempDir
    Path folder;

    @BeforeAll
    static void the_compiler_takes_the_export() throws IOException {
        Kaitai.require();
        Path exported = compiled.resolve("ksy");
        assertThat(Kaitai.export(exported, RESOURCES.resolve("shapes.pandoc"))).containsExactly("shapes");
        Run run = Kaitai.compile("javascript", exported, compiled, List.of("shapes"));
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void every_shape_of_field_is_read(boolean isBig) throws IOException {
        Path stream = Files.write(folder.resolve("stream"), stream(isBig));
        Run run = Kaitai.node("dump.js", List.of(compiled, "Shapes", stream));
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<String> expected = Files.readAllLines(RESOURCES.resolve("shapes.txt"));
        assertThat(expected).hasSizeGreaterThan(150);
        assertThat(run.out().lines()).containsAll(expected).contains("isBigEndian: " + isBig);
    }

    @Test
    void a_stream_inside_takes_the_byte_order_of_the_one_around_it() throws IOException {
        Path exported = folder.resolve("ksy");
        List<String> ids =
                Kaitai.export(exported, RESOURCES.resolve("truck.pandoc"), RESOURCES.resolve("parcels.pandoc"));
        Run compilation = Kaitai.compile("javascript", exported, folder, ids);
        assertThat(compilation.exitCode()).as(compilation.err()).isZero();
        Octets out = new Octets(ByteOrder.BIG_ENDIAN);
        out.u32(1).u32(8).u32(2).u32(3); // the outer stream's DATA
        out.u32(1).u32(8).u32(4).u32(5).u32(0).u32(0); // the inner stream
        out.u32(0).u32(0); // the outer stream's END
        Path stream = Files.write(folder.resolve("stream"), out.toArray());
        Run run = Kaitai.node("dump.js", List.of(folder, "Truck", stream));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .contains(
                        "records[0].body.a: 2",
                        "records[0].parcels.records[0].body.a: 4",
                        "records[0].parcels.records[0].body.b: 5",
                        "records[0].parcels.records[1].length: 0",
                        "records[1].typeNumber: 0")
                .noneMatch(line -> line.startsWith("records[2]"));
    }

    @Test
    void what_a_rule_cannot_be_asked_of_is_noted() {
        Run run = Kaitai.streamspec("export", RESOURCES.resolve("shapes.pandoc"), "--as", "kaitai");
        assertThat(run.err())
                .contains("note: the rule odd.three_under_five depends on 'three', which is no number")
                .contains("[kaitai-unsupported]");
    }

    private static byte[] stream(boolean isBig) {
        Octets out = new Octets(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        out.hex("FFFFFFFFFFFFFF00 0a0b0c")
                .u8(5 << 1 | (isBig ? 1 : 0))
                .hex("0003 0002")
                .text("shapes!!");
        out.u32(0x01020304).u16(7).u16(0x0102).u64(0x0102030405060708L).u64(0xFEDCBA9876543210L);
        out.record(1, body -> body.hex("000102 0304050607 08090a0b0c0d")
                .u16(515)
                .text("abcdef")
                .u16(7)
                .hex("000102 0304050607"));
        out.record(2, body -> body.hex("04000000 01020300")
                .text("AAABBBCCC")
                .u16(9)
                .text("two\0")
                .u16(10)
                .text("three\0"));
        out.record(3, body -> body.hex("02050000"));
        out.record(4, body -> body.u16(2).u16(4).text("01234abcde"));
        out.record(3, body -> body.hex("00010000"));
        out.record(4, body -> body.u16(3).u16(9).text("xyz"));
        out.record(5, body -> body.text("me\0first\nyou\0\n"));
        out.record(6, body -> body.u16(2 << 13 | 1)
                .u16(9)
                .u32(0xFFFFFFF2)
                .text("bb")
                .u16(1)
                .u16(2)
                .u16(65535));
        out.record(6, body -> body.u16(7 << 13).u16(5).text("12345").u16(77));
        out.record(7, body -> body.u32(0xCAFEBABE));
        out.record(7, body -> body.u32(1).u32(0));
        out.record(8, body -> body.u8(0x81)
                .text("ttt")
                .u32(0xC0000001)
                .u64(0x2ABCDEF1L << 34 | 0xBL << 30 | 0x3FFFFFFE)
                .text("fffff")
                .hex("000000")
                .u64(1L << 63 | 5));
        out.record(0x9000, body -> body.text("unknown"));
        out.record(0, body -> body);
        return out.toArray();
    }

    /** Octets one behind the other, numbers in one order. */
    private static final class Octets {

        private final ByteBuffer buffer;

        Octets(ByteOrder order) {
            buffer = ByteBuffer.allocate(1000).order(order);
        }

        Octets u8(int value) {
            buffer.put((byte) value);
            return this;
        }

        Octets u16(int value) {
            buffer.putShort((short) value);
            return this;
        }

        Octets u32(int value) {
            buffer.putInt(value);
            return this;
        }

        Octets u64(long value) {
            buffer.putLong(value);
            return this;
        }

        Octets text(String text) {
            buffer.put(text.getBytes(StandardCharsets.US_ASCII));
            return this;
        }

        Octets hex(String octets) {
            Stream.of(octets.replace(" ", "").split("(?<=\\G..)")).forEach(octet -> u8(Integer.parseInt(octet, 16)));
            return this;
        }

        void record(int type, UnaryOperator<Octets> content) {
            byte[] body = content.apply(new Octets(buffer.order())).toArray();
            u16(type).u16(body.length);
            buffer.put(body);
            buffer.put(new byte[-body.length & 3]);
        }

        byte[] toArray() {
            byte[] octets = new byte[buffer.position()];
            buffer.get(0, octets);
            return octets;
        }
    }
}
