package io.streamspec.write.imhex;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What structures need to know of earlier ones: variables that all see, set where the value is read. */
final class Globals {

    /** Where the octets end that fields up to the end may take. */
    static final String END = "end_of_body_g";

    /** A type for octets of any number, as elements of arrays. */
    static final String OCTETS = "octets_t";

    /** A type for text up to an octet, as elements of arrays. */
    static final String LINE = "text_t";

    /** A function: whether a value is in one of some ranges. */
    static final String WITHIN = "within_f";

    private final PatternNames names;
    private final Optional<String> given;
    private final Map<List<String>, String> variables = new LinkedHashMap<>();

    Globals(Specification specification, PatternNames names) {
        this.names = names;
        this.given = specification.preamble().given();
        names.global("end_of_body");
        names.type("octets");
        names.type("text");
        names.function("within");
        for (Structure structure : specification.structures()) {
            structure.definitions().forEach(definition -> add(structure, definition.value()));
            structure.fields().forEach(field -> expressions(field).forEach(value -> add(structure, value)));
        }
    }

    private void add(Structure structure, Expression expression) {
        for (Expression leaf : expression.leaves()) {
            if (leaf instanceof Expression.FieldValue value
                    && !value.structure().equals(structure.name())) {
                add(value.structure(), value.field());
            } else if (leaf instanceof Expression.Defined value
                    && !value.structure().equals(structure.name())) {
                add(value.structure(), value.name());
            }
        }
    }

    private void add(String structure, String name) {
        variables.computeIfAbsent(List.of(structure, name), key -> names.global(structure, name));
    }

    /** Whether others need a field or a definition of {@code structure}. */
    boolean has(String structure, String name) {
        return variables.containsKey(List.of(structure, name));
    }

    /** The variable for it. */
    String name(String structure, String name) {
        return variables.getOrDefault(List.of(structure, name), "0");
    }

    /** All variables that are set where something is read. */
    List<String> all() {
        return select(false);
    }

    /** The variables of what is not in the stream. */
    List<String> told() {
        return select(true);
    }

    private List<String> select(boolean isTold) {
        return variables.entrySet().stream()
                .filter(variable ->
                        isTold == given.equals(Optional.of(variable.getKey().get(0))))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** The expressions that decide where {@code field} ends. */
    static List<Expression> expressions(Field field) {
        List<Expression> all = new ArrayList<>();
        field.when().ifPresent(all::add);
        FieldType type = field.type();
        while (type instanceof FieldType.Array array) {
            add(array.extent(), all);
            type = array.element();
        }
        if (type instanceof FieldType.Octets octets) {
            add(octets.extent(), all);
        } else if (type instanceof FieldType.Text text) {
            add(text.extent(), all);
        }
        return all;
    }

    private static void add(Extent extent, List<Expression> all) {
        if (extent instanceof Extent.Computed computed) {
            all.add(computed.count());
        } else if (extent instanceof Extent.ForEach each) {
            each.where().ifPresent(all::add);
        }
    }
}
