package io.streamspec.resolve;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule.Name;
import io.streamspec.read.LayoutRule.Term;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks up the names in the expressions of one structure's rules, or of rules that belong to no structure. An unknown
 * name is reported and stands as 0 in the result, which is then never used.
 */
final class Expressions {

    private static final Expression UNKNOWN = new Expression.Number(BigInteger.ZERO);

    private final Symbols symbols;
    private final Optional<Structure> self;
    private final Optional<Field> element;
    private final Diagnostics diagnostics;

    private Expressions(Symbols symbols, Optional<Structure> self, Optional<Field> element, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.self = self;
        this.element = element;
        this.diagnostics = diagnostics;
    }

    static Expressions within(Structure self, Symbols symbols, Diagnostics diagnostics) {
        return new Expressions(symbols, Optional.of(self), Optional.empty(), diagnostics);
    }

    static Expressions ofStream(Symbols symbols, Diagnostics diagnostics) {
        return new Expressions(symbols, Optional.empty(), Optional.empty(), diagnostics);
    }

    /** For the filter of elements of {@code array}: the bits and members of the element need no prefix. */
    Expressions forElementsOf(Field array) {
        return new Expressions(symbols, self, Optional.of(array), diagnostics);
    }

    Expression resolve(Term term) {
        return resolve(term, Optional.empty());
    }

    /** {@code context} is the enumeration whose values the names in {@code term} may be. */
    private Expression resolve(Term term, Optional<Enumeration> context) {
        if (term instanceof Term.Number number) {
            return new Expression.Number(number.value());
        } else if (term instanceof Term.Reference reference) {
            return reference(reference.name(), context);
        } else if (term instanceof Term.Not not) {
            return new Expression.Not(resolve(not.operand()));
        } else if (term instanceof Term.Choice choice) {
            return new Expression.Choice(
                    resolve(choice.condition()), resolve(choice.yes(), context), resolve(choice.no(), context));
        } else if (term instanceof Term.Measure measure) {
            return measure(measure);
        } else if (term instanceof Term.In in) {
            return membership(in);
        }
        return binary((Term.Binary) term);
    }

    private Expression binary(Term.Binary binary) {
        Expression.Operator operator =
                Expression.Operator.valueOf(binary.operator().name());
        boolean comparison =
                switch (operator) {
                    case EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST -> true;
                    default -> false;
                };
        if (!comparison) {
            checkDivision(binary, operator);
            return new Expression.Binary(operator, resolve(binary.left()), resolve(binary.right()));
        }
        Optional<Enumeration> context = enumerationOf(binary.left()).or(() -> enumerationOf(binary.right()));
        return new Expression.Binary(operator, resolve(binary.left(), context), resolve(binary.right(), context));
    }

    private void checkDivision(Term.Binary binary, Expression.Operator operator) {
        boolean divides = operator == Expression.Operator.DIVIDED || operator == Expression.Operator.REMAINDER;
        if (divides
                && binary.right() instanceof Term.Number number
                && number.value().signum() == 0) {
            diagnostics.report(Faults.DIVISION_BY_ZERO
                    .at(number.span(), "nothing can be divided by 0")
                    .hint("write another number"));
        }
    }

    private Expression membership(Term.In in) {
        Optional<Enumeration> context = enumerationOf(in.value());
        List<Expression.Item> items = in.items().stream()
                .map(item -> new Expression.Item(resolve(item.from(), context), resolve(item.to(), context)))
                .toList();
        return new Expression.In(resolve(in.value()), items, in.negated());
    }

    private Expression measure(Term.Measure measure) {
        String name = String.join(".", ownParts(measure.field().parts()));
        Optional<Field> field = self.flatMap(structure -> structure.called(name))
                .or(() -> self.flatMap(structure -> structure.called(Words.snake(name))));
        if (field.isEmpty()) {
            return unknown(measure.field(), fieldNames());
        }
        return new Expression.Measure(measure.octets(), field.get().name());
    }

    /** A record may be named in front of its own fields. */
    private List<String> ownParts(List<String> parts) {
        boolean itself = parts.size() > 1
                && self.isPresent()
                && symbols.structure(parts.get(0)).filter(self.get()::equals).isPresent();
        return itself ? parts.subList(1, parts.size()) : parts;
    }

    private Expression reference(Name name, Optional<Enumeration> context) {
        Optional<Expression> found = value(name, context)
                .or(() -> ownField(name))
                .or(() -> ownDefinition(name))
                .or(() -> otherField(name));
        if (found.isPresent()) {
            return found.get();
        }
        List<String> candidates = new ArrayList<>(fieldNames());
        context.ifPresent(enumeration -> enumeration.values().forEach(value -> candidates.add(value.name())));
        candidates.addAll(symbols.streamNames());
        return unknown(name, candidates);
    }

    private Optional<Expression> value(Name name, Optional<Enumeration> context) {
        return context.flatMap(enumeration -> enumeration.values().stream()
                .filter(value ->
                        value.name().equals(name.text()) || value.name().equals(Words.snake(name.text())))
                .findFirst()
                .map(value -> new Expression.EnumValue(enumeration.name(), value.name(), value.value())));
    }

