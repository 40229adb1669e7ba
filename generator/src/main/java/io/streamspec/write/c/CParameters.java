package io.streamspec.write.c;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the layout of a structure depends on outside of it: fields and definitions of earlier headers and records. A function
 * that reads it takes their values.
 */
final class CParameters {

    private final Specification specification;
    private final Map<String, Set<Expression>> found = new HashMap<>();

    CParameters(Specification specification) {
        this.specification = specification;
    }

    /** The fields and definitions of other structures on which the layout of {@code structure} depends, in order. */
    Set<Expression> of(Structure structure) {
        Set<Expression> known = found.get(structure.name());
        if (known == null) {
            known = new LinkedHashSet<>();
            for (Field field : structure.fields()) {
                for (Expression expression : expressions(field)) {
                    add(structure, expression, known);
                }
                Optional<String> inner = composite(field.type());
                if (inner.isPresent()) {
                    for (Expression outer : of(specification.structure(inner.get()))) {
                        add(structure, outer, known);
                    }
                }
            }
            found.put(structure.name(), known);
        }
        return known;
    }

    /** What the value of a definition of {@code structure} depends on, definitions of its own resolved. */
    Set<Expression> of(Structure structure, Expression expression) {
        Set<Expression> parameters = new LinkedHashSet<>();
        add(structure, expression, parameters);
        return parameters;
    }

    /** A definition of {@code structure} itself is what it stands for; else the expression. */
    static Expression own(Structure structure, Expression expression) {
        if (expression instanceof Expression.Defined defined
                && defined.structure().equals(structure.name())) {
            return structure.definitions().stream()
                    .filter(definition -> definition.name().equals(defined.name()))
                    .map(Structure.Definition::value)
                    .findFirst()
                    .orElse(expression);
        }
        return expression;
    }

    private static void add(Structure structure, Expression expression, Set<Expression> parameters) {
        add(structure, expression, parameters, new HashSet<>());
    }

    private static void add(
            Structure structure, Expression expression, Set<Expression> parameters, Set<Expression> seen) {
        for (Expression leaf : expression.leaves()) {
            if (!seen.add(leaf)) {
                continue; // definitions of definitions, each but once
            }
            Expression own = own(structure, leaf);
            boolean isOuter = leaf instanceof Expression.FieldValue value
                            && !value.structure().equals(structure.name())
                    || leaf instanceof Expression.Defined && own == leaf;
            if (own != leaf) {
                add(structure, own, parameters, seen);
            } else if (isOuter) {
                parameters.add(leaf);
            }
        }
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
        extent(type).ifPresent(extent -> add(extent, all));
        return all;
    }

    private static void add(Extent extent, List<Expression> all) {
        if (extent instanceof Extent.Computed computed) {
            all.add(computed.count());
        } else if (extent instanceof Extent.ForEach each) {
            each.where().ifPresent(all::add);
        }
    }

    /** How much there is of a field of this type, if it has any number of elements, octets or characters. */
    static Optional<Extent> extent(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return Optional.of(array.extent());
        } else if (type instanceof FieldType.Octets octets) {
            return Optional.of(octets.extent());
        }
        return type instanceof FieldType.Text text ? Optional.of(text.extent()) : Optional.empty();
    }

    /** The structure of a field or of its elements. */
    static Optional<String> composite(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return composite(array.element());
        }
        return type instanceof FieldType.Composite composite ? Optional.of(composite.structure()) : Optional.empty();
    }

    /** The name of a parameter: {@code domain_header_page_size}. */
    static String name(Expression parameter) {
        if (parameter instanceof Expression.FieldValue value) {
            return value.structure() + "_" + value.field()
                    + value.bits().map(bits -> "_" + bits).orElse("");
        }
        Expression.Defined defined = (Expression.Defined) parameter;
        return defined.structure() + "_" + defined.name();
    }

    /**
     * How many parts an expression has when the structure's own definitions are put in, up to {@code most}: definitions of
     * definitions can grow without bound.
     */
    static long weight(Structure structure, Expression expression, long most) {
        return weight(structure, expression, most, new HashMap<>());
    }

    private static long weight(Structure structure, Expression expression, long most, Map<Expression, Long> known) {
        Expression own = own(structure, expression);
        if (own != expression) {
            Long weight = known.get(expression);
            if (weight == null) {
                weight = weight(structure, own, most, known);
                known.put(expression, weight);
            }
            return weight;
        }
        long weight = 1;
        List<Expression> parts = expression.parts();
        for (int i = 0; i < parts.size(); i++) {
            // the value of a set, the first part, is written twice for each range
            int times = i == 0 && expression instanceof Expression.In in
                    ? 2 * in.items().size()
                    : 1;
            weight = Math.min(most, weight + times * weight(structure, parts.get(i), most, known));
        }
        return weight;
    }
}
