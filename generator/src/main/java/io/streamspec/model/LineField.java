package io.streamspec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A field that a line of a layout block speaks of, and the range of its bits if it is about those. */
record LineField(Structure structure, Field field, Optional<BitRange> range) {

    /** What {@code line} names in {@code structures}, those that its section draws. */
    static List<LineField> of(Specification specification, List<Structure> structures, LayoutLine line) {
        List<String> parts = List.of(line.names().get(0).split("\\."));
        List<LineField> found = new ArrayList<>();
        for (Structure structure : structures) {
            boolean isNamed = parts.size() > 1
                    && specification.recordsOf(structure.name()).stream()
                            .anyMatch(kind -> kind.name().equals(parts.get(0)));
            List<String> rest = isNamed ? parts.subList(1, parts.size()) : parts;
            Optional<LineField> field = of(structure, rest);
            if (isNamed) {
                return field.map(List::of).orElse(List.of());
            }
            field.ifPresent(found::add);
        }
        return found;
    }

    private static Optional<LineField> of(Structure structure, List<String> name) {
        return structure
                .called(name.get(0))
                .or(() -> structure.field(RuleIds.snake(name.get(0))))
                .map(field -> new LineField(
                        structure, field, name.stream().skip(1).findFirst().flatMap(bits -> bits(field, bits))));
    }

    private static Optional<BitRange> bits(Field field, String name) {
        return field.type().element() instanceof FieldType.Flags flags
                ? flags.bits().stream()
                        .filter(range -> range.name().equals(name))
                        .findFirst()
                : Optional.empty();
    }

    /** What the field is, or each of its elements. */
    FieldType element() {
        return field.type().element();
    }

    /** {@code page_data.pfn.type}. */
    String path() {
        return structure.name() + "." + field.name()
                + range.map(bits -> "." + bits.name()).orElse("");
    }
}