    private Optional<Expression> ownField(Name name) {
        if (self.isEmpty()) {
            return Optional.empty();
        }
        Optional<Expression> ofElement = element.flatMap(
                array -> partOf(self.get(), array, name.parts(), 0).or(() -> partOf(self.get(), array, name.parts(), 1)
                        .filter(found -> name.parts().get(0).equals(array.name()))));
        return ofElement.or(() -> fieldOf(self.get(), name, ownParts(name.parts())));
    }

    /** A bit range of {@code array}'s elements, named by the parts from {@code from} on. */
    private Optional<Expression> partOf(Structure structure, Field array, List<String> parts, int from) {
        if (parts.size() != from + 1) {
            return Optional.empty();
        }
        return bits(array, parts.get(from))
                .map(range -> new Expression.FieldValue(structure.name(), array.name(), Optional.of(range.name())));
    }

    private Optional<Expression> fieldOf(Structure structure, Name name, List<String> parts) {
        Optional<Expression> found = fieldOf(structure, parts);
        boolean ofAll = found.isPresent()
                && parts.size() == 2
                && structure
                        .called(parts.get(0))
                        .map(Field::type)
                        .filter(FieldType.Array.class::isInstance)
                        .isPresent();
        if (ofAll) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(name.span(), "'%s' is not one value: each element has it", name.text())
                    .hint("bits of elements can be used in a filter: for each %s where ...", parts.get(0)));
        }
        return found;
    }

    private static Optional<Expression> fieldOf(Structure structure, List<String> parts) {
        Optional<Field> field = structure.called(parts.get(0)).or(() -> structure.field(Words.snake(parts.get(0))));
        if (field.isEmpty() || parts.size() > 2) {
            return Optional.empty();
        }
        if (parts.size() == 1) {
            return Optional.of(
                    new Expression.FieldValue(structure.name(), field.get().name(), Optional.empty()));
        }
        return bits(field.get(), parts.get(1))
                .map(range ->
                        new Expression.FieldValue(structure.name(), field.get().name(), Optional.of(range.name())));
    }

    static Optional<BitRange> bits(Field field, String name) {
        FieldType type = field.type().element();
        if (!(type instanceof FieldType.Flags flags)) {
            return Optional.empty();
        }
        return flags.bits().stream()
                .filter(range -> range.name().equals(name) || range.name().equals(Words.snake(name)))
                .findFirst();
    }

    private Optional<Expression> ownDefinition(Name name) {
        if (name.parts().size() != 1) {
            return Optional.empty();
        }
        String wanted = name.text();
        if (self.isPresent() && symbols.defines(self.get().name(), wanted)) {
            return Optional.of(new Expression.Defined(self.get().name(), wanted));
        }
        List<String> definers = symbols.definers(wanted);
        if (definers.size() > 1) {
            diagnostics.report(Faults.NAME_AMBIGUOUS
                    .at(name.span(), "'%s' is defined by %s", wanted, String.join(" and ", definers))
                    .hint("write %s.%s", definers.get(0), wanted));
        }
        return definers.stream().findFirst().map(structure -> new Expression.Defined(structure, wanted));
    }

    private Optional<Expression> otherField(Name name) {
        if (name.parts().size() < 2) {
            return Optional.empty();
        }
        Optional<Structure> other = symbols.structure(name.parts().get(0));
        List<String> rest = name.parts().subList(1, name.parts().size());
        return other.flatMap(structure -> rest.size() == 1 && symbols.defines(structure.name(), rest.get(0))
                ? Optional.<Expression>of(new Expression.Defined(structure.name(), rest.get(0)))
                : fieldOf(structure, name, rest));
    }

    private Optional<Enumeration> enumerationOf(Term term) {
        if (!(term instanceof Term.Reference reference)) {
            return Optional.empty();
        }
        Optional<Expression> found = ownField(reference.name()).or(() -> otherField(reference.name()));
        if (found.isEmpty() || !(found.get() instanceof Expression.FieldValue value)) {
            return Optional.empty();
        }
        Optional<Field> field =
                symbols.structure(value.structure()).flatMap(structure -> structure.field(value.field()));
        Optional<String> enumeration = value.bits().isPresent()
                ? field.flatMap(f -> bits(f, value.bits().get())).flatMap(BitRange::enumeration)
                : field.map(Field::type)
                        .filter(FieldType.Enumerated.class::isInstance)
                        .map(type -> ((FieldType.Enumerated) type).enumeration());
        return enumeration.flatMap(symbols::enumeration);
    }

    private List<String> fieldNames() {
        return self.map(structure ->
                        structure.fields().stream().map(Field::name).toList())
                .orElse(List.of());
    }

    private Expression unknown(Name name, List<String> candidates) {
        report(name.span(), name.text(), candidates);
        return UNKNOWN;
    }

    private void report(Span span, String name, List<String> candidates) {
        unknownName(span, name, candidates, diagnostics);
    }

    /** Reports a name that stands for nothing, with the one that was probably meant. */
    static void unknownName(Span span, String name, List<String> candidates, Diagnostics diagnostics) {
        Optional<String> nearest = Words.nearest(name, candidates);
        diagnostics.report(Faults.NAME_UNKNOWN
                .at(span, "nothing is called '%s'", name)
                .hint(
                        nearest.isPresent()
                                ? "did you mean '%s'?"
                                : "use the name of a field, a value, a definition or a record%s",
                        nearest.orElse("")));
    }
}
