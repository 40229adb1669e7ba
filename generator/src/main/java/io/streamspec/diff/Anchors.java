package io.streamspec.diff;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.LinkedHashSet;
import java.util.Set;

/** The anchors that the page of a specification has by its model, in order. Reserved octets and bits have none to keep. */
final class Anchors {

    private final Set<String> anchors = new LinkedHashSet<>();

    private Anchors() {}

    static Set<String> of(Specification specification) {
        Anchors all = new Anchors();
        specification.sections().stream()
                .filter(section -> section.level() > 0)
                .map(Section::anchor)
                .forEach(all.anchors::add);
        specification.structures().forEach(all::add);
        specification.enumerations().forEach(all::add);
        Rules.of(specification).stream().map(Rule::id).map(id -> "rule." + id).forEach(all.anchors::add);
        return all.anchors;
    }

    private void add(Structure structure) {
        structure.fields().stream()
                .filter(field -> !field.isIgnored())
                .forEach(field -> add(structure.name() + "." + field.name(), field));
    }

    private void add(String anchor, Field field) {
        anchors.add(anchor);
        FieldType type = field.type().element();
        if (type instanceof FieldType.Flags flags) {
            flags.bits().stream()
                    .filter(bits -> !bits.reserved())
                    .map(BitRange::name)
                    .forEach(bits -> anchors.add(anchor + "." + bits));
        }
    }

    private void add(Enumeration enumeration) {
        enumeration.values().forEach(value -> anchors.add(enumeration.name() + "." + value.name()));
    }
}
