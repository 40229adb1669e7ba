package io.streamspec.write.kaitai;

import io.streamspec.model.BitRange;
import io.streamspec.model.Expression;
import io.streamspec.model.Expression.Operator;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Expressions of the model in Kaitai's language. Shifts and masks by constants become products, quotients and remainders,
 * because JavaScript shifts and masks 32 bits only.
 */
final class KsyExpression {

    private static final int LONGEST = 20_000;

    private final Plan plan;
    private final Structure self;
    private final String prefix;
    private final String element;

    private KsyExpression(Plan plan, Structure self, String prefix, String element) {
        this.plan = plan;
        this.self = self;
        this.prefix = prefix;
        this.element = element;
    }

    /** For expressions in the type of {@code self}. */
    static KsyExpression of(Plan plan, Structure self) {
        return new KsyExpression(plan, self, "", "");
    }

    /** For expressions over {@code self} in another type, where {@code object} is the structure. */
    static KsyExpression of(Plan plan, Structure self, String object) {
        return new KsyExpression(plan, self, object + ".", "");
    }

    /** The same, where {@code array} stands for its element at hand. */
    KsyExpression forElementsOf(String array) {
        return new KsyExpression(plan, self, prefix, array);
    }

    /** The expression as a number. */
    String number(Expression expression) {
        return bounded(plainNumber(expression));
    }

