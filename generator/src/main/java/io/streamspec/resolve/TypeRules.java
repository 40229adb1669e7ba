package io.streamspec.resolve;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule.Member;
import io.streamspec.read.LayoutRule.Term;
import io.streamspec.read.LayoutRule.Type;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the types that rules give into field types. */
final class TypeRules {

    private static final Map<String, Integer> NUMBERS = Map.of("u8", 1, "u16", 2, "u32", 4, "u64", 8);

    private final Structure self;
    private final Symbols symbols;
    private final Diagnostics diagnostics;

    TypeRules(Structure self, Symbols symbols, Diagnostics diagnostics) {
        this.self = self;
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** What the rule makes of {@code drawn}. */
    FieldType resolve(Type type, Field drawn) {
        if (type instanceof Type.Simple simple) {
            return simple(simple, drawn);
        } else if (type instanceof Type.Array array) {
            return array(array, drawn);
        } else if (type instanceof Type.Terminated text) {
            return terminated(text);
        } else if (type instanceof Type.Group group) {
            return group(group, drawn);
        }
        return forEach((Type.ForEach) type, drawn);
    }

    private FieldType simple(Type.Simple simple, Field drawn) {
        String name = simple.name().text();
        FieldType base = drawn.type().element();
        if (NUMBERS.containsKey(name)) {
            int octets = NUMBERS.get(name);
            return width(base).filter(width -> width == octets).isPresent()
                    ? base
                    : new FieldType.Scalar(octets, List.of(), Optional.empty());
        } else if (name.equals("octets")) {
            return new FieldType.Octets(wholeOf(drawn));
        } else if (name.equals("text")) {
            return new FieldType.Text(wholeOf(drawn));
        } else if (name.equals("padding")) {
            return padding(simple, drawn);
        } else if (symbols.enumeration(name).isPresent()) {
            return enumerated(simple, base);
        } else if (symbols.structure(name).isPresent()) {
            return new FieldType.Composite(symbols.structure(name).get().name());
        }
        List<String> candidates = new ArrayList<>(symbols.streamNames());
        symbols.enumerations().forEach(enumeration -> candidates.add(enumeration.name()));
        candidates.addAll(NUMBERS.keySet());
        Expressions.unknownName(simple.span(), name, candidates, diagnostics);
        return drawn.type();
    }

    /** Reserved octets at the end of a body of which a body may lack some: those of the frame take their place. */
    private FieldType padding(Type.Simple simple, Field drawn) {
        boolean isLast = self.fields().indexOf(drawn) == self.fields().size() - 1;
        if (drawn.type() instanceof FieldType.Reserved reserved && isLast) {
            return new FieldType.Padding(0, reserved.octets());
        }
        diagnostics.report(Faults.RULE_MISFIT
                .at(simple.span(), "'%s' is not reserved, or not the last field", drawn.name())
                .hint("only reserved octets at the end can be padding"));
        return drawn.type();
    }

    private FieldType enumerated(Type.Simple simple, FieldType base) {
        Optional<Integer> width = width(base);
        if (width.isEmpty()) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(
                            simple.span(),
                            "'%s' names numbers, but the field is drawn without a width",
                            simple.name().text())
                    .hint("draw the field 1, 2, 4 or 8 octets wide"));
            return base;
        }
        String name = symbols.enumeration(simple.name().text()).orElseThrow().name();
        Values.check(symbols.enumeration(name).orElseThrow(), width.get() * 8, diagnostics);
        return new FieldType.Enumerated(width.get(), name);
    }

    private FieldType array(Type.Array array, Field drawn) {
        Extent extent = extent(array);
        if (array.element() instanceof Type.Simple simple) {
            String name = simple.name().text();
            if (name.equals("octets")) {
                return new FieldType.Octets(extent);
            } else if (name.equals("text")) {
                return new FieldType.Text(extent);
            }
        }
        return new FieldType.Array(resolve(array.element(), drawn), extent);
    }

    private Extent extent(Type.Array array) {
        if (array.extent() instanceof io.streamspec.read.LayoutRule.Extent.Count count) {
            if (count.count() instanceof Term.Number number) {
                if (number.value().bitLength() > 31) {
                    tooMuch(number.span());
                    return new Extent.Fixed(0);
                }
                return new Extent.Fixed(number.value().longValue());
            }
            return new Extent.Computed(
                    Expressions.within(self, symbols, diagnostics).resolve(count.count()));
        }
        return new Extent.ToEnd();
    }

    private void tooMuch(Span span) {
        diagnostics.report(Faults.RULE_MISFIT
                .at(span, "%s elements are more than any stream can hold", span.text())
                .hint("write a count below 2147483648"));
    }

    private FieldType terminated(Type.Terminated text) {
        Values.checkWidth(text.span(), text.terminator().toString(), text.terminator(), 8, diagnostics);
        return new FieldType.Text(new Extent.Terminated(text.terminator().intValue() & 0xFF));
    }

    private FieldType group(Type.Group group, Field drawn) {
        String name = self.name() + "." + drawn.name();
        List<Field> members = new ArrayList<>();
        for (Member member : group.members()) {
            String memberName = Words.snake(member.name().text());
            Field open = new Field(
                    memberName,
                    Optional.empty(),
                    new FieldType.Octets(new Extent.ToEnd()),
                    Optional.empty(),
                    "",
                    member.span());
            if (members.stream().anyMatch(other -> other.name().equals(memberName))) {
                diagnostics.report(Faults.FIELD_DUPLICATE
                        .at(member.span(), "a second member is called '%s'", memberName)
                        .hint("give one of them another name"));
            } else {
                members.add(open.withType(resolve(member.type(), open)));
            }
        }
        symbols.add(new Structure(
                name,
                self.section(),
                self.anchor(),
                drawn.description(),
                self.byteOrder(),
                members,
                List.of(),
                List.of(),
                group.span()));
        return new FieldType.Composite(name);
    }

    private FieldType forEach(Type.ForEach each, Field drawn) {
        Optional<Field> array = self.called(each.array().text());
        if (array.isEmpty() || !(array.get().type() instanceof FieldType.Array)) {
            List<String> arrays = self.fields().stream()
                    .filter(field -> field.type() instanceof FieldType.Array)
                    .map(Field::name)
                    .toList();
            Expressions.unknownName(each.array().span(), each.array().text(), arrays, diagnostics);
            return drawn.type();
        }
        Expressions filter = Expressions.within(self, symbols, diagnostics).forElementsOf(array.get());
        return new FieldType.Array(
                resolve(each.element(), drawn),
                new Extent.ForEach(array.get().name(), each.where().map(filter::resolve)));
    }

    private static Extent wholeOf(Field drawn) {
        if (drawn.type() instanceof FieldType.Octets octets) {
            return octets.extent();
        } else if (drawn.type() instanceof FieldType.Constant constant) {
            return new Extent.Fixed(constant.octets());
        }
        return width(drawn.type()).<Extent>map(Extent.Fixed::new).orElse(new Extent.ToEnd());
    }

    /** The octets of a number. */
    static Optional<Integer> width(FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return Optional.of(scalar.octets());
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return Optional.of(enumerated.octets());
        } else if (type instanceof FieldType.Flags flags) {
            return Optional.of(flags.octets());
        }
        return type instanceof FieldType.Constant constant && !constant.isOctets()
                ? Optional.of(constant.octets())
                : Optional.empty();
    }
}
