package io.streamspec.write.java;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the layout of a structure refers to. */
final class References {

    private final Specification specification;

    References(Specification specification) {
        this.specification = specification;
    }

    /** The other structures of the stream that {@code structure}'s layout depends on, those of its parts included. */
    Set<String> outside(Structure structure) {
        Set<String> names = new TreeSet<>();
        for (Field field : structure.fields()) {
            expressions(field).forEach(expression -> collect(expression, structure.name(), names));
            composite(field.type())
                    .filter(part -> !part.equals(structure.name()))
                    .ifPresent(part -> names.addAll(outside(specification.structure(part))));
        }
        return names;
    }

    /** All fields that {@code expression} names, and measures of fields. */
    static java.util.List<Expression> fields(Expression expression) {
        return expression.leaves().stream()
                .filter(leaf -> leaf instanceof Expression.FieldValue || leaf instanceof Expression.Measure)
                .toList();
    }

    /** Whether {@code expression} takes the measure of {@code field}, or its value. */
    static boolean measures(Expression expression, String field) {
        return expression instanceof Expression.Measure measure
                        && measure.field().equals(field)
                || expression instanceof Expression.FieldValue value
                        && value.field().equals(field)
                || expression.parts().stream().anyMatch(part -> measures(part, field));
    }

    /** The other structures that {@code expression}, a rule of {@code self}, refers to. */
    Set<String> outside(Expression expression, String self) {
        Set<String> names = new TreeSet<>();
        collect(expression, self, names);
        return names;
    }

    /** The fields of other structures, each behind its structure's name, that {@code structure}'s layout depends on. */
    Set<Expression.FieldValue> fieldsOutside(Structure structure) {
        Set<Expression.FieldValue> fields = new LinkedHashSet<>();
        for (Field field : structure.fields()) {
            expressions(field).forEach(expression -> collectFields(expression, structure.name(), fields));
            composite(field.type())
                    .filter(part -> !part.equals(structure.name()))
                    .ifPresent(part -> fields.addAll(fieldsOutside(specification.structure(part))));
        }
        return fields;
    }

    private void collectFields(Expression expression, String self, Set<Expression.FieldValue> fields) {
        if (expression instanceof Expression.FieldValue value
                && !value.structure().equals(self)) {
            fields.add(value);
        } else if (expression instanceof Expression.Defined defined) {
            collectFields(definition(defined), self, fields);
        }
        expression.parts().forEach(part -> collectFields(part, self, fields));
    }

    /** Whether the extent of {@code field}, which is always there, is just the value of the field {@code count}. */
    static boolean isCountOf(Structure structure, String count, Field field) {
        return field.when().isEmpty()
                && extent(field.type())
                        .filter(extent -> extent instanceof Extent.Computed computed
                                && computed.count() instanceof Expression.FieldValue value
                                && value.structure().equals(structure.name())
                                && value.field().equals(count)
                                && value.bits().isEmpty())
                        .isPresent();
    }

    /** The structure that the type, or an element of it, is. */
    static Optional<String> composite(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return composite(array.element());
        }
        return type instanceof FieldType.Composite composite ? Optional.of(composite.structure()) : Optional.empty();
    }

    static Optional<Extent> extent(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return Optional.of(array.extent());
        } else if (type instanceof FieldType.Octets octets) {
            return Optional.of(octets.extent());
        }
        return type instanceof FieldType.Text text ? Optional.of(text.extent()) : Optional.empty();
    }

    /** Whether the elements of {@code array} call for those of {@code field}. */
    static boolean isCalledBy(Field field, String array) {
        return extent(field.type())
                .filter(extent -> extent instanceof Extent.ForEach forEach
                        && forEach.array().equals(array))
                .isPresent();
    }

    /** What the layout of a field is computed from. */
    static Stream<Expression> expressions(Field field) {
        return Stream.concat(field.when().stream(), expressions(field.type()));
    }

    private static Stream<Expression> expressions(FieldType type) {
        Stream<Expression> inner = type instanceof FieldType.Array array ? expressions(array.element()) : Stream.of();
        return Stream.concat(inner, extent(type).stream().flatMap(References::expressions));
    }

    private static Stream<Expression> expressions(Extent extent) {
        if (extent instanceof Extent.Computed computed) {
            return Stream.of(computed.count());
        }
        return extent instanceof Extent.ForEach each ? each.where().stream() : Stream.of();
    }

    private void collect(Expression expression, String self, Set<String> names) {
        if (expression instanceof Expression.FieldValue value
                && !value.structure().equals(self)) {
            names.add(value.structure());
        } else if (expression instanceof Expression.Defined defined) {
            collectDefinition(defined, self, names);
        }
        expression.parts().forEach(part -> collect(part, self, names));
    }

    private void collectDefinition(Expression.Defined defined, String self, Set<String> names) {
        if (!defined.structure().equals(self)) {
            names.add(defined.structure());
        }
        Expression value = definition(defined);
        Set<String> inner = outside(value, defined.structure());
        inner.remove(self);
        names.addAll(inner);
    }

    /** The value behind a defined name. */
    Expression definition(Expression.Defined defined) {
        return specification.structure(defined.structure()).definitions().stream()
                .filter(definition -> definition.name().equals(defined.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no definition " + defined.name()))
                .value();
    }
}
