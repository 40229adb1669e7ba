package io.streamspec.diff;

import io.streamspec.model.Expression;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.FieldType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A condition that compares one thing with numbers: {@code count > 0}, {@code levels in {3, 4}}. */
record Condition(String subject, Numbers holding) {

    /** The condition {@code expression} of {@code structure}; absent if it is of another form. */
    static Optional<Condition> of(Expression expression, String structure) {
        if (expression instanceof Expression.Not not) {
            return of(not.operand(), structure)
                    .map(operand -> new Condition(operand.subject, operand.holding.others()));
        } else if (expression instanceof Expression.In in) {
            return ranges(in.items())
                    .map(Numbers::of)
                    .map(set ->
                            new Condition(ExpressionText.of(in.value(), structure), in.negated() ? set.others() : set));
        } else if (expression instanceof Expression.Binary binary) {
            return number(binary.right())
                    .flatMap(right -> holding(binary.operator(), right))
                    .map(set -> new Condition(ExpressionText.of(binary.left(), structure), set));
        }
        return Optional.empty();
    }

    private static Optional<List<FieldType.ValueRange>> ranges(List<Expression.Item> items) {
        List<FieldType.ValueRange> ranges = new ArrayList<>();
        for (Expression.Item item : items) {
            Optional<BigInteger> from = number(item.from());
            Optional<BigInteger> to = number(item.to());
            if (from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) > 0) {
                return Optional.empty();
            }
            ranges.add(new FieldType.ValueRange(from.get(), to.get()));
        }
        return Optional.of(ranges);
    }

    private static Optional<Numbers> holding(Expression.Operator operator, BigInteger right) {
        Numbers single = Numbers.single(List.of(right));
        return switch (operator) {
            case EQUAL -> Optional.of(single);
            case NOT_EQUAL -> Optional.of(single.others());
            case MORE -> Optional.of(Numbers.atLeast(right.add(BigInteger.ONE)));
            case AT_LEAST -> Optional.of(Numbers.atLeast(right));
            case LESS -> Optional.of(Numbers.atLeast(right).others());
            case AT_MOST ->
                Optional.of(Numbers.atLeast(right.add(BigInteger.ONE)).others());
            default -> Optional.empty();
        };
    }

    private static Optional<BigInteger> number(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return Optional.of(number.value());
        }
        return expression instanceof Expression.EnumValue value ? Optional.of(value.value()) : Optional.empty();
    }
}
