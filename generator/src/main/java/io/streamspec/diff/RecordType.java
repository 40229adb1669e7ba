package io.streamspec.diff;

import io.streamspec.model.BitRange;
import io.streamspec.model.Expression;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Computes what a specification says of types of records. */
final class RecordType {

    private static final int WIDEST_SHIFT = 64;
    private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(4 * WIDEST_SHIFT);

    private final Specification specification;
    private final BigInteger type;
    private final Map<String, BigInteger> definitions = new HashMap<>();

    private RecordType(Specification specification, BigInteger type) {
        this.specification = specification;
        this.type = type;
    }

    /** Whether readers of {@code specification} may skip a record of that kind that they do not know. */
    static boolean isOptional(Specification specification, RecordKind kind) {
        BigInteger type = new BigInteger(Long.toUnsignedString(kind.type()));
        return specification
                .framing()
                .flatMap(framing -> framing.optional())
                .filter(condition -> number(specification, condition, type).signum() != 0)
                .isPresent();
    }

    private static BigInteger number(Specification specification, Expression expression, BigInteger type) {
        return new RecordType(specification, type).number(expression);
    }

    private BigInteger number(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return number.value();
        } else if (expression instanceof Expression.EnumValue value) {
            return value.value();
        } else if (expression instanceof Expression.FieldValue value) {
            return value.bits().map(bits -> bits(value, bits)).orElse(type);
        } else if (expression instanceof Expression.Defined defined) {
            return defined(defined);
        } else if (expression instanceof Expression.Not not) {
            return truth(number(not.operand()).signum() == 0);
        } else if (expression instanceof Expression.In in) {
            return truth(isIn(in) != in.negated());
        } else if (expression instanceof Expression.Choice choice) {
            return number(choice.condition()).signum() != 0 ? number(choice.yes()) : number(choice.no());
        } else if (expression instanceof Expression.Binary binary) {
            BigInteger result = binary(binary.operator(), number(binary.left()), number(binary.right()));
            return result.mod(BEYOND); // squares of squares are no types of records
        }
        return BigInteger.ZERO; // the size of something: a type has none
    }

    private BigInteger defined(Expression.Defined name) {
        BigInteger known = definitions.get(name.structure() + "." + name.name());
        if (known == null) {
            known = specification.structure(name.structure()).definitions().stream()
                    .filter(definition -> definition.name().equals(name.name()))
                    .map(definition -> number(definition.value()))
                    .findFirst()
                    .orElse(BigInteger.ZERO);
            definitions.put(name.structure() + "." + name.name(), known);
        }
        return known;
    }

    private boolean isIn(Expression.In in) {
        BigInteger value = number(in.value());
        return in.items().stream()
                .anyMatch(item -> number(item.from()).compareTo(value) <= 0 && value.compareTo(number(item.to())) <= 0);
    }

    private BigInteger bits(Expression.FieldValue value, String name) {
        Optional<BitRange> range = Optional.of(specification.structure(value.structure()))
                .flatMap((Structure structure) -> structure.field(value.field()))
                .filter(field -> field.type() instanceof FieldType.Flags)
                .flatMap(field -> ((FieldType.Flags) field.type())
                        .bits().stream()
                                .filter(bits -> bits.name().equals(name))
                                .findFirst());
        return range.map(bits -> type.shiftRight(bits.low())
                        .and(BigInteger.ONE.shiftLeft(bits.width()).subtract(BigInteger.ONE)))
                .orElse(BigInteger.ZERO);
    }

    private static BigInteger binary(Expression.Operator operator, BigInteger left, BigInteger right) {
        int shift = right.min(BigInteger.valueOf(WIDEST_SHIFT)).intValue();
        return switch (operator) {
            case OR -> truth(left.signum() != 0 || right.signum() != 0);
            case AND -> truth(left.signum() != 0 && right.signum() != 0);
            case EQUAL -> truth(left.equals(right));
            case NOT_EQUAL -> truth(!left.equals(right));
            case LESS -> truth(left.compareTo(right) < 0);
            case AT_MOST -> truth(left.compareTo(right) <= 0);
            case MORE -> truth(left.compareTo(right) > 0);
            case AT_LEAST -> truth(left.compareTo(right) >= 0);
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            case DIVIDED -> right.signum() == 0 ? BigInteger.ZERO : left.divide(right);
            case REMAINDER -> right.signum() <= 0 ? BigInteger.ZERO : left.mod(right);
            case SHIFTED_LEFT -> left.shiftLeft(Math.max(0, shift));
            case SHIFTED_RIGHT -> left.shiftRight(Math.max(0, shift));
            case BITS_AND -> left.and(right);
        };
    }

    private static BigInteger truth(boolean holds) {
        return holds ? BigInteger.ONE : BigInteger.ZERO;
    }
}
