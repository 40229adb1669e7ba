package io.streamspec.example;

import io.streamspec.model.BitRange;
import io.streamspec.model.Expression;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Computes expressions over the values of one structure and of those that came before it, as generated code does. */
public final class Evaluation {

    private final Specification specification;
    private final String self;
    private final Map<String, Map<String, Value>> values;
    private final Map<String, Value> elements;

    private Evaluation(
            Specification specification,
            String self,
            Map<String, Map<String, Value>> values,
            Map<String, Value> elements) {
        this.specification = specification;
        this.self = self;
        this.values = values;
        this.elements = elements;
    }

    /** Why an expression has no value: division by zero, a missing structure, more than 64 bits. */
    public static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Fault(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * Over {@code own}, the values of the structure {@code self} as far as they are known, which may grow, and the latest
     * values of earlier structures by name.
     */
    public static Evaluation of(
            Specification specification, String self, Map<String, Value> own, Map<String, Value.Group> earlier) {
        Map<String, Map<String, Value>> values = new HashMap<>();
        earlier.forEach((name, group) -> values.put(name, group.fields()));
        values.put(self, own);
        return new Evaluation(specification, self, values, Map.of());
    }

    /** The same, where {@code element} stands for the array that it is of. */
    Evaluation forElement(String array, Value element) {
        return new Evaluation(specification, self, values, Map.of(array, element));
    }

    /** Whether a condition holds. */
    public boolean holds(Expression condition) {
        return number(condition).signum() != 0;
    }

    /**
     * The number that {@code expression} is; that of an absent field is 0.
     *
     * @throws Fault if it is none
     */
    public BigInteger number(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return number.value();
        } else if (expression instanceof Expression.EnumValue value) {
            return value.value();
        } else if (expression instanceof Expression.FieldValue field) {
            return field(field);
        } else if (expression instanceof Expression.Defined defined) {
            return defined(defined);
        } else if (expression instanceof Expression.Measure measure) {
            return measure(measure);
        } else if (expression instanceof Expression.Not not) {
            return truth(!holds(not.operand()));
        } else if (expression instanceof Expression.In in) {
            return truth(in.items().stream().anyMatch(item -> isIn(in.value(), item)) != in.negated());
        } else if (expression instanceof Expression.Choice choice) {
            return number(holds(choice.condition()) ? choice.yes() : choice.no());
        }
        return binary((Expression.Binary) expression);
    }

    private boolean isIn(Expression value, Expression.Item item) {
        BigInteger number = number(value);
        return number.compareTo(number(item.from())) >= 0 && number.compareTo(number(item.to())) <= 0;
    }

    private BigInteger binary(Expression.Binary binary) {
        if (binary.operator() == Expression.Operator.AND) {
            return truth(holds(binary.left()) && holds(binary.right()));
        } else if (binary.operator() == Expression.Operator.OR) {
            return truth(holds(binary.left()) || holds(binary.right()));
        }
        BigInteger left = number(binary.left());
        BigInteger right = number(binary.right());
        BigInteger result = result(left, binary.operator(), right);
        if (result.bitLength() > Long.SIZE) {
            throw new Fault("more than 64 bits");
        }
        return result;
    }

    private static BigInteger result(BigInteger left, Expression.Operator operator, BigInteger right) {
        int order = left.compareTo(right);
        return switch (operator) {
            case EQUAL -> truth(order == 0);
            case NOT_EQUAL -> truth(order != 0);
            case LESS -> truth(order < 0);
            case AT_MOST -> truth(order <= 0);
            case MORE -> truth(order > 0);
            case AT_LEAST -> truth(order >= 0);
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case DIVIDED -> left.divide(divisor(right));
            case REMAINDER -> left.remainder(divisor(right));
            case SHIFTED_LEFT -> left.shiftLeft(distance(right));
            case SHIFTED_RIGHT -> left.shiftRight(distance(right));
            case BITS_AND -> left.and(right);
            case AND, OR -> throw new IllegalArgumentException("not of two numbers: " + operator);
        };
    }

    private static BigInteger divisor(BigInteger number) {
        if (number.signum() == 0) {
            throw new Fault("division by zero");
        }
        return number;
    }

    private static int distance(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > 6) {
            throw new Fault("a shift by " + number);
        }
        return number.intValue();
    }

    private BigInteger field(Expression.FieldValue field) {
        Map<String, Value> group = values.get(field.structure());
        if (group == null) {
            throw new Fault(field.structure() + " must come before what depends on it");
        }
        boolean isOwn = field.structure().equals(self);
        Value value =
                isOwn && elements.containsKey(field.field()) ? elements.get(field.field()) : group.get(field.field());
        if (value == null) {
            return BigInteger.ZERO;
        } else if (!(value instanceof Value.Number number)) {
            throw new Fault(field.field() + " is no number");
        } else {
            return field.bits().isEmpty()
                    ? number.number()
                    : bits(number.number(), range(field, field.bits().get()));
        }
    }

    private BitRange range(Expression.FieldValue field, String bits) {
        FieldType type = specification
                .structure(field.structure())
                .field(field.field())
                .orElseThrow()
                .type();
        while (type instanceof FieldType.Array array) {
            type = array.element();
        }
        return ((FieldType.Flags) type)
                .bits().stream()
                        .filter(range -> range.name().equals(bits))
                        .findFirst()
                        .orElseThrow();
    }

    /** The number that stands in some bits of {@code number}. */
    static BigInteger bits(BigInteger number, BitRange range) {
        return number.shiftRight(range.low())
                .and(BigInteger.ONE.shiftLeft(range.width()).subtract(BigInteger.ONE));
    }

    private BigInteger defined(Expression.Defined defined) {
        Structure structure = specification.structure(defined.structure());
        Expression value = structure.definitions().stream()
                .filter(definition -> definition.name().equals(defined.name()))
                .findFirst()
                .orElseThrow()
                .value();
        return defined.structure().equals(self)
                ? number(value)
                : new Evaluation(specification, defined.structure(), values, Map.of()).number(value);
    }

    private BigInteger measure(Expression.Measure measure) {
        Value value = values.getOrDefault(self, Map.of()).get(measure.field());
        if (value == null) {
            return BigInteger.ZERO;
        }
        Structure structure = specification.structure(self);
        FieldType type = structure.field(measure.field()).orElseThrow().type();
        return BigInteger.valueOf(measure.octets() ? new Sizes(specification).of(type, value) : Sizes.extent(value));
    }

    private static BigInteger truth(boolean holds) {
        return holds ? BigInteger.ONE : BigInteger.ZERO;
    }
}
