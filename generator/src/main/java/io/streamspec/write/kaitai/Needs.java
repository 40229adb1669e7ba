package io.streamspec.write.kaitai;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the types of a specification have to be given: derived from the expressions in them, and from those in their parts. */
final class Needs {

    private final Specification specification;
    private final Map<String, Set<Need>> known = new HashMap<>();

    Needs(Specification specification) {
        this.specification = specification;
    }

    /** What a structure needs, its parts included. */
    Set<Need> of(Structure structure) {
        Set<Need> needs = known.get(structure.name());
        if (needs == null) {
            needs = collect(structure);
            known.put(structure.name(), needs);
        }
        return needs;
    }

    /** What a value of {@code type} in {@code structure} needs to be read; its extent is worked out outside of it. */
    Set<Need> of(FieldType type, Structure structure) {
        if (type instanceof FieldType.Array array) {
            return of(array.element(), structure);
        } else if (type instanceof FieldType.Composite composite) {
            return of(specification.structure(composite.structure()));
        }
        return width(type) > 1 && follows(structure) ? Set.of(new Need.Order()) : Set.of();
    }

    /** Whether the structure's byte order is that of the stream, and known when it is read. */
    boolean follows(Structure structure) {
        return structure.byteOrder() == ByteOrder.STREAM && !isBeforeFlag(structure);
    }

    /** Whether the structure is read before, or while, the stream tells its byte order. */
    boolean isBeforeFlag(Structure structure) {
        int at = specification.headers().indexOf(structure.name());
        return structure.byteOrder() == ByteOrder.STREAM
                && at >= 0
                && specification
                        .endianFlag()
                        .filter(flag -> at <= specification.headers().indexOf(flag.structure()))
                        .isPresent();
    }

    /** The octets of a number; 0 of anything else. */
    static int width(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return width(array.element());
        } else if (type instanceof FieldType.Scalar scalar) {
            return scalar.octets();
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return enumerated.octets();
        } else if (type instanceof FieldType.Flags flags) {
            return flags.octets();
        }
        return type instanceof FieldType.Constant constant && !constant.isOctets() ? constant.octets() : 0;
    }

    /** The need that an expression without parts in {@code structure} has, if it stands for something elsewhere. */
    List<Need> ofLeaf(Expression leaf, Structure structure) {
        String other = leaf instanceof Expression.FieldValue field
                ? field.structure()
                : leaf instanceof Expression.Defined defined ? defined.structure() : structure.name();
        if (other.equals(structure.name())) {
            return List.of();
        }
        int place = specification.headers().indexOf(other);
        int own = specification.headers().indexOf(structure.name());
        if (place >= 0) {
            return own < 0 || place < own ? List.of(new Need.Header(other)) : List.of();
        }
        return own >= 0 || specification.recordsOf(other).isEmpty()
                ? List.of()
                : List.of(new Need.Earlier(other, leaf));
    }

    private Set<Need> collect(Structure structure) {
        Set<Need> needs = new LinkedHashSet<>();
        for (Field field : structure.fields()) {
            needs.addAll(of(field.type(), structure));
            expressions(field).forEach(expression -> addLeaves(expression, structure, needs));
        }
        structure.definitions().forEach(definition -> addLeaves(definition.value(), structure, needs));
        structure.constraints().stream()
                .filter(Structure.Constraint::must)
                .forEach(constraint -> addLeaves(constraint.condition(), structure, needs));
        return needs;
    }

    private void addLeaves(Expression expression, Structure structure, Set<Need> needs) {
        expression.leaves().forEach(leaf -> needs.addAll(ofLeaf(leaf, structure)));
    }

    /** The expressions that decide how {@code field} is read. */
    static List<Expression> expressions(Field field) {
        List<Expression> expressions = new ArrayList<>();
        field.when().ifPresent(expressions::add);
        FieldType type = field.type();
        while (type instanceof FieldType.Array array) {
            add(array.extent(), expressions);
            type = array.element();
        }
        if (type instanceof FieldType.Octets octets) {
            add(octets.extent(), expressions);
        } else if (type instanceof FieldType.Text text) {
            add(text.extent(), expressions);
        }
        return expressions;
    }

    private static void add(Extent extent, List<Expression> expressions) {
        if (extent instanceof Extent.Computed computed) {
            expressions.add(computed.count());
        } else if (extent instanceof Extent.ForEach each) {
            each.where().ifPresent(expressions::add);
        }
    }
}
