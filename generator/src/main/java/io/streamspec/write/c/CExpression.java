package io.streamspec.write.c;

import io.streamspec.model.Expression;
import io.streamspec.model.Expression.Operator;
import java.math.BigInteger;
import java.util.stream.Collectors;

/**
 * Expressions of the model as C. Values are {@code uint64_t}; where something is computed of them, {@code int64_t}, and
 * what does not fit is noted in a variable.
 */
final class CExpression {

    private static final BigInteger LARGEST =
            BigInteger.ONE.shiftLeft(Long.SIZE - 1).subtract(BigInteger.ONE);

    private final CNames names;
    private final Leaves leaves;
    private final String sound;

    /**
     * Expressions over {@code leaves}.
     *
     * @param sound what points to the variable that becomes false where something cannot be computed
     */
    CExpression(CNames names, Leaves leaves, String sound) {
        this.names = names;
        this.leaves = leaves;
        this.sound = sound;
    }

    /** What the names in expressions stand for. */
    interface Leaves {
        /** A field or some of its bits, as a {@code uint64_t}. */
        String field(Expression.FieldValue value);

        /** The size or the count of a field, as an {@code int64_t}. */
        String measure(Expression.Measure measure);

        /** A definition of another structure, as a {@code uint64_t}; one of the structure itself is {@link #own}. */
        String defined(Expression.Defined defined);

        /** What a definition of the structure itself stands for; the definition itself if it is of another. */
        Expression own(Expression.Defined defined);
    }

    /** The expression as an {@code int64_t}. */
    String number(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return constant(number.value());
        } else if (expression instanceof Expression.EnumValue value) {
            return constant(value.value());
        } else if (expression instanceof Expression.FieldValue value) {
            return small(leaves.field(value));
        } else if (expression instanceof Expression.Defined defined) {
            Expression own = leaves.own(defined);
            return own == defined ? small(leaves.defined(defined)) : number(own);
        } else if (expression instanceof Expression.Measure measure) {
            return leaves.measure(measure);
        } else if (expression instanceof Expression.Choice choice) {
            return "(%s ? %s : %s)".formatted(condition(choice.condition()), number(choice.yes()), number(choice.no()));
        } else if (expression instanceof Expression.Binary binary && !isCondition(binary.operator())) {
            return computed(binary);
        }
        return "(int64_t)(%s)".formatted(condition(expression));
    }

    private String constant(BigInteger value) {
        return value.compareTo(LARGEST) <= 0 ? "INT64_C(" + value + ")" : small("UINT64_MAX");
    }

    private String small(String value) {
        return names.helper("small") + "(" + value + ", " + sound + ")";
    }

    /** The expression as a condition. */
    String condition(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return "!(" + condition(not.operand()) + ")";
        } else if (expression instanceof Expression.In in) {
            String ranges =
                    in.items().stream().map(item -> item(in.value(), item)).collect(Collectors.joining(" || "));
            return (in.negated() ? "!" : "") + "(" + ranges + ")";
        } else if (expression instanceof Expression.Binary binary && isCondition(binary.operator())) {
            return switch (binary.operator()) {
                case AND -> "(" + condition(binary.left()) + " && " + condition(binary.right()) + ")";
                case OR -> "(" + condition(binary.left()) + " || " + condition(binary.right()) + ")";
                default -> comparison(binary.left(), binary.operator(), binary.right());
            };
        } else if (expression instanceof Expression.Number number) {
            return number.value().signum() == 0 ? "false" : "true";
        }
        return number(expression) + " != 0";
    }

    private String item(Expression value, Expression.Item item) {
        return item.from().equals(item.to())
                ? comparison(value, Operator.EQUAL, item.from())
                : "(" + comparison(value, Operator.AT_LEAST, item.from()) + " && "
                        + comparison(value, Operator.AT_MOST, item.to()) + ")";
    }

    /** Plain values are compared unsigned, so that all 64 bits count; what was computed may be negative. */
    private String comparison(Expression left, Operator operator, Expression right) {
        if (!isPlain(left) || !isPlain(right)) {
            return number(left) + " " + operator.spelling() + " " + number(right);
        }
        String plainLeft = plain(left);
        String plainRight = plain(right);
        return switch (operator) {
            // compilers warn of comparisons that no value can fail or pass
            case AT_LEAST -> isLeast(right) || isMost(left) ? "true" : plainLeft + " >= " + plainRight;
            case AT_MOST -> isLeast(left) || isMost(right) ? "true" : plainLeft + " <= " + plainRight;
            case LESS -> isLeast(right) || isMost(left) ? "false" : plainLeft + " < " + plainRight;
            case MORE -> isLeast(left) || isMost(right) ? "false" : plainLeft + " > " + plainRight;
            default -> plainLeft + " " + operator.spelling() + " " + plainRight;
        };
    }

    private static boolean isLeast(Expression side) {
        return side instanceof Expression.Number number && number.value().signum() == 0
                || side instanceof Expression.EnumValue value && value.value().signum() == 0;
    }

    private static boolean isMost(Expression side) {
        return side instanceof Expression.Number number && number.value().bitCount() == Long.SIZE
                || side instanceof Expression.EnumValue value && value.value().bitCount() == Long.SIZE;
    }

    private boolean isPlain(Expression expression) {
        return expression instanceof Expression.Number number && number.value().bitLength() <= Long.SIZE
                || expression instanceof Expression.EnumValue value
                        && value.value().bitLength() <= Long.SIZE
                || expression instanceof Expression.FieldValue
                || expression instanceof Expression.Defined defined && leaves.own(defined) == defined;
    }

    private String plain(Expression expression) {
        if (expression instanceof Expression.FieldValue value) {
            return leaves.field(value);
        } else if (expression instanceof Expression.Defined defined) {
            return leaves.defined(defined);
        }
        BigInteger value = expression instanceof Expression.Number number
                ? number.value()
                : ((Expression.EnumValue) expression).value();
        return CText.number(value, Long.BYTES);
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
            case SHIFTED_LEFT -> call("shifted_left", left, right);
            case SHIFTED_RIGHT -> call("shifted_right", left, right);
            default -> "(" + left + " & " + right + ")";
        };
    }

    private String call(String function, String left, String right) {
        return "%s(%s, %s, %s)".formatted(names.helper(function), left, right, sound);
    }

    private static boolean isCondition(Operator operator) {
        return switch (operator) {
            case AND, OR, EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST -> true;
            default -> false;
        };
    }
}
