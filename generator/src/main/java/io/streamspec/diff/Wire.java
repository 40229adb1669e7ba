package io.streamspec.diff;

import io.streamspec.model.BitRange;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which parts of a specification say what streams look like: what is only drawn or defined changes no stream. */
final class Wire {

    private final Specification specification;
    private final Map<String, Structure> named = new HashMap<>();
    private final Set<String> structures = new HashSet<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private final Set<String> definitions = new HashSet<>();

    private Wire(Specification specification) {
        this.specification = specification;
        specification.structures().forEach(structure -> named.put(structure.name(), structure));
    }

    static Wire of(Specification specification) {
        Wire wire = new Wire(specification);
        wire.addStructures();
        specification.structures().stream()
                .filter(structure -> wire.has(structure.name()))
                .forEach(wire::addFields);
        specification.structures().forEach(wire::addExpressions);
        specification.streams().forEach(stream -> stream.when().ifPresent(wire::addExpression));
        return wire;
    }

    /** Whether streams have this structure: as a header, a frame, a body, or in one of these. */
    boolean has(String structure) {
        return structures.contains(structure);
    }

    /** Whether a field of streams takes the enumeration's values and no others. */
    boolean isClosed(String enumeration) {
        return closed.contains(enumeration);
    }

    /** Whether a field of streams takes the enumeration's values and others. */
    boolean isOpen(String enumeration) {
        return open.contains(enumeration);
    }

    /** Whether anything is computed with the definition. */
    boolean uses(String structure, String definition) {
        return definitions.contains(structure + "." + definition);
    }

    private void addStructures() {
        Deque<String> found = new ArrayDeque<>(specification.headers());
        specification.framing().ifPresent(framing -> found.add(framing.structure()));
        specification.records().forEach(kind -> kind.structure().ifPresent(found::add));
        if (specification.framing().isEmpty()) {
            specification.structures().forEach(structure -> found.add(structure.name()));
        }
        while (!found.isEmpty()) {
            String name = found.remove();
            Structure structure = named.get(name);
            if (structures.add(name) && structure != null) {
                structure.fields().forEach(field -> addParts(field.type(), found));
            }
        }
    }

    private static void addParts(FieldType type, Deque<String> found) {
        if (type instanceof FieldType.Composite composite) {
            found.add(composite.structure());
        } else if (type instanceof FieldType.Array array) {
            addParts(array.element(), found);
        }
    }

    private void addFields(Structure structure) {
        for (Field field : structure.fields()) {
            FieldType type = field.type();
            while (type instanceof FieldType.Array array) {
                type = array.element();
            }
            if (type instanceof FieldType.Enumerated enumerated) {
                (enumerated.open() ? open : closed).add(enumerated.enumeration());
            } else if (type instanceof FieldType.Flags flags) {
                flags.bits().stream().map(BitRange::enumeration).forEach(named -> named.ifPresent(closed::add));
            }
        }
    }

    private void addExpressions(Structure structure) {
        structure.definitions().forEach(definition -> addExpression(definition.value()));
        structure.constraints().forEach(rule -> addExpression(rule.condition()));
        for (Field field : structure.fields()) {
            field.when().ifPresent(this::addExpression);
            expressions(field.type()).forEach(this::addExpression);
        }
    }

    private void addExpression(Expression expression) {
        expression.leaves().stream()
                .filter(Expression.Defined.class::isInstance)
                .map(Expression.Defined.class::cast)
                .forEach(defined -> definitions.add(defined.structure() + "." + defined.name()));
    }

    private static List<Expression> expressions(FieldType type) {
        List<Expression> found = new ArrayList<>();
        if (type instanceof FieldType.Array array) {
            found.addAll(expressions(array.element()));
            found.addAll(expressions(array.extent()));
        } else if (type instanceof FieldType.Octets octets) {
            found.addAll(expressions(octets.extent()));
        } else if (type instanceof FieldType.Text text) {
            found.addAll(expressions(text.extent()));
        }
        return found;
    }

    private static List<Expression> expressions(Extent extent) {
        if (extent instanceof Extent.Computed computed) {
            return List.of(computed.count());
        }
        return extent instanceof Extent.ForEach each ? each.where().stream().toList() : List.of();
    }
}
