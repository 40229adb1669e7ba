package io.streamspec.write.markdown;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.write.html.FieldWords;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tables of fields and of values. */
final class FieldTables {

    private static final List<String> FIELDS = List.of("Offset", "Octets", "Field", "Type", "Description");
    private static final List<String> VALUES = List.of("Value", "Name", "Description");

    private final Specification specification;
    private final Placement placement;
    private final MarkdownProse prose;
    private final MarkdownAnchors anchors;

    FieldTables(Specification specification, MarkdownProse prose, MarkdownAnchors anchors) {
        this.specification = specification;
        this.placement = Placement.of(specification);
        this.prose = prose;
        this.anchors = anchors;
    }

    /** The fields of a structure, with bits, and with those of structures that are drawn inside of it. */
    String fields(Structure structure) {
        List<List<String>> rows = new ArrayList<>();
        add(structure, "", rows);
        return rows.isEmpty() ? "" : MarkdownText.table(FIELDS, rows);
    }

    private void add(Structure structure, String path, List<List<String>> rows) {
        for (Placement.Placed placed : placement.fields(structure)) {
            Field field = placed.field();
            String name = path + field.name();
            String id = anchors.place(structure.name() + "." + field.name());
            String symbol = field.symbol()
                    .map(letter -> " (" + MarkdownText.plain(letter) + ")")
                    .orElse("");
            rows.add(List.of(
                    placed.offset().isPresent() && path.isEmpty()
                            ? FieldWords.hexadecimal(placed.offset().getAsLong())
                            : "",
                    placed.size().isPresent() ? Long.toString(placed.size().getAsLong()) : "varies",
                    id + MarkdownText.code(name) + symbol,
                    MarkdownText.plain(FieldWords.type(field, structure.name())),
                    prose.cell(field.description())));
            FieldType element = element(field.type());
            if (element instanceof FieldType.Flags flags) {
                flags.bits().forEach(range -> rows.add(bits(structure, field, name, range)));
            } else if (element instanceof FieldType.Composite composite
                    && composite.structure().startsWith(structure.name() + ".")) {
                add(specification.structure(composite.structure()), name + ".", rows);
            }
        }
    }

    private static FieldType element(FieldType type) {
        return type instanceof FieldType.Array array ? element(array.element()) : type;
    }

    private List<String> bits(Structure structure, Field field, String path, BitRange range) {
        String number = range.width() == 1 ? "bit " + range.low() : "bits " + range.high() + "-" + range.low();
        String name = path + "." + (range.reserved() ? "reserved" : range.name());
        String id = range.reserved() ? "" : anchors.place(structure.name() + "." + field.name() + "." + range.name());
        List<String> words = new ArrayList<>(List.of(prose.cell(range.description())));
        range.enumeration().ifPresent(values -> words.add("One of the values of " + MarkdownText.code(values) + "."));
        range.meanings()
                .forEach(value -> words.add(MarkdownText.plain(value.spelling()) + ": " + prose.cell(value.label())));
        return List.of(
                "",
                number,
                id + MarkdownText.code(name),
                range.reserved() ? "zero" : "u" + range.width(),
                String.join(
                        "<br>", words.stream().filter(word -> !word.isEmpty()).toList()));
    }

    /** The enumerations whose values a table of fields of this structure has to explain. */
    Stream<Enumeration> enumerations(Structure structure) {
        return structure.fields().stream()
                .map(field -> element(field.type()))
                .flatMap(type -> {
                    if (type instanceof FieldType.Enumerated enumerated) {
                        return Stream.of(enumerated.enumeration());
                    } else if (type instanceof FieldType.Flags flags) {
                        return flags.bits().stream().flatMap(range -> range.enumeration().stream());
                    }
                    return Stream.<String>empty();
                })
                .distinct()
                .map(specification::enumeration);
    }

    /** The values of an enumeration, reserved ranges in between. */
    String values(Enumeration enumeration) {
        List<Ordered> rows = new ArrayList<>();
        for (Enumeration.Value value : enumeration.values()) {
            String label = value.label().equals(value.name()) ? "" : value.label();
            String words = Stream.of(prose.cell(label), prose.cell(value.description()))
                    .filter(text -> !text.isEmpty())
                    .reduce((a, b) -> a + "<br>" + b)
                    .orElse("");
            String id = anchors.place(enumeration.name() + "." + value.name());
            rows.add(new Ordered(
                    value.value(),
                    List.of(MarkdownText.code(value.spelling()), id + MarkdownText.code(value.name()), words)));
        }
        for (Enumeration.ReservedRange range : enumeration.reserved()) {
            rows.add(new Ordered(
                    range.from(),
                    List.of(MarkdownText.code(range.spelling()), "(reserved)", prose.cell(range.label()))));
        }
        rows.sort(Comparator.comparing(Ordered::value));
        return MarkdownText.table(VALUES, rows.stream().map(Ordered::cells).toList());
    }

    private record Ordered(BigInteger value, List<String> cells) {}
}
