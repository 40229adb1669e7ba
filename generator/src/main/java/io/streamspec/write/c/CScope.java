package io.streamspec.write.c;

import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The names within the function that reads a structure: members of what it fills in, and its parameters. */
final class CScope implements CExpression.Leaves {

    private final CLayout layout;
    private final Structure structure;
    private final String element;
    private final Map<String, String> members = new HashMap<>();
    private final Map<String, String> flags = new HashMap<>();
    private final Map<Expression, String> parameters = new HashMap<>();

    CScope(CLayout layout, CParameters outer, Structure structure) {
        this(layout, structure, "");
        Set<String> taken = new HashSet<>();
        for (Field field : structure.fields()) {
            if (!field.isIgnored()) {
                members.put(field.name(), CNames.member(field.name(), taken));
            }
        }
        for (Field field : structure.fields()) {
            if (field.when().isPresent()) {
                flags.put(field.name(), CNames.member("has_" + field.name(), taken));
            }
        }
        Set<String> locals =
                new HashSet<>(Set.of("cursor", "view", "start", "number", "element", "i", "from", "missing"));
        outer.of(structure)
                .forEach(parameter -> parameters.put(parameter, CNames.member(CParameters.name(parameter), locals)));
    }

    private CScope(CLayout layout, Structure structure, String element) {
        this.layout = layout;
        this.structure = structure;
        this.element = element;
    }

    /** The same, where the variable {@code element} stands for the element at hand of {@code array}. */
    CScope forEach(String array) {
        CScope inner = new CScope(layout, structure, array);
        inner.members.putAll(members);
        inner.flags.putAll(flags);
        inner.parameters.putAll(parameters);
        return inner;
    }

    /** The member that holds a field; empty for those that nobody reads. */
    String member(Field field) {
        return members.getOrDefault(field.name(), "");
    }

    /** The member that says whether a field is there. */
    String has(Field field) {
        return flags.getOrDefault(field.name(), "");
    }

    /** The parameter for a field or definition of another structure. */
    String parameter(Expression outer) {
        return parameters.getOrDefault(outer, "0");
    }

    /** What to hand to a structure inside of this one for a parameter of its own. */
    String argument(Expression outer, CExpression expressions) {
        if (parameters.containsKey(outer)) {
            return parameter(outer);
        } else if (outer instanceof Expression.FieldValue value) {
            return field(value);
        }
        return "(uint64_t)" + expressions.number(outer);
    }

    @Override
    public String field(Expression.FieldValue value) {
        Field field = layout.specification()
                .structure(value.structure())
                .field(value.field())
                .orElseThrow();
        if (!value.structure().equals(structure.name())) {
            return parameter(value);
        }
        String whole = value.field().equals(element) ? "element" : "(uint64_t)view->" + member(field);
        if (field.isIgnored()) {
            return "UINT64_C(0)";
        }
        CNames names = layout.names();
        return value.bits()
                .map(bits -> "((%s & %s) >> %s)"
                        .formatted(
                                whole,
                                names.constant(structure.name(), field.name(), bits, "mask"),
                                names.constant(structure.name(), field.name(), bits, "shift")))
                .orElse(whole);
    }

    @Override
    public String measure(Expression.Measure measure) {
        Field field = structure.field(measure.field()).orElseThrow();
        FieldType type = field.type();
        String member = "view->" + member(field);
        boolean isText = CParameters.extent(type)
                .filter(extent -> extent instanceof Extent.Terminated)
                .isPresent();
        if (measure.octets() && isText) {
            return "(" + member + ".at == NULL ? INT64_C(0) : (int64_t)" + member + ".size + 1)";
        } else if (CParameters.extent(type).isPresent()) {
            String part = measure.octets() || !(type instanceof FieldType.Array) ? ".size" : ".count";
            return "(int64_t)" + member + part;
        }
        String size = "INT64_C(" + (measure.octets() ? layout.size(type).orElse(0) : 0) + ")";
        return field.when().isPresent() ? "(view->" + has(field) + " ? " + size + " : INT64_C(0))" : size;
    }

    @Override
    public String defined(Expression.Defined defined) {
        return parameter(defined);
    }

    @Override
    public Expression own(Expression.Defined defined) {
        return CParameters.own(structure, defined);
    }
}