    private String plainNumber(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return literal(number.value());
        } else if (expression instanceof Expression.EnumValue value) {
            return literal(value.value());
        } else if (expression instanceof Expression.FieldValue field) {
            return fieldValue(field);
        } else if (expression instanceof Expression.Defined defined) {
            return defined(defined);
        } else if (expression instanceof Expression.Measure measure) {
            return measure(measure);
        } else if (expression instanceof Expression.Choice choice) {
            return "(%s ? %s : %s)".formatted(condition(choice.condition()), number(choice.yes()), number(choice.no()));
        } else if (expression instanceof Expression.Binary binary && !isCondition(binary.operator())) {
            return computed(binary);
        }
        return "(" + condition(expression) + " ? 1 : 0)";
    }

    /** The expression as a condition. */
    String condition(Expression expression) {
        return bounded(plainCondition(expression));
    }

    private String plainCondition(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return "not (" + condition(not.operand()) + ")";
        } else if (expression instanceof Expression.In in) {
            String any =
                    in.items().stream().map(item -> within(in.value(), item)).collect(Collectors.joining(" or "));
            return (in.negated() ? "not " : "") + "(" + any + ")";
        } else if (expression instanceof Expression.Binary binary && isCondition(binary.operator())) {
            return comparison(binary);
        }
        return number(expression) + " != 0";
    }

    /** Nested sets and choices repeat their values, so that a text could double with each level. */
    private static String bounded(String text) {
        if (text.length() > LONGEST) {
            throw new Inexpressible("depends on an expression that is too long");
        }
        return text;
    }

    /** {@code value} as a number that is exact in JavaScript too. */
    static String literal(BigInteger value) {
        if (value.bitLength() > Plan.EXACT_BITS) {
            throw new Inexpressible("depends on " + value + ", which is no exact number in JavaScript");
        }
        return value.toString();
    }

    private String within(Expression value, Expression.Item item) {
        if (item.from().equals(item.to())) {
            return equal(value, item.from(), "==");
        }
        return "(%s >= %s and %s <= %s)"
                .formatted(number(value), number(item.from()), number(value), number(item.to()));
    }

    private String comparison(Expression.Binary binary) {
        return switch (binary.operator()) {
            case AND -> "(" + condition(binary.left()) + " and " + condition(binary.right()) + ")";
            case OR -> "(" + condition(binary.left()) + " or " + condition(binary.right()) + ")";
            case EQUAL, NOT_EQUAL ->
                equal(binary.left(), binary.right(), binary.operator().spelling());
            default -> number(binary.left()) + " " + binary.operator().spelling() + " " + number(binary.right());
        };
    }

    /** Values of an enumeration are compared by name. */
    private String equal(Expression left, Expression right, String operator) {
        Optional<String> label = right instanceof Expression.EnumValue value
                ? plan.label(value.enumeration(), value.value())
                : Optional.empty();
        Optional<String> name = label.isPresent() ? name(left) : Optional.empty();
        return name.isPresent()
                ? name.get() + " " + operator + " " + label.get()
                : number(left) + " " + operator + " " + number(right);
    }

    /** The value of an enumeration that the expression is, if it is always there. */
    private Optional<String> name(Expression expression) {
        if (!(expression instanceof Expression.FieldValue value)) {
            return Optional.empty();
        } else if (!value.structure().equals(self.name())) {
            return plan.needs().ofLeaf(value, self).stream()
                    .filter(Need.Header.class::isInstance)
                    .flatMap(need -> header((Need.Header) need).name(value).stream())
                    .findFirst();
        }
        Field field = self.field(value.field()).orElseThrow();
        boolean isElement = field.name().equals(element);
        FieldType type = isElement ? ((FieldType.Array) field.type()).element() : field.type();
        String path = prefix + plan.scope(self.name()).of(field.name()) + (isElement ? "[_index]" : "");
        if (field.when().isPresent()) {
            return Optional.empty();
        } else if (type instanceof FieldType.Flags flags && value.bits().isPresent()) {
            BitRange range = range(flags, value.bits().get());
            return range.enumeration()
                    .filter(plan::isEnum)
                    .map(unused ->
                            path + "." + plan.bits(self.name(), field.name()).of(range.low()));
        }
        return type instanceof FieldType.Enumerated enumerated && plan.isEnum(enumerated.enumeration())
                ? Optional.of(path)
                : Optional.empty();
    }

    private KsyExpression header(Need.Header need) {
        String id = prefix + plan.scope(self.name()).claim(need, need.name());
        return of(plan, plan.specification().structure(need.structure()), id);
    }

    private String computed(Expression.Binary binary) {
        String left = number(binary.left());
        Optional<BigInteger> constant =
                binary.right() instanceof Expression.Number number ? Optional.of(number.value()) : Optional.empty();
        Optional<String> power = constant.filter(by -> by.bitLength() < 6)
                .map(by -> BigInteger.ONE.shiftLeft(by.intValue()))
                .filter(value -> value.bitLength() <= Plan.EXACT_BITS)
                .map(BigInteger::toString);
        if (binary.operator() == Operator.SHIFTED_LEFT && power.isPresent()) {
            return "(" + left + " * " + power.get() + ")";
        } else if (binary.operator() == Operator.SHIFTED_RIGHT && power.isPresent()) {
            return "(" + left + " / " + power.get() + ")";
        } else if (binary.operator() == Operator.BITS_AND
                && constant.filter(KsyExpression::isMask).isPresent()) {
            return "(" + left + " % " + constant.get().add(BigInteger.ONE) + ")";
        }
        return "(" + left + " " + binary.operator().spelling() + " " + number(binary.right()) + ")";
    }

    /** Whether all set bits are the lowest ones. */
    private static boolean isMask(BigInteger value) {
        return value.bitLength() < Plan.EXACT_BITS && value.bitCount() == value.bitLength();
    }

    private static boolean isCondition(Operator operator) {
        return switch (operator) {
            case AND, OR, EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST -> true;
            default -> false;
        };
    }

    private String fieldValue(Expression.FieldValue value) {
        plan.requireRead(value.structure(), value.field());
        if (!value.structure().equals(self.name())) {
            return outside(value, value.structure());
        }
        Field field = self.field(value.field()).orElseThrow();
        String id = prefix + plan.scope(self.name()).of(field.name());
        boolean isElement = field.name().equals(element);
        String number = isElement
                ? value(id + "[_index]", ((FieldType.Array) field.type()).element(), field, value.bits())
                : value(id, field.type(), field, value.bits());
        return field.when().isEmpty() ? number : "(" + condition(field.when().get()) + " ? " + number + " : 0)";
    }

    /** The number at {@code path}, of a field or an element of it. */
    private String value(String path, FieldType type, Field field, Optional<String> bits) {
        if (type instanceof FieldType.Flags flags) {
            return bits(path, flags, field, bits);
        } else if (type instanceof FieldType.Constant constant && Constants.isOctets(constant, self.byteOrder())) {
            if (!constant.accepted().isEmpty()) {
                throw new Inexpressible("depends on '" + field.name() + "', which is read as octets");
            }
            return literal(constant.value());
        } else if (Needs.width(type) == 0 || type instanceof FieldType.Array) {
            throw new Inexpressible("depends on '" + field.name() + "', which is no number");
        }
        Optional<String> number = path.endsWith("]") ? Optional.empty() : plan.number(self.name(), field.name());
        if (number.isPresent()) {
            return prefix + number.get();
        }
        return type instanceof FieldType.Enumerated enumerated && plan.isEnum(enumerated.enumeration())
                ? path + ".to_i"
                : path;
    }

    private String bits(String path, FieldType.Flags flags, Field field, Optional<String> name) {
        Scope scope = plan.bits(self.name(), field.name());
        if (name.isEmpty()) {
            return path + "." + scope.of("value");
        }
        BitRange range = range(flags, name.get());
        boolean isEnum = range.enumeration().filter(plan::isEnum).isPresent();
        return path + "." + scope.of(range.low()) + (isEnum || range.width() == 1 ? ".to_i" : "");
    }

    private static BitRange range(FieldType.Flags flags, String name) {
        return flags.bits().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String defined(Expression.Defined defined) {
        plan.requireRead(defined.structure(), defined.name());
        return defined.structure().equals(self.name())
                ? prefix + plan.scope(self.name()).of(List.of("definition", defined.name()))
                : outside(defined, defined.structure());
    }

    /** What an expression stands for that names something of another structure. */
    private String outside(Expression leaf, String structure) {
        Need need = plan.needs().ofLeaf(leaf, self).stream()
                .findFirst()
                .orElseThrow(() -> new Inexpressible("depends on '" + structure + "', which is not known there"));
        return need instanceof Need.Header header
                ? header(header).number(leaf)
                : prefix + plan.scope(self.name()).claim(need, need.name());
    }

    private String measure(Expression.Measure measure) {
        plan.requireRead(self.name(), measure.field());
        Field field = self.field(measure.field()).orElseThrow();
        String number = measure(measure, field, prefix + plan.scope(self.name()).of(field.name()));
        return field.when().isEmpty() ? number : "(" + condition(field.when().get()) + " ? " + number + " : 0)";
    }

    private String measure(Expression.Measure measure, Field field, String id) {
        Placement placement = Placement.of(plan.specification());
        OptionalLong size = placement.size(field.type());
        if (measure.octets() && size.isPresent()) {
            return Long.toString(size.getAsLong());
        } else if (field.type() instanceof FieldType.Array array) {
            OptionalLong each = placement.size(array.element());
            boolean isFiltered = array.extent() instanceof Extent.ForEach each1
                    && each1.where().isPresent();
            if (isFiltered || measure.octets() && each.isEmpty()) {
                throw new Inexpressible("depends on the measure of '" + field.name() + "'");
            }
            return measure.octets() ? "(" + id + ".size * " + each.getAsLong() + ")" : id + ".size";
        } else if (field.type() instanceof FieldType.Text text && text.extent() instanceof Extent.Terminated) {
            return "(" + id + ".length" + (measure.octets() ? " + 1)" : ")");
        } else if (field.type() instanceof FieldType.Octets || field.type() instanceof FieldType.Text) {
            return id + ".length";
        }
        throw new Inexpressible("depends on the measure of '" + field.name() + "'");
    }
}
