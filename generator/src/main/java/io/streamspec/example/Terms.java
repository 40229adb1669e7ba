package io.streamspec.example;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The expressions that a structure's layout and rules are made of, with definitions replaced by what they stand for. */
final class Terms {

    private final Specification specification;
    private final Structure structure;

    Terms(Specification specification, Structure structure) {
        this.specification = specification;
        this.structure = structure;
    }

    /** All expressions of the structure. */
    List<Expression> all() {
        List<Expression> all = new ArrayList<>();
        for (Field field : structure.fields()) {
            field.when().ifPresent(all::add);
            all.addAll(extents(field.type()));
        }
        structure.definitions().forEach(definition -> all.add(definition.value()));
        structure.constraints().forEach(constraint -> all.add(constraint.condition()));
        return all;
    }

    /** What a field's extent is computed from. */
    static List<Expression> extents(FieldType type) {
        List<Expression> found = new ArrayList<>();
        extent(type).ifPresent(extent -> {
            if (extent instanceof Extent.Computed computed) {
                found.add(computed.count());
            } else if (extent instanceof Extent.ForEach each) {
                each.where().ifPresent(found::add);
            }
        });
        if (type instanceof FieldType.Array array) {
            found.addAll(extents(array.element()));
        }
        return found;
    }

    static java.util.Optional<Extent> extent(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return java.util.Optional.of(array.extent());
        } else if (type instanceof FieldType.Octets octets) {
            return java.util.Optional.of(octets.extent());
        }
        return type instanceof FieldType.Text text ? java.util.Optional.of(text.extent()) : java.util.Optional.empty();
    }

    /** The parts of {@code expression}; of a definition of this structure, what it stands for. */
    List<Expression> parts(Expression expression) {
        if (expression instanceof Expression.Defined defined
                && defined.structure().equals(structure.name())) {
            return structure.definitions().stream()
                    .filter(definition -> definition.name().equals(defined.name()))
                    .map(Structure.Definition::value)
                    .toList();
        }
        return expression.parts();
    }

    /** The fields of this structure that {@code expression} looks at, or measures. */
    Set<String> fields(Expression expression) {
        Set<String> names = new TreeSet<>();
        if (expression instanceof Expression.FieldValue value
                && value.structure().equals(structure.name())) {
            names.add(value.field());
        } else if (expression instanceof Expression.Measure measure) {
            names.add(measure.field());
        }
        parts(expression).forEach(part -> names.addAll(fields(part)));
        return names;
    }

    /** The other structures that this one's expressions, and those of its parts, look at. */
    Set<String> others() {
        Set<String> names = new TreeSet<>();
        all().forEach(expression -> others(expression, names));
        names.remove(structure.name());
        return names;
    }

    private void others(Expression expression, Set<String> names) {
        if (expression instanceof Expression.FieldValue value) {
            names.add(value.structure());
        } else if (expression instanceof Expression.Defined defined
                && !defined.structure().equals(structure.name())) {
            names.add(defined.structure());
            Structure other = specification.structure(defined.structure());
            names.addAll(new Terms(specification, other).others());
        }
        parts(expression).forEach(part -> others(part, names));
    }

    /** Whether a value of this type takes all octets that are left. */
    boolean isOpen(FieldType type) {
        if (type instanceof FieldType.Composite composite) {
            return specification.structure(composite.structure()).fields().stream()
                    .anyMatch(field -> isOpen(field.type()));
        }
        return extent(type).filter(Extent.ToEnd.class::isInstance).isPresent();
    }

    /** The structures that fields are made of. */
    Set<String> inner() {
        Set<String> names = new TreeSet<>();
        structure.fields().stream()
                .flatMap(field -> Stream.iterate(
                                field.type(),
                                type -> type != null,
                                type -> type instanceof FieldType.Array array ? array.element() : null)
                        .filter(FieldType.Composite.class::isInstance))
                .forEach(type -> names.add(((FieldType.Composite) type).structure()));
        return names;
    }
}
