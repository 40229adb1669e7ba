package io.streamspec.xen;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.xen.ScriptReader.Part;
import io.streamspec.xen.libxc.LibxcReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated JavaScript finds in streams what is in them, and reports what is wrong with them instead of failing. */
class ScriptReaderTest {

    private static final int HEADERS = 40;
    private static ScriptReader reader;

    @BeforeAll
    static void load() {
        reader = new ScriptReader();
    }

    @AfterAll
    static void unload() {
        reader.close();
    }

    static Stream<String> streams() {
        return HexStream.lines("README.md").stream()
                .filter(line -> line.matches("\\| `(lib|hvm|xenstore).*"))
                .map(line -> line.split("`")[1]);
    }

    /** Of an HVM context the first octets do not tell what it is, since it has no header. */
    private static List<Part> read(String name) {
        return reader.read(HexStream.octets(name + ".hex"), name.startsWith("hvm") ? "hvm-context" : "");
    }

    @ParameterizedTest
    @MethodSource("streams")
    void a_golden_stream_is_found_to_hold_what_is_listed_beside_it(String name) {
        List<Part> found = read(name);
        List<Expected> expected = Expected.read(name + ".expected");
        assertThat(found.stream().map(part -> "0x%04X %s".formatted(part.number("offset"), part.text("name"))))
                .containsExactlyElementsOf(expected.stream()
                        .map(part -> "0x%04X %s".formatted(part.offset(), part.name()))
                        .toList());
        for (int i = 0; i < found.size(); i++) {
            Part part = found.get(i);
            expected.get(i).length().ifPresent(length -> assertThat(part.number("length"))
                    .isEqualTo(length));
            assertThat(part.broken()).as(part.text("name")).isEmpty();
            assertThat(expected.get(i).fields()).allSatisfy(field -> check(part, field));
        }
    }

    private static void check(Part part, String field) {
        int gap = field.indexOf(' ');
        String path = field.substring(0, gap);
        String text = field.substring(gap + 1).strip();
        if (part.text("name").equals("unknown") && path.equals("type")) {
            assertThat(part.integer("type")).isEqualTo(number(text));
            return;
        }
        Part row = part.at(path);
        if (row.has("octetsShown")) {
            byte[] octets = HexStream.value(text);
            assertThat(row.number("count")).isEqualTo(octets.length);
            assertThat(row.octets()).isEqualTo(Arrays.copyOf(octets, Math.min(octets.length, 64)));
        } else if (row.has("text")) {
            assertThat('"' + row.text("text") + '"').isEqualTo(text);
        } else if (row.has("symbol")) {
            assertThat(row.text("symbol").toLowerCase(Locale.ROOT)).isEqualTo(text.toLowerCase(Locale.ROOT));
        } else {
            assertThat(row.integer("value")).isEqualTo(number(text));
        }
    }

