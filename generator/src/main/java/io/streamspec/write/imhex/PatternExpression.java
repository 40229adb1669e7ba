package io.streamspec.write.imhex;

import io.streamspec.model.Expression;
import io.streamspec.model.Expression.Operator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expressions of the model in ImHex's language, whose numbers have 128 bits. */
final class PatternExpression {

    private final Function<Expression, String> leaves;

    /** Expressions over {@code leaves}: what fields, definitions and measures are called. */
    PatternExpression(Function<Expression, String> leaves) {
        this.leaves = leaves;
    }

    /** The expression as a number. */
    String number(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return number.value().toString();
        } else if (expression instanceof Expression.EnumValue value) {
            return value.value().toString();
        } else if (expression instanceof Expression.Choice choice) {
            return "(%s ? %s : %s)".formatted(condition(choice.condition()), number(choice.yes()), number(choice.no()));
        } else if (expression instanceof Expression.Binary binary && !isCondition(binary.operator())) {
            return "(%s %s %s)"
                    .formatted(number(binary.left()), binary.operator().spelling(), number(binary.right()));
        } else if (!expression.parts().isEmpty()) {
            return "(" + condition(expression) + " ? 1 : 0)";
        }
        return leaves.apply(expression);
    }

    /** The expression as a condition. */
    String condition(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return "!(" + condition(not.operand()) + ")";
        } else if (expression instanceof Expression.In in) {
            String ranges = in.items().stream()
                    .map(item -> ", " + number(item.from()) + ", " + number(item.to()))
                    .collect(Collectors.joining());
            return (in.negated() ? "!" : "") + Globals.WITHIN + "(" + number(in.value()) + ranges + ")";
        } else if (expression instanceof Expression.Binary binary && isCondition(binary.operator())) {
            return switch (binary.operator()) {
                case AND -> "(" + condition(binary.left()) + " && " + condition(binary.right()) + ")";
                case OR -> "(" + condition(binary.left()) + " || " + condition(binary.right()) + ")";
                default ->
                    "(" + number(binary.left()) + " " + binary.operator().spelling() + " " + number(binary.right())
                            + ")";
            };
        }
        return "(" + number(expression) + " != 0)";
    }

    private static boolean isCondition(Operator operator) {
        return switch (operator) {
            case AND, OR, EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST -> true;
            default -> false;
        };
    }
}
