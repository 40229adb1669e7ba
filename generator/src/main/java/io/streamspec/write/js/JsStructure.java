package io.streamspec.write.js;

import io.streamspec.model.BitRange;
import io.streamspec.model.Expression;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The function that reads one structure: a call of the cursor {@code r} for each field, then its rules. */
final class JsStructure {

    private final Specification specification;
    private final Structure structure;
    private final Anchors anchors;
    private final JsExpression expressions;
    private final JsCode code;

    private JsStructure(Specification specification, Structure structure, Anchors anchors, JsCode code) {
        this.specification = specification;
        this.structure = structure;
        this.anchors = anchors;
        this.expressions = JsExpression.of(specification, structure);
        this.code = code;
    }

    /** The name of the function that reads the structure of that name. */
    static String function(String structure) {
        return "read" + JsText.identifier(structure);
    }

    /** The name of the constant with the enumeration of that name. */
    static String enumeration(String enumeration) {
        return "names" + JsText.identifier(enumeration);
    }

    /** Adds the function, which reads {@code fields} of {@code structure}. */
    static void add(
            Specification specification, Structure structure, List<Field> fields, Anchors anchors, JsCode code) {
        new JsStructure(specification, structure, anchors, code).add(fields);
    }

    private void add(List<Field> fields) {
        String function = function(structure.name());
        fields.forEach(this::addBits);
        code.line("function %s(r) {", function);
        code.line(
                "r.begin({ name: %s, table: %s, anchor: %s, order: '%s' });",
                JsText.literal(structure.name()),
                JsText.literal(anchors.table(structure)),
                JsText.literal(structure.anchor()),
                structure.byteOrder().word());
        fields.forEach(this::addField);
        List<String> names = fields.stream().map(Field::name).toList();
        structure.constraints().forEach(constraint -> addConstraint(constraint, names));
        code.line("}");
        code.line("%s.layout = %s;", function, JsText.literal(RuleIds.layout(structure.name())));
        structure.fields().stream()
                .skip(fields.size())
                .filter(field -> field.type() instanceof FieldType.Padding)
                .map(field -> RuleIds.of(structure.name(), field.name(), "zero"))
                .findFirst()
                .ifPresent(rule -> code.line("%s.padding = %s;", function, JsText.literal(rule)));
        code.line("");
    }

    /** Adds the constant with the meaning of a field's bits, if it has such. */
    private void addBits(Field field) {
        FieldType type = field.type();
        while (type instanceof FieldType.Array array) {
            type = array.element();
        }
        if (type instanceof FieldType.Flags flags) {
            code.line("const %s = [", bits(field));
            flags.bits().forEach(range -> code.line("%s,", range(range)));
            code.line("];").line("");
        }
    }

    private String bits(Field field) {
        return "bits" + JsText.identifier(structure.name() + "." + field.name());
    }

    private void addField(Field field) {
        String read = read(field, field.type(), JsText.literal(field.name()));
        String variable = isNamed(field.type()) ? "const " + JsText.identifier(field.name()) + " = " : "";
        String condition = field.when().map(when -> expressions.condition(when)).orElse("");
        code.line("%s%s;", variable, condition.isEmpty() ? read : condition + " ? " + read + " : undefined");
    }

    /** Whether rules can speak of the field's value. */
    private static boolean isNamed(FieldType type) {
        return type instanceof FieldType.Array array
                ? isNamed(array.element())
                : type instanceof FieldType.Scalar
                        || type instanceof FieldType.Constant
                        || type instanceof FieldType.Enumerated
                        || type instanceof FieldType.Flags;
    }

    private void addConstraint(Structure.Constraint constraint, List<String> fields) {
        String field = constraint.condition().leaves().stream()
                .flatMap(JsStructure::fieldOf)
                .filter(fields::contains)
                .findFirst()
                .orElse("");
        code.line(
                "r.check(%s, %s, %s, %s, () => %s);",
                JsText.literal(constraint.id()),
                constraint.must(),
                JsText.literal(field),
                JsText.literal(ExpressionText.of(constraint.condition(), structure.name()) + " does not hold"),
                expressions.condition(constraint.condition()));
    }

