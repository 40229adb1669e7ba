package io.streamspec.write.html;

import io.streamspec.model.BitRange;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.Optional;

/** Where it is said what a value means: for values with names, at the list of them. */
final class Meanings {

    private final Specification specification;

    Meanings(Specification specification) {
        this.specification = specification;
    }

    /** The anchor of the value called {@code name} of the field or the bits at {@code path}, such as {@code pfn[0].type}. */
    Optional<String> of(Structure structure, String path, String name) {
        List<String> names = List.of(path.replaceAll("\\[[^\\]]*]", "").split("\\."));
        return enumeration(structure, names)
                .map(specification::enumeration)
                .filter(values ->
                        values.values().stream().anyMatch(value -> value.name().equals(name)))
                .map(values -> values.name() + "." + name);
    }

    private Optional<String> enumeration(Structure structure, List<String> path) {
        Optional<FieldType> type = structure.field(path.get(0)).map(Field::type).map(FieldType::element);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        List<String> rest = path.subList(1, path.size());
        if (type.get() instanceof FieldType.Enumerated enumerated && rest.isEmpty()) {
            return Optional.of(enumerated.enumeration());
        } else if (type.get() instanceof FieldType.Composite composite && !rest.isEmpty()) {
            return enumeration(specification.structure(composite.structure()), rest);
        } else if (type.get() instanceof FieldType.Flags flags && rest.size() == 1) {
            return flags.bits().stream()
                    .filter(range -> range.name().equals(rest.get(0)))
                    .findFirst()
                    .flatMap(BitRange::enumeration);
        }
        return Optional.empty();
    }
}
