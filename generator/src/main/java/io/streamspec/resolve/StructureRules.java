package io.streamspec.resolve;

import io.streamspec.model.BitRange;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule;
import io.streamspec.read.LayoutRule.Name;
import io.streamspec.source.Diagnostics;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the rules of one section to the structures that it draws. */
final class StructureRules {

    private final List<String> targets;
    private final Symbols symbols;
    private final Diagnostics diagnostics;
    private final Map<String, Map<String, Structure.Constraint>> constraints = new LinkedHashMap<>();
    private final Map<String, List<LayoutRule.ZeroExtended>> shortened = new LinkedHashMap<>();

    StructureRules(List<String> targets, Symbols symbols, Diagnostics diagnostics) {
        this.targets = List.copyOf(targets);
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** Whether the rule speaks of a structure rather than of the stream. */
    static boolean isOfStructure(LayoutRule rule) {
        return rule instanceof LayoutRule.Definition
                || rule instanceof LayoutRule.FieldType
                || rule instanceof LayoutRule.ValueNames
                || rule instanceof LayoutRule.Accept
                || rule instanceof LayoutRule.AcceptAny
                || rule instanceof LayoutRule.ZeroExtended
                || rule instanceof LayoutRule.Constraint;
    }

    /** First round: names and plain types, which the expressions of any rule may rely on. */
    void name(LayoutRule rule) {
        for (String target : targetsOf(rule)) {
            if (rule instanceof LayoutRule.Definition definition) {
                define(target, definition);
            } else if (rule instanceof LayoutRule.ValueNames names) {
                nameValues(target, names);
            } else if (rule instanceof LayoutRule.FieldType typed && isPlain(typed)) {
                giveType(target, typed);
            } else if (rule instanceof LayoutRule.Order order) {
                setOrder(target, order);
            }
        }
    }

    /** Second round: everything that computes. */
    void compute(LayoutRule rule) {
        for (String target : targetsOf(rule)) {
            Expressions expressions = Expressions.within(structure(target), symbols, diagnostics);
            if (rule instanceof LayoutRule.Definition definition) {
                Expression value = expressions.resolve(definition.value());
                symbols.change(target, structure -> withDefinition(structure, definition, value));
            } else if (rule instanceof LayoutRule.Constraint constraint) {
                Expression condition = expressions.resolve(constraint.condition());
                constrain(target, constraint, condition);
            } else if (rule instanceof LayoutRule.Accept accept) {
                accept(target, accept);
            } else if (rule instanceof LayoutRule.AcceptAny accept) {
                acceptAny(target, accept);
            } else if (rule instanceof LayoutRule.ZeroExtended zeroExtended) {
                shortened.computeIfAbsent(target, any -> new ArrayList<>()).add(zeroExtended);
            } else if (rule instanceof LayoutRule.FieldType typed && !isPlain(typed)) {
                giveType(target, typed);
            }
        }
    }

    /** Last: what needs the types of all fields, and what was required, all at once, since there may be much. */
    void finish() {
        ZeroExtension extension = new ZeroExtension(symbols, diagnostics);
        shortened.forEach((target, rules) -> rules.forEach(rule -> extension.apply(target, rule)));
        constraints.forEach((target, required) -> symbols.change(
                target, structure -> structure.withRules(structure.definitions(), List.copyOf(required.values()))));
    }

    private static boolean isPlain(LayoutRule.FieldType rule) {
        return rule.type() instanceof LayoutRule.Type.Simple && rule.when().isEmpty();
    }

    /** A rule that begins with the name of one of several records is about that record alone. */
    private List<String> targetsOf(LayoutRule rule) {
        List<String> named = RuleNames.of(rule).stream()
                .filter(name -> name.parts().size() > 1)
                .flatMap(name -> symbols.record(name.parts().get(0)).stream())
                .flatMap(record -> record.structure().stream())
                .filter(targets::contains)
                .distinct()
                .toList();
        return named.isEmpty() ? targets : named;
    }

    private void define(String target, LayoutRule.Definition rule) {
        String name = rule.name().text();
        if (symbols.defines(target, name) || structure(target).called(name).isPresent()) {
            diagnostics.report(Faults.RULE_TWICE
                    .at(rule.name().span(), "'%s' already has a meaning here", name)
                    .hint("define it under another name"));
            return;
        }
        symbols.addDefinition(target, name);
    }

    private void setOrder(String target, LayoutRule.Order order) {
        if (order.kind() == LayoutRule.Order.Kind.FROM_FLAG) {
            return; // a rule of the stream
        }
        ByteOrder byteOrder = order.kind() == LayoutRule.Order.Kind.BIG ? ByteOrder.BIG : ByteOrder.LITTLE;
        for (Structure structure : symbols.structures()) {
            if (structure.name().equals(target) || structure.name().startsWith(target + ".")) {
                symbols.change(structure.name(), old -> old.withByteOrder(byteOrder));
            }
        }
    }

    private void nameValues(String target, LayoutRule.ValueNames rule) {
        Optional<Field> field = field(target, rule.field());
        if (field.isEmpty()) {
            return;
        }
        if (!(field.get().type() instanceof FieldType.Enumerated enumerated)) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(rule.span(), "'%s' has no values to name", field.get().name())
                    .hint("list the values in the table of fields first"));
            return;
        }
        for (LayoutRule.ValueName name : rule.names()) {
            symbols.changeEnumeration(enumerated.enumeration(), enumeration -> withName(enumeration, name));
        }
    }

    private Enumeration withName(Enumeration enumeration, LayoutRule.ValueName name) {
        List<Enumeration.Value> values = new ArrayList<>();
        boolean found = false;
        for (Enumeration.Value value : enumeration.values()) {
            boolean same = value.value().equals(name.value());
            found |= same;
            values.add(same ? renamed(value, name.name()) : value);
        }
        if (!found) {
            Expressions.unknownName(
                    name.span(),
                    name.value().toString(),
                    enumeration.values().stream()
                            .map(Enumeration.Value::spelling)
                            .toList(),
                    diagnostics);
        }
        return new Enumeration(
                enumeration.name(), enumeration.anchor(), values, enumeration.reserved(), enumeration.span());
    }

    private static Enumeration.Value renamed(Enumeration.Value value, String name) {
        return new Enumeration.Value(
                value.value(),
                value.last(),
                name,
                value.spelling(),
                value.label(),
                value.note(),
                value.description(),
                value.span());
    }

    private void giveType(String target, LayoutRule.FieldType rule) {
        Optional<Field> field = field(target, rule.field());
        if (field.isEmpty()) {
            return;
        }
        if (ownParts(rule.field()).size() == 1) {
            symbols.markTyped(target, field.get().name());
        }
        Structure structure = structure(target);
        List<String> parts = ownParts(rule.field());
        Field typed = parts.size() > 1
                ? withBits(field.get(), parts.get(1), rule)
                : field.get()
                        .withType(new TypeRules(structure, symbols, diagnostics).resolve(rule.type(), field.get()));
        if (rule.when().isPresent()) {
            typed = typed.withWhen(Expressions.within(structure, symbols, diagnostics)
                    .resolve(rule.when().get()));
        }
        SizeRules.reportMisfit(field.get(), typed, rule, symbols, diagnostics);
        replace(target, typed);
    }

    private Field withBits(Field field, String name, LayoutRule.FieldType rule) {
        Optional<BitRange> range = Expressions.bits(field, name);
        Optional<Enumeration> enumeration = rule.type() instanceof LayoutRule.Type.Simple simple
                ? symbols.enumeration(simple.name().text())
                : Optional.empty();
        if (range.isEmpty() || enumeration.isEmpty()) {
            Expressions.unknownName(
                    range.isEmpty() ? rule.field().span() : rule.type().span(),
                    range.isEmpty() ? rule.field().text() : rule.type().span().text(),
                    symbols.enumerations().stream().map(Enumeration::name).toList(),
                    diagnostics);
            return field;
        }
        Values.check(enumeration.get(), range.get().width(), diagnostics);
        return Links.withEnumeration(field, range.get(), enumeration.get().name());
    }

    private void accept(String target, LayoutRule.Accept rule) {
        Optional<Field> field = field(target, rule.field());
        if (field.isEmpty()) {
            return;
        }
        if (!(field.get().type() instanceof FieldType.Constant constant)) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(rule.span(), "'%s' is no constant", field.get().name())
                    .hint(
                            "for other fields, write require %s in {...}",
                            field.get().name()));
            return;
        }
        List<BigInteger> values = new ArrayList<>();
        for (LayoutRule.Term term : rule.values()) {
            if (term instanceof LayoutRule.Term.Number number) {
                checkAccepted(number, constant);
                values.add(number.value());
            } else {
                diagnostics.report(Faults.RULE_MISFIT
                        .at(term.span(), "'%s' is not a number", term.span().text())
                        .hint("list the accepted numbers"));
            }
        }
        replace(
                target,
                field.get()
                        .withType(new FieldType.Constant(
                                constant.octets(), constant.value(), constant.spelling(), List.copyOf(values))));
    }

    private void checkAccepted(LayoutRule.Term.Number number, FieldType.Constant constant) {
        String spelling = number.span().text();
        if (constant.isOctets()) {
            Values.checkOctets(number.span(), spelling, constant.octets(), diagnostics);
        } else {
            Values.checkWidth(number.span(), spelling, number.value(), constant.octets() * 8, diagnostics);
        }
    }

    private void acceptAny(String target, LayoutRule.AcceptAny rule) {
        field(target, rule.field()).ifPresent(field -> {
            if (field.type() instanceof FieldType.Enumerated enumerated) {
                replace(target, field.withType(enumerated.acceptingAny()));
            } else {
                diagnostics.report(Faults.RULE_MISFIT
                        .at(rule.span(), "'%s' has no named values", field.name())
                        .hint("without names, readers take any value already"));
            }
        });
    }

    private void replace(String target, Field changed) {
        symbols.change(
                target,
                old -> old.withFields(old.fields().stream()
                        .map(other -> other.name().equals(changed.name()) ? changed : other)
                        .toList()));
    }

    private Optional<Field> field(String target, Name name) {
        List<String> parts = ownParts(name);
        Structure structure = structure(target);
        Optional<Field> field = structure.called(parts.get(0)).or(() -> structure.field(Words.snake(parts.get(0))));
        if (field.isEmpty()) {
            List<String> fields = structure.fields().stream().map(Field::name).toList();
            Expressions.unknownName(name.span(), name.text(), fields, diagnostics);
        }
        return field;
    }

    /** The name without the record that it may begin with. */
    private List<String> ownParts(Name name) {
        boolean qualified =
                name.parts().size() > 1 && symbols.record(name.parts().get(0)).isPresent();
        return qualified ? name.parts().subList(1, name.parts().size()) : name.parts();
    }

    private Structure structure(String target) {
        return symbols.structure(target).orElseThrow();
    }

    private static Structure withDefinition(Structure structure, LayoutRule.Definition rule, Expression value) {
        List<Structure.Definition> definitions = new ArrayList<>(structure.definitions());
        definitions.add(new Structure.Definition(rule.name().text(), value, rule.span()));
        return structure.withRules(definitions, structure.constraints());
    }

    private void constrain(String target, LayoutRule.Constraint rule, Expression condition) {
        String text = rule.span().text().replaceAll("\\s+", " ").strip();
        String id = rule.name()
                .map(name -> target + "." + Words.snake(name.text()))
                .orElseGet(() -> RuleIds.condition(target, condition));
        Structure.Constraint other = constraints
                .computeIfAbsent(target, any -> new LinkedHashMap<>())
                .putIfAbsent(id, new Structure.Constraint(id, rule.must(), condition, text, rule.span()));
        if (other != null) {
            diagnostics.report(Faults.RULE_TWICE
                    .at(rule.span(), "this is said, or a rule is called so, for the second time")
                    .hint("keep one of the two rules, or name them: ... as another_name")
                    .seeAlso(other.span(), "first said here"));
        }
    }
}
