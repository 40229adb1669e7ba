package io.streamspec.write.c;

import io.streamspec.model.Expression;
import io.streamspec.model.Placement;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Functions for the values that rules give names to: what the layout of later structures depends on. */
final class CDefinitions implements CExpression.Leaves {

    private final CLayout layout;
    private final CNames names;
    private final CParameters outer;
    private final Structure structure;
    private final CCode code;
    private final Map<Expression, String> parameters = new HashMap<>();

    CDefinitions(CLayout layout, CParameters outer, Structure structure, CCode code) {
        this.layout = layout;
        this.names = layout.names();
        this.outer = outer;
        this.structure = structure;
        this.code = code;
    }

    void add() {
        structure.definitions().stream().filter(this::isReadable).forEach(this::add);
    }

    /** Whether a definition speaks of nothing that would have to be found first. */
    private boolean isReadable(Structure.Definition definition) {
        return Unsupported.isShort(structure, definition.value()) && isReadable(definition.value());
    }

    private boolean isReadable(Expression value) {
        return value.leaves().stream()
                .allMatch(leaf -> own(leaf) == leaf ? isReadableLeaf(leaf) : isReadable(own(leaf)));
    }

    private boolean isReadableLeaf(Expression leaf) {
        if (leaf instanceof Expression.FieldValue value && value.structure().equals(structure.name())) {
            return layout.head(structure).stream()
                    .map(Placement.Placed::field)
                    .anyMatch(field -> field.name().equals(value.field()) && CLayout.width(field.type()) > 0);
        }
        return !(leaf instanceof Expression.Measure);
    }

    private void add(Structure.Definition definition) {
        Set<String> taken = new HashSet<>(Set.of("octets", "order", "result", "sound", "number"));
        StringBuilder list = new StringBuilder();
        if (isOfFields(definition.value())) {
            list.append("const void *octets")
                    .append(layout.orderParameter(structure))
                    .append(", ");
        }
        for (Expression parameter : outer.of(structure, definition.value())) {
            String name = CNames.member(CParameters.name(parameter), taken);
            parameters.put(parameter, name);
            list.append("uint64_t ").append(name).append(", ");
        }
        String number = new CExpression(names, this, "&sound").number(definition.value());
        code.comment("", List.of("The " + definition.name() + "; false if it cannot be computed."));
        code.function("bool", names.function(structure.name(), definition.name()), list + "uint64_t *result");
        code.line("    bool sound = true;");
        code.line("    const int64_t number = " + number + ";").gap();
        code.line("    *result = sound && number >= 0 ? (uint64_t)number : 0;");
        code.line("    return sound && number >= 0;");
        code.line("}").gap();
    }

    private boolean isOfFields(Expression value) {
        return value.leaves().stream()
                .anyMatch(leaf -> own(leaf) == leaf
                        ? leaf instanceof Expression.FieldValue field
                                && field.structure().equals(structure.name())
                        : isOfFields(own(leaf)));
    }

    private Expression own(Expression leaf) {
        return CParameters.own(structure, leaf);
    }

    @Override
    public String field(Expression.FieldValue value) {
        if (!value.structure().equals(structure.name())) {
            return parameters.getOrDefault(value, "0");
        }
        String arguments = layout.orderParameter(structure).isEmpty() ? "(octets)" : "(octets, order)";
        String whole = "(uint64_t)" + names.function(structure.name(), value.field()) + arguments;
        return value.bits()
                .map(bits -> "((" + whole + " & " + names.constant(structure.name(), value.field(), bits, "mask")
                        + ") >> " + names.constant(structure.name(), value.field(), bits, "shift") + ")")
                .orElse(whole);
    }

    @Override
    public String measure(Expression.Measure measure) {
        return "INT64_C(0)";
    }

    @Override
    public String defined(Expression.Defined defined) {
        return parameters.getOrDefault(defined, "0");
    }

    @Override
    public Expression own(Expression.Defined defined) {
        return CParameters.own(structure, defined);
    }
}
