package io.streamspec.write.html;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** The rows of tables of fields and values. */
final class FieldRows {

    private final Specification specification;
    private final Placement placement;
    private final ProseRenderer prose;

    FieldRows(Specification specification, ProseRenderer prose) {
        this.specification = specification;
        this.placement = Placement.of(specification);
        this.prose = prose;
    }

    List<Page.FieldRow> of(Structure structure) {
        return placement.fields(structure).stream()
                .map(placed -> row(structure, placed))
                .toList();
    }

    private Page.FieldRow row(Structure structure, Placement.Placed placed) {
        Field field = placed.field();
        String id = structure.name() + "." + field.name();
        FieldType element = field.type() instanceof FieldType.Array array ? array.element() : field.type();
        List<Page.FieldRow> members = element instanceof FieldType.Composite composite
                        && composite.structure().startsWith(structure.name() + ".")
                ? of(specification.structure(composite.structure()))
                : List.of();
        return new Page.FieldRow(
                id,
                field.label()
                        + field.symbol().map(symbol -> " (" + symbol + ")").orElse(""),
                number(placed.offset()),
                number(placed.size()),
                FieldWords.type(field, structure.name()),
                prose.blocks(field.description()),
                details(id, element),
                members);
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

    /** The one field that lists the values; others refer to them. */
    private String home(Enumeration enumeration) {
        return specification.structures().stream()
                .flatMap(structure -> structure.fields().stream()
                        .filter(field -> field.type() instanceof FieldType.Enumerated enumerated
                                && enumerated.enumeration().equals(enumeration.name()))
                        .map(field -> structure.name() + "." + field.name()))
                .findFirst()
                .orElse("");
    }

    private Page.ValueRow bits(String id, BitRange range) {
        String number = range.low() == range.high() ? "bit " + range.low() : "bits " + range.high() + "–" + range.low();
        String text = range.description().replaceFirst("^[^:]*:\\s*", "");
        String name = range.reserved() ? "reserved_" + range.low() : range.name();
        return new Page.ValueRow(id + "." + name, number, range.name(), range.reserved(), prose.blocks(text), "");
    }

    /** Values and reserved ranges, in order of their numbers. */
    List<Page.ValueRow> values(Enumeration enumeration) {
        record Ordered(BigInteger from, Page.ValueRow row) {}
        List<Ordered> rows = new ArrayList<>();
        for (Enumeration.Value value : enumeration.values()) {
            String words = value.description().isEmpty() ? value.label() : value.description();
            boolean repeats = words.equals(value.name());
            rows.add(new Ordered(
                    value.value(),
                    new Page.ValueRow(
                            enumeration.name() + "." + value.name(),
                            value.spelling(),
                            value.name(),
                            false,
                            prose.blocks(repeats ? "" : words),
                            target(enumeration, value))));
        }
        for (Enumeration.ReservedRange range : enumeration.reserved()) {
            rows.add(new Ordered(
                    range.from(),
                    new Page.ValueRow(
                            enumeration.name() + ".reserved_" + hexadecimal(range.from()),
                            range.spelling(),
                            "reserved",
                            true,
                            prose.blocks(range.label()),
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
        return value.isPresent() ? Long.toString(value.getAsLong()) : "varies";
    }
}
