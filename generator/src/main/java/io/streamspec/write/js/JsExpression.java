package io.streamspec.write.js;

import io.streamspec.model.BitRange;
import io.streamspec.model.Expression;
import io.streamspec.model.Expression.Operator;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.stream.Collectors;

/**
 * Expressions of the model as JavaScript, over BigInts and booleans. Fields of the structure at hand are local variables;
 * those of earlier ones are asked of the cursor {@code r}.
 */
final class JsExpression {

    private final Specification specification;
    private final String self;
    private final String home;
    private final String element;

    private JsExpression(Specification specification, String self, String home, String element) {
        this.specification = specification;
        this.self = self;
        this.home = home;
        this.element = element;
    }

    /** In the function that reads {@code structure}. */
    static JsExpression of(Specification specification, Structure structure) {
        return new JsExpression(specification, structure.name(), structure.name(), "");
    }

    /** Behind the headers, whose fields {@code r} knows. */
    static JsExpression ofHeaders(Specification specification) {
        return new JsExpression(specification, "", "", "");
    }

    /** The same, where the variable {@code element} stands for the element at hand of {@code array}. */
    JsExpression forEach(String array) {
        return new JsExpression(specification, self, home, array);
    }

    /** The expression as a number. */
    String number(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return JsText.number(number.value());
        } else if (expression instanceof Expression.EnumValue value) {
            return JsText.number(value.value());
        } else if (expression instanceof Expression.FieldValue value) {
            return fieldValue(value);
        } else if (expression instanceof Expression.Defined defined) {
            return defined(defined);
        } else if (expression instanceof Expression.Measure measure) {
            return measure(measure);
        } else if (expression instanceof Expression.Choice choice) {
            return "(%s ? %s : %s)".formatted(condition(choice.condition()), number(choice.yes()), number(choice.no()));
        } else if (expression instanceof Expression.Binary binary && !isCondition(binary.operator())) {
            return computed(binary);
        }
        return "(%s ? 1n : 0n)".formatted(condition(expression));
    }

    /** The expression as a condition. */
    String condition(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return "!(" + condition(not.operand()) + ")";
        } else if (expression instanceof Expression.In in) {
            String ranges = in.items().stream()
                    .map(item -> "[" + number(item.from()) + ", " + number(item.to()) + "]")
                    .collect(Collectors.joining(", ", "[", "]"));
            return (in.negated() ? "!" : "") + "within(" + number(in.value()) + ", " + ranges + ")";
        } else if (expression instanceof Expression.Binary binary && isCondition(binary.operator())) {
            return comparison(binary);
        }
        return number(expression) + " !== 0n";
    }

    private String comparison(Expression.Binary binary) {
        return switch (binary.operator()) {
            case AND -> "(" + condition(binary.left()) + " && " + condition(binary.right()) + ")";
            case OR -> "(" + condition(binary.left()) + " || " + condition(binary.right()) + ")";
            case EQUAL -> number(binary.left()) + " === " + number(binary.right());
            case NOT_EQUAL -> number(binary.left()) + " !== " + number(binary.right());
            default -> number(binary.left()) + " " + binary.operator().spelling() + " " + number(binary.right());
        };
    }

    private String computed(Expression.Binary binary) {
        String left = number(binary.left());
        String right = number(binary.right());
        return switch (binary.operator()) {
            case PLUS -> call("plus", left, right);
            case MINUS -> call("minus", left, right);
            case TIMES -> call("times", left, right);
            case DIVIDED -> call("divided", left, right);
            case REMAINDER -> call("remainder", left, right);
            case SHIFTED_LEFT -> call("shiftedLeft", left, right);
            case SHIFTED_RIGHT -> call("shiftedRight", left, right);
            default -> "(" + left + " & " + right + ")";
        };
    }

    private static String call(String function, String left, String right) {
        return "arithmetic." + function + "(" + left + ", " + right + ")";
    }

    private static boolean isCondition(Operator operator) {
        return switch (operator) {
            case AND, OR, EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST -> true;
            default -> false;
        };
    }

    private String fieldValue(Expression.FieldValue value) {
        Field field =
                specification.structure(value.structure()).field(value.field()).orElseThrow();
        String number = "(" + JsText.identifier(value.field()) + " ?? 0n)";
        if (!value.structure().equals(self)) {
            number = "r.earlier(" + JsText.literal(value.structure()) + ", " + JsText.literal(value.field()) + ")";
        } else if (value.field().equals(element)) {
            number = "element";
        } else if (field.when().isEmpty()) {
            number = JsText.identifier(value.field());
        }
        if (value.bits().isEmpty()) {
            return number;
        }
        BitRange range = range(field.type(), value.bits().get());
        return "bits(" + number + ", " + range.low() + ", " + range.width() + ")";
    }

    private static BitRange range(FieldType type, String name) {
        if (type instanceof FieldType.Array array) {
            return range(array.element(), name);
        }
        return ((FieldType.Flags) type)
                .bits().stream()
                        .filter(range -> range.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    /** What a name stands for, with the measures of the structure that defines it. */
    private String defined(Expression.Defined defined) {
        Structure definer = specification.structure(defined.structure());
        Expression value = definer.definitions().stream()
                .filter(definition -> definition.name().equals(defined.name()))
                .findFirst()
                .orElseThrow()
                .value();
        return new JsExpression(specification, self, definer.name(), "").number(value);
    }

    private String measure(Expression.Measure measure) {
        String where = home.equals(self) ? "" : ", r.before(" + JsText.literal(home) + ")";
        return (measure.octets() ? "r.octetsOf(" : "r.countOf(") + JsText.literal(measure.field()) + where + ")";
    }
}
