package io.streamspec.write.html;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of tables of fields and values. */
final class FieldRows {

    private final Specification specification;
    private final Placement placement;
    private final ProseRenderer prose;
    private final Anchors anchors;
    private final Map<String, String> since;
    private final JavaClasses java;

    /** Rows of {@code specification}; {@code since} is the revision that brought an anchor, where that is known. */
    FieldRows(
            Specification specification,
            ProseRenderer prose,
            Anchors anchors,
            Map<String, String> since,
            JavaClasses java) {
        this.since = since;
        this.java = java;
        this.specification = specification;
        this.placement = Placement.of(specification);
        this.prose = prose;
        this.anchors = anchors;
    }

    /** Rows for structures of one layout; the first of them speaks for all. */
    List<Page.FieldRow> of(List<Structure> structures) {
        Structure structure = structures.get(0);
        List<Page.FieldRow> fields = new ArrayList<>();
        for (Placement.Placed placed : placement.fields(structure)) {
            String field = "." + placed.field().name();
            List<String> others = structures.stream()
                    .skip(1)
                    .map(other -> anchors.claim(other.name() + field))
                    .toList();
            fields.add(row(structure, placed, others));
        }
        return fields;
    }

    private Page.FieldRow row(Structure structure, Placement.Placed placed, List<String> others) {
        Field field = placed.field();
        String name = structure.name() + "." + field.name();
        FieldType element = field.type().element();
        boolean own = element instanceof FieldType.Composite composite
                && composite.structure().startsWith(structure.name() + ".");
        String id = anchors.claim(name);
        return new Page.FieldRow(
                id,
                field.label()
                        + field.symbol().map(symbol -> " (" + symbol + ")").orElse(""),
                number(placed.offset()),
                placed.offset().isPresent()
                        ? FieldWords.hexadecimal(placed.offset().getAsLong())
                        : "",
                number(placed.size()),
                typeWords(FieldWords.type(field, structure.name()), elsewhere(name, element, own)),
                FieldWords.byteOrder(field, structure.byteOrder()),
                others,
                prose.blocks(Descriptions.unwrapped(field.description())),
                details(name, element),
                Optional.ofNullable(since.get(name))
                        .filter(revision -> !revision.equals(since.get(structure.anchor()))),
                java.of(structure.name(), field.name()),
                own && element instanceof FieldType.Composite composite
                        ? of(List.of(specification.structure(composite.structure())))
                        : List.of());
    }

    /** The words of a type, in which the name of what is described elsewhere leads there. */
    private static Page.TypeWords typeWords(String words, Optional<Page.Reference> elsewhere) {
        if (elsewhere.isEmpty()) {
            return new Page.TypeWords(words, elsewhere, "");
        }
        String name = elsewhere.get().words();
        String named = words.replace("one of the values below", "one of " + name);
        Matcher found = Pattern.compile("(?:^|one of |array of )(?=" + Pattern.quote(name) + ")")
                .matcher(named);
        int at = found.find() ? found.end() : named.length();
        String after = named.substring(Math.min(named.length(), at + name.length()));
        return new Page.TypeWords(named.substring(0, at), elsewhere, after);
    }

    /** Where the values of an enumeration or the fields of an element are described, if not in the row itself. */
    private Optional<Page.Reference> elsewhere(String name, FieldType type, boolean own) {
        if (type instanceof FieldType.Enumerated enumerated) {
            Enumeration enumeration = specification.enumeration(enumerated.enumeration());
            String home = home(enumeration);
            return home.equals(name)
                    ? Optional.empty()
                    : Optional.of(new Page.Reference(home.isEmpty() ? enumeration.anchor() : home, enumeration.name()));
        } else if (type instanceof FieldType.Composite composite && !own) {
            Structure structure = specification.structure(composite.structure());
            return Optional.of(new Page.Reference(structure.anchor(), structure.name()));
        }
        return Optional.empty();
    }

