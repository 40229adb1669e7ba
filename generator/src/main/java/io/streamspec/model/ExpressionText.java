package io.streamspec.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints expressions in the language of layout rules, with no more parentheses than it takes. */
public final class ExpressionText {

    private static final int ATOM = 10;
    private static final int CHOICE = 0;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final Map<Expression.Operator, Integer> STRENGTH = Map.ofEntries(
            Map.entry(Expression.Operator.OR, 1),
            Map.entry(Expression.Operator.AND, 2),
            Map.entry(Expression.Operator.EQUAL, COMPARISON),
            Map.entry(Expression.Operator.NOT_EQUAL, COMPARISON),
            Map.entry(Expression.Operator.LESS, COMPARISON),
            Map.entry(Expression.Operator.AT_MOST, COMPARISON),
            Map.entry(Expression.Operator.MORE, COMPARISON),
            Map.entry(Expression.Operator.AT_LEAST, COMPARISON),
            Map.entry(Expression.Operator.BITS_AND, 5),
            Map.entry(Expression.Operator.SHIFTED_LEFT, 6),
            Map.entry(Expression.Operator.SHIFTED_RIGHT, 6),
            Map.entry(Expression.Operator.PLUS, 7),
            Map.entry(Expression.Operator.MINUS, 7),
            Map.entry(Expression.Operator.TIMES, 8),
            Map.entry(Expression.Operator.DIVIDED, 8),
            Map.entry(Expression.Operator.REMAINDER, 8));

    private final String self;

    private ExpressionText(String self) {
        this.self = self;
    }

    /** The text of {@code expression} as a rule of {@code structure} would write it; "" outside of any structure. */
    public static String of(Expression expression, String structure) {
        return new ExpressionText(structure).print(expression, CHOICE);
    }

    /** The text of an extent: {@code count}, {@code to end}, {@code each pfn where ...}. */
    public static String of(Extent extent, String structure) {
        if (extent instanceof Extent.Fixed fixed) {
            return Long.toString(fixed.count());
        } else if (extent instanceof Extent.Computed computed) {
            return of(computed.count(), structure);
        } else if (extent instanceof Extent.ForEach each) {
            return "each " + each.array()
                    + each.where()
                            .map(where -> " where " + of(where, structure))
                            .orElse("");
        } else if (extent instanceof Extent.Terminated terminated) {
            return "until 0x%02X".formatted(terminated.terminator());
        }
        return "to end";
    }

    private String print(Expression expression, int around) {
        int strength = strength(expression);
        String text = plain(expression, strength);
        return strength < around ? "(" + text + ")" : text;
    }

    private String plain(Expression expression, int strength) {
        if (expression instanceof Expression.Number number) {
            return number.value().toString();
        } else if (expression instanceof Expression.EnumValue value) {
            return value.name();
        } else if (expression instanceof Expression.FieldValue field) {
            return qualified(field.structure(), field.field())
                    + field.bits().map(bits -> "." + bits).orElse("");
        } else if (expression instanceof Expression.Defined defined) {
            return qualified(defined.structure(), defined.name());
        } else if (expression instanceof Expression.Measure measure) {
            return (measure.octets() ? "size(" : "count(") + measure.field() + ")";
        } else if (expression instanceof Expression.Not not) {
            return "not " + print(not.operand(), NOT);
        } else if (expression instanceof Expression.Binary binary) {
            return print(binary.left(), strength) + " " + binary.operator().spelling() + " "
                    + print(binary.right(), strength + 1);
        } else if (expression instanceof Expression.In in) {
            return print(in.value(), strength) + (in.negated() ? " not in {" : " in {") + items(in.items()) + "}";
        }
        Expression.Choice choice = (Expression.Choice) expression;
        return print(choice.condition(), 1) + " ? " + print(choice.yes(), 1) + " : " + print(choice.no(), CHOICE);
    }

    private String items(List<Expression.Item> items) {
        return items.stream()
                .map(item -> item.from().equals(item.to())
                        ? print(item.from(), 5)
                        : print(item.from(), 5) + " to " + print(item.to(), 5))
                .collect(Collectors.joining(", "));
    }

    private String qualified(String structure, String name) {
        return structure.equals(self) ? name : structure + "." + name;
    }

    private static int strength(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return STRENGTH.getOrDefault(binary.operator(), ATOM);
        } else if (expression instanceof Expression.Not) {
            return NOT;
        } else if (expression instanceof Expression.In) {
            return COMPARISON;
        }
        return expression instanceof Expression.Choice ? CHOICE : ATOM;
    }
}
