package io.streamspec.model;

import io.streamspec.model.Expression.Operator;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads expressions out in plain English, as a clause within a sentence. */
final class ExpressionReading {

    private static final Map<Operator, String> COMPARISONS = Map.of(
            Operator.EQUAL, "",
            Operator.NOT_EQUAL, "not",
            Operator.LESS, "less than",
            Operator.AT_MOST, "at most",
            Operator.MORE, "more than",
            Operator.AT_LEAST, "at least");
    private static final Map<Operator, String> ARITHMETIC = Map.of(
            Operator.PLUS, "plus",
            Operator.MINUS, "minus",
            Operator.TIMES, "times",
            Operator.DIVIDED, "divided by");
    private static final BigInteger SMALL = BigInteger.valueOf(100_000);

    private final Specification specification;
    private final String self;
    private final Optional<String> element;

    private ExpressionReading(Specification specification, String self, Optional<String> element) {
        this.specification = specification;
        this.self = self;
        this.element = element;
    }

    /** Within the rules of the structure {@code self}; "" outside of any. */
    static ExpressionReading in(Specification specification, String self) {
        return new ExpressionReading(specification, self, Optional.empty());
    }

    /** Within a condition on the elements of {@code array}. */
    ExpressionReading ofElement(String array) {
        return new ExpressionReading(specification, self, Optional.of(array));
    }

    /** Of a condition: {@code count is more than 0}. */
    String condition(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            return condition(binary);
        } else if (expression instanceof Expression.In in) {
            return value(in.value()) + " is " + membership(in);
        } else if (expression instanceof Expression.Not not) {
            return not.operand() instanceof Expression.FieldValue
                    ? value(not.operand()) + " is not set"
                    : "it is not so that " + condition(not.operand());
        } else if (expression instanceof Expression.Choice choice) {
            return condition(choice.yes()) + " if " + condition(choice.condition()) + ", otherwise "
                    + condition(choice.no());
        } else if (expression instanceof Expression.Number number) {
            return number.value().signum() == 0 ? "never" : "always";
        }
        return value(expression) + " is set";
    }

    private String condition(Expression.Binary binary) {
        if (binary.operator() == Operator.AND) {
            return part(binary.left(), Operator.OR) + " and " + part(binary.right(), Operator.OR);
        } else if (binary.operator() == Operator.OR) {
            boolean mixed = isJoined(binary.left()) || isJoined(binary.right());
            return condition(binary.left()) + (mixed ? ", or " : " or ") + condition(binary.right());
        }
        String comparison = COMPARISONS.get(binary.operator());
        if (comparison == null) {
            return value(binary) + " is not 0";
        } else if (binary.left() instanceof Expression.Measure measure) {
            return measured(measure, comparison, binary.right());
        }
        return value(binary.left()) + " is " + (comparison.isEmpty() ? "" : comparison + " ") + value(binary.right());
    }

    /** A part of a conjunction, so that no alternative in it is torn apart. */
    private String part(Expression expression, Operator loose) {
        boolean torn = expression instanceof Expression.Binary binary && binary.operator() == loose;
        return torn ? "either " + condition(expression) : condition(expression);
    }

    private static boolean isJoined(Expression expression) {
        return expression instanceof Expression.Binary binary
                && (binary.operator() == Operator.AND || binary.operator() == Operator.OR && isJoined(binary.left()));
    }

    /** {@code context has at most 128 octets}. */
    private String measured(Expression.Measure measure, String comparison, Expression amount) {
        String things = measure.octets() ? "octet" : "element";
        String verb = comparison.equals("not") ? " does not have " : " has ";
        String how = comparison.isEmpty() || comparison.equals("not") ? "" : comparison + " ";
        if (amount instanceof Expression.Choice choice) {
            return measure.field() + verb + how + amount(choice.yes(), things) + " if " + condition(choice.condition())
                    + ", otherwise " + how + value(choice.no());
        }
        return measure.field() + verb + how + amount(amount, things);
    }

    /** {@code 16 octets}, or {@code as many octets as page_size of domain_header}. */
    String amount(Expression amount, String thing) {
        if (amount instanceof Expression.Number number) {
            return number(number.value()) + " " + thing + (number.value().equals(BigInteger.ONE) ? "" : "s");
        }
        boolean isOwnName = amount instanceof Expression.FieldValue field
                        && field.structure().equals(self)
                || amount instanceof Expression.Defined defined
                        && defined.structure().equals(self);
        return isOwnName || !amount.parts().isEmpty()
                ? value(amount) + " " + thing + "s"
                : "as many " + thing + "s as " + value(amount);
    }

    /** Of a number: {@code page_shift of domain_header}. */
    String value(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return number(number.value());
        } else if (expression instanceof Expression.EnumValue value) {
            return value.name();
        } else if (expression instanceof Expression.FieldValue field) {
            return field(field);
        } else if (expression instanceof Expression.Defined defined) {
            return defined.name() + of(defined.structure());
        } else if (expression instanceof Expression.Measure measure) {
            return "the number of " + (measure.octets() ? "octets" : "elements") + " of " + measure.field();
        } else if (expression instanceof Expression.Choice choice) {
            return value(choice.yes()) + " if " + condition(choice.condition()) + ", otherwise " + value(choice.no());
        } else if (expression instanceof Expression.Binary binary && !COMPARISONS.containsKey(binary.operator())) {
            return arithmetic(binary);
        }
        return "1 if " + condition(expression) + ", otherwise 0";
    }

    private String field(Expression.FieldValue field) {
        if (element.filter(field.field()::equals).isPresent()
                && field.structure().equals(self)) {
            return field.bits().orElse("it");
        }
        return field.bits().map(bits -> bits + " of ").orElse("") + field.field() + of(field.structure());
    }

    private String of(String structure) {
        return structure.equals(self) ? "" : " of " + named(structure);
    }

    /** A record by its own name, any other structure by its. */
    private String named(String structure) {
        return specification.recordsOf(structure).stream()
                .findFirst()
                .map(RecordKind::name)
                .orElse(structure);
    }

    /** One step in words; longer calculations as the formula that they are. */
    private String arithmetic(Expression.Binary binary) {
        boolean isOneStep =
                binary.left().parts().isEmpty() && binary.right().parts().isEmpty();
        String word = ARITHMETIC.get(binary.operator());
        if (isOneStep && word != null) {
            return value(binary.left()) + " " + word + " " + value(binary.right());
        } else if (isOneStep
                && binary.operator() == Operator.SHIFTED_LEFT
                && binary.left().equals(new Expression.Number(BigInteger.ONE))) {
            return "2 to the power of " + value(binary.right());
        } else if (isOneStep && binary.operator() == Operator.REMAINDER) {
            return "the remainder of " + value(binary.left()) + " divided by " + value(binary.right());
        }
        return ExpressionText.of(binary, self);
    }

    /** {@code one of 3 or 4}, {@code none of BROKEN, XALLOC and XTAB}, {@code from 5 to 8}. */
    String membership(Expression.In in) {
        List<String> items = in.items().stream().map(this::item).toList();
        if (items.size() == 1) {
            return (in.negated() ? "not " : "") + items.get(0);
        }
        return in.negated() ? "none of " + Lists.and(items) : Lists.or(items);
    }

    private String item(Expression.Item item) {
        return item.from().equals(item.to())
                ? value(item.from())
                : "from " + value(item.from()) + " to " + value(item.to());
    }

    static String number(BigInteger value) {
        return value.compareTo(SMALL) < 0
                ? value.toString()
                : "0x" + value.toString(16).toUpperCase(Locale.ROOT);
    }
}
