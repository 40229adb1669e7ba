package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.BitRange;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import io.streamspec.testing.Specs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drawings say what the model says. */
class DiagramTest {

    private static final Span NOWHERE = SourceText.of("random.pandoc", "").span(0, 0);

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void drawings_of_our_documents_give_back_every_offset_size_and_bit(String name) {
        assertDrawn(Specs.read(Specs.own(name), Optional.empty()).model(), 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void so_do_those_of_upstream_documents(String name) {
        assertDrawn(Specs.read(Specs.upstream(name), Optional.empty()).model(), 8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 16, 32})
    void so_do_those_of_random_structures(int perRow) {
        Random random = new Random(perRow);
        List<Structure> structures = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            structures.add(structure("s" + i, random));
        }
        assertDrawn(specification(structures, perRow), 60);
    }

    private static void assertDrawn(Specification specification, int atLeast) {
        Document page = Jsoup.parse(HtmlWriter.write(Site.of(List.of(specification)), new Diagnostics())
                .get(0)
                .text());
        List<Structure> drawn = specification.sections().stream()
                .flatMap(section -> section.contents().stream())
                .filter(Section.Content.Diagram.class::isInstance)
                .map(content -> specification.structure(
                        ((Section.Content.Diagram) content).structures().get(0)))
                .toList();
        assertDrawn(page.select(".diagram:not(.for-narrow) svg"), specification, drawn);
        assertDrawn(page.select(".diagram:not(.for-wide) svg"), specification, drawn);
        assertThat(drawn).hasSizeGreaterThanOrEqualTo(atLeast);
    }

    private static void assertDrawn(List<Element> drawings, Specification specification, List<Structure> drawn) {
        assertThat(drawings).hasSameSizeAs(drawn);
        for (int i = 0; i < drawn.size(); i++) {
            List<Placement.Placed> fields = Placement.of(specification).fields(drawn.get(i));
            assertFields(drawings.get(i), fields);
            assertBits(drawings.get(i), specification, drawn.get(i));
            assertThat(drawings.get(i).selectFirst("desc").text()).isEqualTo(DiagramWords.description(fields));
            for (Element link : drawings.get(i).select("a")) {
                assertThat(link.ownerDocument().getElementById(link.attr("href").substring(1)))
                        .as(link.attr("href"))
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 8, 16})
    void long_rows_are_drawn_once_more_for_narrow_windows_with_four_octets_each(int perRow) {
        Specification specification = specification(List.of(structure("s", new Random(1))), perRow);
        Element page = Jsoup.parse(HtmlWriter.write(Site.of(List.of(specification)), new Diagnostics())
                .get(0)
                .text());
        List<Integer> octets = page.select(".diagram svg").stream()
                .map(svg -> DrawnStructures.ticks(svg).size())
                .toList();
        assertThat(octets).isEqualTo(perRow > 4 ? List.of(perRow, 4) : List.of(perRow));
        assertThat(page.select(".diagram svg").last().attr("viewBox")).matches("0 0 37\\d \\d+");
    }

    @Test
    void bits_stand_under_the_field_that_they_are_of_also_where_it_is_higher_than_a_row() {
        BitRange all = new BitRange("all", 0, 63, false, Optional.empty(), List.of(), "", NOWHERE);
        Field flags = field("flags", new FieldType.Flags(8, List.of(all)));
        Structure structure = structure("s", List.of(flags, field("next", scalar(4))));
        Element page =
                Jsoup.parse(HtmlWriter.write(Site.of(List.of(specification(List.of(structure), 8))), new Diagnostics())
                        .get(0)
                        .text());
        assertThat(page.select(".for-narrow [role=row]").eachText())
                .satisfiesExactly(
                        row -> assertThat(row).contains("flags", "8 octets"),
                        row -> assertThat(row).contains("bits of flags", "63–0"),
                        row -> assertThat(row).contains("0x08", "next"));
    }

    private static void assertFields(Element svg, List<Placement.Placed> expected) {
        List<DrawnStructures.Drawn> fields = DrawnStructures.fields(svg);
        assertThat(fields.stream().map(DrawnStructures.Drawn::field).toList())
                .isEqualTo(
                        expected.stream().map(placed -> placed.field().name()).toList());
        for (int i = 0; i < fields.size(); i++) {
            DrawnStructures.Drawn drawn = fields.get(i);
            assertThat(drawn.offset())
                    .as(drawn.field())
                    .isEqualTo(expected.get(i).offset());
            if (drawn.offset().isPresent() || !drawn.hasGap()) {
                assertThat(drawn.size())
                        .as(drawn.field())
                        .isEqualTo(expected.get(i).size());
            }
        }
    }

    private static void assertBits(Element svg, Specification specification, Structure structure) {
        Map<String, String> expected = new LinkedHashMap<>();
        for (Field field : structure.fields()) {
            FieldType type = field.type() instanceof FieldType.Array array ? array.element() : field.type();
            addBits(expected, structure, field, type);
            if (type instanceof FieldType.Composite composite
                    && composite.structure().startsWith(structure.name() + ".")) {
                Structure element = specification.structure(composite.structure());
                element.fields().forEach(member -> addBits(expected, element, member, member.type()));
            }
        }
        assertThat(DrawnStructures.bits(svg)).containsExactlyInAnyOrderEntriesOf(expected);
    }

    private static void addBits(Map<String, String> bits, Structure structure, Field field, FieldType type) {
        if (type instanceof FieldType.Flags flags) {
            for (BitRange range : flags.bits()) {
                String id = "#" + structure.name() + "." + field.name() + "." + FieldRows.name(range);
                bits.put(id, range.high() + "-" + range.low());
            }
        }
    }

    /** What is written into a cell fits, in a font of the width that monospaced fonts have. */
    @Test
    void labels_stay_inside_their_cells() {
        Random random = new Random(5);
        Structure structure = structure("s", random);
        Specification specification = specification(List.of(structure), 16);
        Element page = Jsoup.parse(HtmlWriter.write(Site.of(List.of(specification)), new Diagnostics())
                .get(0)
                .text());
        assertThat(page.select("[role=cell] rect")).hasSizeGreaterThan(5);
        for (Element cell : page.select("[role=cell]:not(.gap):has(rect)")) {
            double width = Double.parseDouble(cell.selectFirst("rect").attr("width"));
            boolean bits = cell.parent().hasClass("bits");
            for (Element text : cell.select("text")) {
                boolean isNote = text.previousElementSibling().normalName().equals("text");
                double size = isNote ? (bits ? 13 : 12) : bits ? 12 : 15;
                assertThat(text.text().length() * size * 0.602)
                        .as(text.text())
                        .isLessThanOrEqualTo(Math.max(width, 24));
            }
        }
        assertThat(page.select(".legend li")).isNotEmpty();
    }

    private static Structure structure(String name, Random random) {
        List<Field> fields = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            String field = "a_long_field_name".substring(0, 2 + random.nextInt(15)) + i;
            fields.add(field(field, type(random)));
        }
        return structure(name, fields);
    }

    private static Structure structure(String name, List<Field> fields) {
        return new Structure(name, name, name, "", ByteOrder.BIG, fields, List.of(), List.of(), NOWHERE);
    }

    private static Field field(String name, FieldType type) {
        return new Field(name, Optional.empty(), type, Optional.empty(), "Text.", NOWHERE);
    }

    private static FieldType type(Random random) {
        int octets = 1 << random.nextInt(4);
        return switch (random.nextInt(8)) {
            case 0 -> new FieldType.Constant(octets, BigInteger.ONE, "1", List.of());
            case 1 -> new FieldType.Reserved(1 + random.nextInt(90));
            case 2 -> new FieldType.Flags(octets, bits(octets * 8, random));
            case 3 ->
                new FieldType.Array(
                        new FieldType.Scalar(octets, List.of(), Optional.empty()),
                        new Extent.Fixed(1 + random.nextInt(40)));
            case 4 -> new FieldType.Octets(new Extent.Fixed(1 + random.nextInt(100)));
            case 5 -> random.nextInt(3) == 0 ? new FieldType.Text(new Extent.Terminated(0)) : scalar(octets);
            default -> scalar(octets);
        };
    }

    private static FieldType scalar(int octets) {
        return new FieldType.Scalar(octets, List.of(), Optional.empty());
    }

    private static List<BitRange> bits(int bits, Random random) {
        List<BitRange> ranges = new ArrayList<>();
        for (int low = 0; low < bits; ) {
            int high = Math.min(bits - 1, low + random.nextInt(1 + bits / 2));
            boolean reserved = random.nextInt(3) == 0;
            String name = reserved ? "reserved" : "flag_" + low;
            ranges.add(new BitRange(name, low, high, reserved, Optional.empty(), List.of(), "", NOWHERE));
            low = high + 1;
        }
        return ranges;
    }

    private static Specification specification(List<Structure> structures, int perRow) {
        List<Section> sections = structures.stream()
                .map(structure -> new Section(
                        1,
                        structure.name(),
                        structure.name(),
                        List.of(new Section.Content.Diagram(List.of(structure.name()), perRow, NOWHERE)),
                        NOWHERE))
                .toList();
        return new Specification(
                "random",
                "random",
                "Random",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                sections,
                structures,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                NOWHERE);
    }
}
