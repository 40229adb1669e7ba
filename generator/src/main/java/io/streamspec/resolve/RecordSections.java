package io.streamspec.resolve;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins the record types that the frame's type field lists to the sections that draw their bodies. */
final class RecordSections {

    private final Symbols symbols;
    private final Diagnostics diagnostics;
    private final Map<String, List<String>> structuresByAnchor = new LinkedHashMap<>();

    private RecordSections(Symbols symbols, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** Adds records and structures to {@code symbols}; returns the structures of each section, by its anchor. */
    static Map<String, List<String>> join(
            List<DrawnSection> sections, Optional<Enumeration> types, Symbols symbols, Diagnostics diagnostics) {
        RecordSections joiner = new RecordSections(symbols, diagnostics);
        List<Enumeration.Value> values = types.map(Enumeration::values).orElse(List.of());
        Set<String> names = new LinkedHashSet<>();
        values.forEach(value -> names.add(value.name()));
        Map<String, String> bodies = new LinkedHashMap<>();
        for (DrawnSection section : sections) {
            section.structure().ifPresent(structure -> joiner.addSection(section, structure, names, bodies));
        }
        values.forEach(value -> joiner.addRecord(value, bodies));
        return joiner.structuresByAnchor;
    }

    private void addRecord(Enumeration.Value value, Map<String, String> bodies) {
        Optional<String> body = Optional.ofNullable(bodies.get(value.name()));
        if (body.isEmpty()) {
            diagnostics.report(Faults.RECORD_WITHOUT_SECTION
                    .at(value.span(), "no section draws the body of the record '%s'", value.name())
                    .hint(
                            "add a section headed '%s' with a diagram; an empty box stands for an empty body",
                            value.name()));
        }
        boolean deprecated = value.note().toLowerCase(Locale.ROOT).contains("deprecated");
        symbols.add(new RecordKind(
                value.value().longValue(),
                value.last().longValue(),
                value.name(),
                body,
                deprecated,
                value.note(),
                Optional.empty(),
                Optional.empty(),
                value.span()));
    }

    private void addSection(DrawnSection section, Structure structure, Set<String> types, Map<String, String> bodies) {
        List<String> records = recordNames(section, types);
        List<String> names = new ArrayList<>();
        for (String record : records) {
            String name = Words.snake(record);
            addStructure(renamed(structure, name));
            section.elements().forEach(element -> addStructure(renamed(element, name + suffix(element))));
            bodies.put(record, name);
            names.add(name);
        }
        if (records.isEmpty()) {
            addStructure(structure);
            section.elements().forEach(this::addStructure);
            names.add(structure.name());
        }
        structuresByAnchor.put(section.part().anchor(), names);
    }

    private void addStructure(Structure structure) {
        Optional<Structure> same = symbols.structureCalled(structure.name());
        if (same.isPresent()) {
            diagnostics.report(Faults.STRUCTURE_DUPLICATE
                    .at(structure.span(), "a second structure is called '%s'", structure.name())
                    .hint("give its section another heading")
                    .seeAlso(same.get().span(), "the other is here"));
            return;
        }
        symbols.add(structure);
    }

    /** {@code A_B_ONE, TWO, THREE} names the records A_B_ONE, A_B_TWO and A_B_THREE. */
    private List<String> recordNames(DrawnSection section, Set<String> known) {
        String title = Words.withoutRemark(section.part().title());
        List<String> records = new ArrayList<>();
        String first = title.split(",", 2)[0].strip();
        for (String part : title.split(",")) {
            Optional<String> record = expanded(part.strip(), first, known);
            record.ifPresent(records::add);
            boolean looksLikeOne = Words.isConstantName(part.strip()) && !known.isEmpty();
            if (record.isEmpty() && looksLikeOne) {
                diagnostics.report(Faults.SECTION_WITHOUT_TYPE
                        .at(section.part().heading(), "no record type is called '%s'", part.strip())
                        .hint(Words.nearest(part.strip(), List.copyOf(known))
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("add it to the values of the frame's type field")
                                .replace("%", "%%")));
            }
        }
        return records;
    }

    private static Optional<String> expanded(String part, String first, Set<String> known) {
        if (known.contains(part)) {
            return Optional.of(part);
        }
        for (int at = first.lastIndexOf('_'); at > 0; at = first.lastIndexOf('_', at - 1)) {
            String whole = first.substring(0, at + 1) + part;
            if (known.contains(whole)) {
                return Optional.of(whole);
            }
        }
        return Optional.empty();
    }

    private static String suffix(Structure element) {
        return element.name().substring(element.name().lastIndexOf('.'));
    }

    /** Records that share a diagram get a structure each, whose own expressions speak of itself. */
    private static Structure renamed(Structure structure, String name) {
        List<Field> fields = structure.fields().stream()
                .map(field -> field.withType(renamed(field.type(), structure.name(), name)))
                .toList();
        return structure.withName(name).withFields(fields);
    }

    private static FieldType renamed(FieldType type, String from, String to) {
        if (type instanceof FieldType.Composite composite
                && composite.structure().startsWith(from + ".")) {
            return new FieldType.Composite(to + composite.structure().substring(from.length()));
        } else if (type instanceof FieldType.Array array) {
            Extent extent = array.extent();
            if (extent instanceof Extent.Computed computed
                    && computed.count() instanceof Expression.FieldValue value
                    && value.structure().equals(from)) {
                extent = new Extent.Computed(new Expression.FieldValue(to, value.field(), value.bits()));
            }
            return new FieldType.Array(renamed(array.element(), from, to), extent);
        }
        return type;
    }
}
