package io.streamspec.resolve;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import io.streamspec.read.LayoutRule;
import io.streamspec.source.Count;
import io.streamspec.source.Diagnostics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Checks that sizes can be computed: in the order of the fields, without a cycle, with one open end at most. */
final class SizeRules {

    private final Symbols symbols;
    private final Diagnostics diagnostics;

    private SizeRules(Symbols symbols, Diagnostics diagnostics) {
        this.symbols = symbols;
        this.diagnostics = diagnostics;
    }

    /** Reports a rule that gives a field another size than the one it is drawn with. */
    static void reportMisfit(
            Field drawn, Field typed, LayoutRule.FieldType rule, Symbols symbols, Diagnostics diagnostics) {
        OptionalLong before = new Sizes(symbols).of(drawn.type());
        OptionalLong after = new Sizes(symbols).of(typed.type());
        if (before.isPresent() && !before.equals(after) && !(typed.type() instanceof FieldType.Padding)) {
            diagnostics.report(Faults.RULE_MISFIT
                    .at(
                            rule.type().span(),
                            "'%s' is drawn %s wide",
                            drawn.name(),
                            Count.of(before.getAsLong(), "octet"))
                    .hint("give it a type of that size, or draw it with an open end"));
        }
    }

    static void check(Symbols symbols, Diagnostics diagnostics) {
        SizeRules rules = new SizeRules(symbols, diagnostics);
        for (Structure structure : symbols.structures()) {
            rules.checkOrder(structure);
            rules.checkOpenEnd(structure);
            rules.reportUnknownCounts(structure);
            rules.checkCycle(structure);
            structure.definitions().forEach(definition -> rules.checkDefinition(structure, definition));
        }
    }

    /** A size may only depend on what has been read before. */
    private void checkOrder(Structure structure) {
        Set<String> earlier = new LinkedHashSet<>();
        for (Field field : structure.fields()) {
            for (Expression expression : References.sizeExpressions(field)) {
                for (String name : References.of(expression, symbols).fields(structure.name())) {
                    if (!earlier.contains(name)) {
                        diagnostics.report((name.equals(field.name()) ? Faults.SIZE_CYCLE : Faults.FIELD_LATER)
                                .at(
                                        field.span(),
                                        "the size of '%s' depends on '%s', which does not stand before it",
                                        field.name(),
                                        name)
                                .hint("let sizes depend on earlier fields only"));
                    }
                }
            }
            earlier.add(field.name());
        }
    }

    private void checkOpenEnd(Structure structure) {
        List<Field> fields = structure.fields();
        for (int i = 0; i + 1 < fields.size(); i++) {
            boolean last = fields.subList(i + 1, fields.size()).stream()
                    .allMatch(field -> field.type() instanceof FieldType.Padding);
            if (isOpen(fields.get(i).type()) && !last) {
                diagnostics.report(Faults.FIELD_OPEN_END
                        .at(
                                fields.get(i).span(),
                                "nothing says where '%s' ends and '%s' begins",
                                fields.get(i).name(),
                                fields.get(i + 1).name())
                        .hint(
                                "add a layout rule with its size, such as %s: octets[length]",
                                fields.get(i).name()));
            }
        }
    }

    private void reportUnknownCounts(Structure structure) {
        for (Field field : structure.fields()) {
            boolean drawn = !field.indexes().isEmpty();
            if (drawn && isOpen(field.type()) && !symbols.isTyped(structure.name(), field.name())) {
                String last = field.indexes().get(field.indexes().size() - 1);
                diagnostics.report(
                        Faults.ARRAY_COUNT_UNKNOWN
                                .at(
                                        field.span(),
                                        "no field or symbol carries the count of '%s', whose last element is [%s]",
                                        field.label(),
                                        last)
                                .hint(
                                        "give the count a field, or say how it follows from other fields; else it is read up to the end of the body"));
            }
        }
    }

    private static boolean isOpen(FieldType type) {
        Extent extent = type instanceof FieldType.Octets octets
                ? octets.extent()
                : type instanceof FieldType.Array array
                        ? array.extent()
                        : type instanceof FieldType.Text text ? text.extent() : new Extent.Fixed(0);
        return extent instanceof Extent.ToEnd;
    }

    /** No structure may, by way of elements or sizes, depend on itself. */
    private void checkCycle(Structure structure) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(needs(structure));
        while (!open.isEmpty()) {
            String name = open.remove(open.size() - 1);
            if (name.equals(structure.name())) {
                diagnostics.report(Faults.SIZE_CYCLE
                        .at(
                                structure.span(),
                                "the size of '%s' depends on itself, by way of %s",
                                structure.name(),
                                String.join(", ", seen.isEmpty() ? List.of(name) : seen))
                        .hint("take one of the structures or rules out of the circle"));
                return;
            }
            if (seen.add(name)) {
                symbols.structure(name).ifPresent(next -> open.addAll(needs(next)));
            }
        }
    }

    private Set<String> needs(Structure structure) {
        Set<String> needed = new LinkedHashSet<>();
        for (Field field : structure.fields()) {
            composite(field.type()).ifPresent(needed::add);
            for (Expression expression : References.sizeExpressions(field)) {
                needed.addAll(References.of(expression, symbols).structures());
            }
        }
        boolean itself = structure.fields().stream()
                .anyMatch(field ->
                        composite(field.type()).filter(structure.name()::equals).isPresent());
        if (!itself) {
            needed.remove(structure.name());
        }
        return needed;
    }

    private static Optional<String> composite(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return composite(array.element());
        }
        return type instanceof FieldType.Composite composite ? Optional.of(composite.structure()) : Optional.empty();
    }

    private void checkDefinition(Structure structure, Structure.Definition definition) {
        if (References.of(definition.value(), symbols).isCyclic(structure.name(), definition.name())) {
            diagnostics.report(Faults.SIZE_CYCLE
                    .at(definition.span(), "the value of '%s' depends on itself", definition.name())
                    .hint("define it by fields alone"));
        }
    }
}