    private static Stream<String> fieldOf(Expression leaf) {
        if (leaf instanceof Expression.Measure measure) {
            return Stream.of(measure.field());
        }
        return leaf instanceof Expression.FieldValue value ? Stream.of(value.field()) : Stream.of();
    }

    /** The call that reads a value; {@code name} is the expression for its field's name. */
    private String read(Field field, FieldType type, String name) {
        if (type instanceof FieldType.Scalar scalar) {
            String allowed = scalar.allowed().stream()
                    .map(range -> "[" + JsText.number(range.from()) + ", " + JsText.number(range.to()) + "]")
                    .collect(Collectors.joining(", ", "[", "]"));
            return call("number", name, scalar.octets(), allowed);
        } else if (type instanceof FieldType.Constant constant) {
            return constant.isOctets()
                    ? call("constant", name, constant.octets(), values(constant), true)
                    : call("constant", name, constant.octets(), values(constant));
        } else if (type instanceof FieldType.Enumerated enumerated) {
            String names = enumeration(enumerated.enumeration());
            return call("enumerated", name, enumerated.octets(), names, enumerated.open());
        } else if (type instanceof FieldType.Flags flags) {
            return call("flags", name, flags.octets(), bits(field));
        } else if (type instanceof FieldType.Reserved reserved) {
            return call("reserved", name, JsText.number(reserved.octets()));
        } else if (type instanceof FieldType.Padding padding) {
            return padding.least() == padding.most()
                    ? call("reserved", name, JsText.number(padding.least()))
                    : call("padding", name, padding.most() + 1);
        } else if (type instanceof FieldType.Composite composite) {
            return call("composite", name, function(composite.structure()));
        } else if (type instanceof FieldType.Array array) {
            return call("array", name, extent(array.extent()), each(array.element()), element(field, array));
        } else if (type instanceof FieldType.Octets octets) {
            return call("blob", name, extent(octets.extent()));
        }
        Extent extent = ((FieldType.Text) type).extent();
        return extent instanceof Extent.Terminated end
                ? call("terminated", name, end.terminator())
                : call("text", name, extent(extent));
    }

    private static String call(String method, Object... arguments) {
        return Stream.of(arguments).map(String::valueOf).collect(Collectors.joining(", ", "r." + method + "(", ")"));
    }

    private String element(Field field, FieldType.Array array) {
        return "(name) => " + read(field, array.element(), "name");
    }

    private static String values(FieldType.Constant constant) {
        List<BigInteger> values = new ArrayList<>(List.of(constant.value()));
        values.addAll(constant.accepted());
        return values.stream().distinct().map(JsText::number).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String range(BitRange range) {
        return "{ name: %s, anchor: %s, low: %d, width: %d, reserved: %s, names: %s }"
                .formatted(
                        JsText.literal(range.name()),
                        JsText.literal(range.reserved() ? "reserved_" + range.low() : range.name()),
                        range.low(),
                        range.width(),
                        range.reserved(),
                        range.enumeration().map(JsStructure::enumeration).orElse("null"));
    }

    /** How much there is, as an expression; null for all that is left. */
    private String extent(Extent extent) {
        if (extent instanceof Extent.Fixed fixed) {
            return JsText.number(fixed.count());
        } else if (extent instanceof Extent.Computed computed) {
            return expressions.number(computed.count());
        } else if (extent instanceof Extent.ForEach each) {
            return each.where().isEmpty()
                    ? "r.countOf(" + JsText.literal(each.array()) + ")"
                    : "r.counted(%s, (element) => %s)"
                            .formatted(
                                    JsText.identifier(each.array()),
                                    expressions
                                            .forEach(each.array())
                                            .condition(each.where().get()));
        }
        return "null";
    }

    /** The octets of each element of an array, as an expression; null if each has a size of its own. */
    private String each(FieldType element) {
        OptionalLong size = Placement.of(specification).size(element);
        if (size.isPresent()) {
            return JsText.number(size.getAsLong());
        }
        boolean isComputed = element instanceof FieldType.Octets octets && octets.extent() instanceof Extent.Computed
                || element instanceof FieldType.Text text && text.extent() instanceof Extent.Computed;
        return isComputed ? extent(extentOf(element)) : "null";
    }

    private static Extent extentOf(FieldType type) {
        return type instanceof FieldType.Octets octets ? octets.extent() : ((FieldType.Text) type).extent();
    }
}
