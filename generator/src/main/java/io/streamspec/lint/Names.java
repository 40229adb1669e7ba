package io.streamspec.lint;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import io.streamspec.model.Structure;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** All that has a name in a specification. Case does not count. */
final class Names {

    private final Set<String> known = new HashSet<>();
    private final Set<String> written = new HashSet<>();

    private Names() {}

    static Names of(Specification model) {
        Names names = new Names();
        names.add(model.name());
        names.add(model.shortName());
        for (Structure structure : model.structures()) {
            names.add(structure.name());
            structure.fields().forEach(names::add);
            structure.definitions().forEach(definition -> names.add(definition.name()));
        }
        model.enumerations().stream().map(Enumeration::name).forEach(names::add);
        model.enumerations().stream()
                .flatMap(enumeration -> enumeration.values().stream())
                .map(Enumeration.Value::name)
                .forEach(names::add);
        model.records().stream().map(RecordKind::name).forEach(names::add);
        model.streams().stream().map(StreamGrammar::name).forEach(names::add);
        return names;
    }

    private void add(Field field) {
        add(field.name());
        add(field.label());
        field.symbol().ifPresent(this::add);
        bits(field.type()).stream().map(BitRange::name).forEach(this::add);
    }

    /** The bits of a field of this type, or of its elements. */
    static List<BitRange> bits(FieldType type) {
        FieldType element = type.element();
        return element instanceof FieldType.Flags flags ? flags.bits() : List.of();
    }

    private void add(String name) {
        written.add(name);
        known.add(name.toLowerCase(Locale.ROOT));
    }

    /** All names as the document writes them. */
    Stream<String> written() {
        return written.stream();
    }

    boolean contains(String name) {
        return known.contains(name.toLowerCase(Locale.ROOT));
    }
}