    private static BigInteger number(String text) {
        return text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text);
    }

    @ParameterizedTest
    @CsvSource({
        "xl-v2-smallest, header header LIBXC_CONTEXT image_header domain_header STATIC_DATA_END END END",
        "xl-legacy, header",
        "libvirt-v1, header",
        "xenopsd-hvm, signature XENOPS LIBXC image_header domain_header STATIC_DATA_END END QEMU_TRAD SWTPM END_OF_IMAGE",
        "xenopsd-smallest, signature END_OF_IMAGE"
    })
    void what_headers_announce_is_read_behind_them(String name, String parts) {
        List<Part> found = reader.read(HexStream.octets("outer/" + name + ".hex"));
        assertThat(found).extracting(part -> part.text("name")).containsExactly(parts.split(" "));
        assertThat(found).allSatisfy(part -> assertThat(part.broken()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"xl-v2-config", "xl-v2-big-endian", "libvirt-v2"})
    void all_of_a_saved_machine_is_sound(String name) {
        List<Part> found = reader.read(HexStream.octets("outer/" + name + ".hex"));
        assertThat(found).hasSizeGreaterThan(10).allSatisfy(part -> assertThat(part.broken())
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-v3-smallest", "libxl-v2-hvm"})
    void a_stream_cut_off_anywhere_is_shown_up_to_there_and_said_to_be(String name) {
        byte[] sound = HexStream.octets(name + ".hex");
        List<Part> whole = reader.read(sound);
        for (int length = 0; length < sound.length; length += length < 160 ? 1 : 531) {
            List<Part> found = reader.read(Arrays.copyOf(sound, length));
            assertThat(found.size()).isLessThanOrEqualTo(whole.size());
            boolean isBetween = false;
            for (Part part : whole) {
                isBetween |= part.number("offset") == length;
            }
            boolean isTold = found.stream().anyMatch(part -> !part.broken().isEmpty());
            assertThat(isTold || isBetween).as("octets " + length).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxl-v2-hvm", "libxc-v3-pv-32"})
    void any_change_of_an_octet_is_read_or_reported(String name) {
        byte[] sound = HexStream.octets(name + ".hex");
        for (int at = 0; at < sound.length; at += at < 160 ? 5 : 797) {
            for (int value : new int[] {0x80, 0xFF}) {
                byte[] changed = sound.clone();
                changed[at] = (byte) value;
                assertThat(reader.read(changed)).isNotEmpty().hasSizeLessThan(1 + sound.length / 8);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, page_data.layout",
        "7, page_data.layout",
        "0x07FFFFFF, order.complete",
        "0x7FFFFFFF, records.body_length.limit",
        "0xFFFFFFFF, records.body_length.limit"
    })
    void lengths_that_lie_are_reported(String length, String rule) {
        byte[] octets = pageData(1, 1);
        ByteBuffer.wrap(octets).putInt(HEADERS + 8 + 4, Integer.reverseBytes((int) (long) Long.decode(length)));
        assertThat(reader.read(octets))
                .anySatisfy(part -> assertThat(part.broken()).contains(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0x10000000", "0x20000001", "0x7FFFFFFF", "0x80000000", "0xFFFFFFFF"})
    void counts_beyond_the_body_are_reported(String count) {
        byte[] octets = pageData(1, 1);
        ByteBuffer.wrap(octets).putInt(HEADERS + 16, Integer.reverseBytes((int) (long) Long.decode(count)));
        List<Part> found = reader.read(octets);
        assertThat(found.get(3).broken()).contains("page_data.layout");
        assertThat(found.get(4).text("name")).as("the next record").isEqualTo("END");
    }

    @Test
    void of_a_long_body_its_beginning_is_read_and_the_next_record_is_found() {
        List<Part> found = reader.read(pageData(1000, 1000));
        Part batch = found.get(3);
        assertThat(batch.broken()).isEmpty();
        assertThat(batch.at("pfn").number("count")).isEqualTo(1000);
        assertThat(batch.at("pfn").parts("rows")).hasSizeLessThan(100);
        assertThat(batch.at("page_data").number("count")).isEqualTo(1000);
        assertThat(batch.at("page_data").number("octets")).isEqualTo(4096 * 1000);
        assertThat(found.get(4).text("name")).isEqualTo("END");
    }

    @Test
    void every_link_has_a_place_on_the_pages() {
        List<String> pages = ScriptReader.pages();
        List<String> anchors = streams()
                .flatMap(name -> read(name).stream())
                .flatMap(ScriptReaderTest::anchors)
                .distinct()
                .toList();
        assertThat(anchors).hasSizeGreaterThan(70).allSatisfy(anchor -> assertThat(pages)
                .anyMatch(page -> page.contains("id=\"" + anchor + "\"")));
    }

    private static Stream<String> anchors(Part part) {
        Stream<String> own =
                Stream.of("anchor", "symbolAnchor").filter(part::has).map(part::text);
        return Stream.concat(own, part.parts("rows").stream().flatMap(ScriptReaderTest::anchors));
    }

    @Test
    void the_same_rules_are_broken_as_generated_checks_say() throws IOException {
        byte[] octets = HexStream.octets("libxc-v3-pv-32.hex");
        octets[0x13] = 1; // reserved octets of the image header
        octets[0x28 + 8] = 5; // guest_width
        octets[0x70 + 12] = 1; // reserved octets of PAGE_DATA
        octets[0x70 + 8 + 8 + 6] = 1; // reserved bits of its first pfn
        Validation validation = Validation.strict();
        LibxcReader codec = LibxcReader.from(new ByteArrayInputStream(octets));
        codec.validate(validation);
        while (codec.advance()) {
            codec.length();
        }
        List<String> expected = validation.violations().stream()
                .map(Violation::rule)
                .filter(rule -> !rule.startsWith("order."))
                .toList();
        assertThat(expected).hasSizeGreaterThan(4);
        assertThat(reader.read(octets).stream().flatMap(part -> part.broken().stream()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** An image with a batch of {@code count} pages, of which {@code pages} are there. */
    private static byte[] pageData(int count, int pages) {
        byte[] smallest = HexStream.octets("libxc-v3-smallest.hex");
        int length = 8 + 8 * count + 4096 * pages;
        ByteBuffer octets = ByteBuffer.allocate(smallest.length + 8 + length).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        octets.put(smallest, 0, HEADERS + 8);
        octets.putInt(1).putInt(length).putInt(count).putInt(0);
        octets.position(HEADERS + 16 + length);
        octets.put(smallest, HEADERS + 8, smallest.length - HEADERS - 8);
        return octets.array();
    }
}