    private List<Page.ValueRow> details(String id, FieldType type) {
        if (type instanceof FieldType.Enumerated enumerated) {
            Enumeration enumeration = specification.enumeration(enumerated.enumeration());
            return id.equals(home(enumeration)) ? values(enumeration) : List.of();
        } else if (type instanceof FieldType.Flags flags) {
            List<Page.ValueRow> rows = new ArrayList<>();
            for (BitRange range : flags.bits()) {
                rows.add(bits(id, range));
            }
            return rows;
        }
        return List.of();
    }

    /** The one field that lists the values; others refer to it, and all of them to the table of values if there is one. */
    private String home(Enumeration enumeration) {
        boolean hasTable = specification.sections().stream()
                .flatMap(section -> section.contents().stream())
                .anyMatch(content -> content instanceof Section.Content.ValueTable table
                        && table.enumeration().equals(enumeration.name()));
        return hasTable ? "" : firstOf(enumeration);
    }

    private String firstOf(Enumeration enumeration) {
        return specification.structures().stream()
                .flatMap(structure -> structure.fields().stream()
                        .filter(field -> field.type() instanceof FieldType.Enumerated enumerated
                                && enumerated.enumeration().equals(enumeration.name()))
                        .map(field -> structure.name() + "." + field.name()))
                .findFirst()
                .orElse("");
    }

    private Page.ValueRow bits(String id, BitRange range) {
        String text = range.description().replaceFirst("^[^:]*:\\s*", "");
        String anchor = anchors.claim(id + "." + name(range));
        String values = range.enumeration()
                .map(name -> specification.enumeration(name).anchor())
                .orElse("");
        String words = Descriptions.beyond(range.reserved() ? "reserved" : range.name(), text);
        return new Page.ValueRow(anchor, numbers(range), range.name(), range.reserved(), prose.blocks(words), values);
    }

    /** What a range of bits is called in anchors. */
    static String name(BitRange range) {
        return range.reserved() ? "reserved_" + range.low() : range.name();
    }

    /** {@code bit 3} or {@code bits 63–60}. */
    static String numbers(BitRange range) {
        return range.low() == range.high() ? "bit " + range.low() : "bits " + range.high() + "–" + range.low();
    }

    /** Values and reserved ranges, in order of their numbers. */
    List<Page.ValueRow> values(Enumeration enumeration) {
        record Ordered(BigInteger from, Page.ValueRow row) {}
        List<Ordered> rows = new ArrayList<>();
        for (Enumeration.Value value : enumeration.values()) {
            String words = value.description().isEmpty() ? value.label() : value.description();
            rows.add(new Ordered(
                    value.value(),
                    new Page.ValueRow(
                            anchors.claim(enumeration.name() + "." + value.name()),
                            value.spelling(),
                            value.name(),
                            false,
                            prose.blocks(Descriptions.beyond(value.name(), words)),
                            target(enumeration, value))));
        }
        for (Enumeration.ReservedRange range : enumeration.reserved()) {
            rows.add(new Ordered(
                    range.from(),
                    new Page.ValueRow(
                            anchors.claim(enumeration.name() + ".reserved_" + hexadecimal(range.from())),
                            range.spelling(),
                            "reserved",
                            true,
                            prose.blocks(Descriptions.beyond("reserved", range.label())),
                            "")));
        }
        return rows.stream()
                .sorted(Comparator.comparing(Ordered::from))
                .map(Ordered::row)
                .toList();
    }

    private String target(Enumeration enumeration, Enumeration.Value value) {
        boolean types = specification.framing().isPresent()
                && specification.structure(specification.framing().get().structure()).fields().stream()
                        .anyMatch(field -> field.type() instanceof FieldType.Enumerated enumerated
                                && enumerated.enumeration().equals(enumeration.name()));
        return types
                ? specification.records().stream()
                        .filter(kind -> kind.name().equals(value.name()))
                        .flatMap(kind -> kind.structure().stream())
                        .map(structure -> specification.structure(structure).anchor())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String hexadecimal(BigInteger value) {
        return value.toString(16).toUpperCase(Locale.ROOT);
    }

    private static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }
}
