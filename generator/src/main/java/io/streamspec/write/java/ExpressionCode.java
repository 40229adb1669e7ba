package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Expression;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Expressions of the model as Java, over {@code long}s and {@code boolean}s. Arithmetic is exact; unsigned numbers of 64
 * bits are compared as such.
 */
final class ExpressionCode {

    /** As many bits as number the bits of a long. */
    private static final int SET_BITS = 6;

    private final Plan plan;
    private final Codec self;
    private final boolean decoding;
    private final Map<String, CodeBlock> elements;
    private final Map<String, CodeBlock> others;

    private ExpressionCode(
            Plan plan, Codec self, boolean decoding, Map<String, CodeBlock> elements, Map<String, CodeBlock> others) {
        this.plan = plan;
        this.self = self;
        this.decoding = decoding;
        this.elements = elements;
        this.others = others;
    }

    /** In a method that decodes {@code self}: its fields are local variables. */
    static ExpressionCode decoding(Plan plan, Codec self) {
        return new ExpressionCode(plan, self, true, Map.of(), Map.of());
    }

    /** In an instance method of {@code self}. */
    static ExpressionCode inside(Plan plan, Codec self) {
        return new ExpressionCode(plan, self, false, Map.of(), Map.of());
    }

    /** In a method whose parameters are the stream's headers. */
    static ExpressionCode ofHeaders(Plan plan) {
        Map<String, CodeBlock> parameters = new LinkedHashMap<>();
        plan.headers()
                .forEach(header ->
                        parameters.put(header.structure().name(), CodeBlock.of("$N", StreamType.variable(header))));
        return new ExpressionCode(plan, Codec.none(plan), false, Map.of(), parameters);
    }

    /** The same, where the octets of some fields are known, and the fields themselves are not. */
    ExpressionCode withSizes(Map<String, CodeBlock> sizes) {
        return new ExpressionCode(plan, self, decoding, elements, sizes);
    }

    /** The same, where {@code element} stands for the element at hand of {@code array}. */
    ExpressionCode forEach(String array, CodeBlock element) {
        return new ExpressionCode(plan, self, decoding, Map.of(array, element), others);
    }

    /** The expression as a number. */
    CodeBlock number(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return literal(number.value());
        } else if (expression instanceof Expression.EnumValue value) {
            return enumValue(value);
        } else if (expression instanceof Expression.FieldValue value) {
            return fieldValue(value);
        } else if (expression instanceof Expression.Defined defined) {
            return defined(defined);
        } else if (expression instanceof Expression.Measure measure) {
            return measure(measure);
        } else if (expression instanceof Expression.Choice choice) {
            return CodeBlock.of(
                    "($L ? $L : $L)", condition(choice.condition()), number(choice.yes()), number(choice.no()));
        } else if (expression instanceof Expression.Binary binary
                && arithmetic(binary.operator()).isPresent()) {
            return CodeBlock.of(
                    "$T.$N($L,$W$L)",
                    Types.ARITHMETIC,
                    arithmetic(binary.operator()).get(),
                    small(binary.left()),
                    small(binary.right()));
        } else if (expression instanceof Expression.Binary binary
                && binary.operator() == Expression.Operator.BITS_AND) {
            return CodeBlock.of("($L & $L)", number(binary.left()), number(binary.right()));
        }
        return CodeBlock.of("($L ? 1 : 0)", condition(expression));
    }

    /** The expression as a condition. */
    CodeBlock condition(Expression expression) {
        if (expression instanceof Expression.Not not) {
            return CodeBlock.of("!($L)", condition(not.operand()));
        } else if (expression instanceof Expression.In in) {
            return in(in);
        } else if (expression instanceof Expression.Binary binary) {
            switch (binary.operator()) {
                case AND:
                    return CodeBlock.of("($L$W&& $L)", condition(binary.left()), condition(binary.right()));
                case OR:
                    return CodeBlock.of("($L$W|| $L)", condition(binary.left()), condition(binary.right()));
                case EQUAL, NOT_EQUAL, LESS, AT_MOST, MORE, AT_LEAST:
                    return comparison(binary.left(), binary.operator().spelling(), binary.right());
                default:
                    break;
            }
        }
        return CodeBlock.of("$L != 0", number(expression));
    }

    private CodeBlock in(Expression.In in) {
        Optional<CodeBlock> set = smallSet(in);
        if (set.isPresent()) {
            return CodeBlock.of("($L >>> $L & 1) $L 0", set.get(), number(in.value()), in.negated() ? "==" : "!=");
        }
        CodeBlock any = in.items().stream().map(item -> item(in.value(), item)).collect(CodeBlock.joining("$W|| "));
        return CodeBlock.of(in.negated() ? "!($L)" : "($L)", any);
    }

    /** The items as a set of bits, if there is none of 64 or more and the value cannot be either. */
    Optional<CodeBlock> smallSet(Expression.In in) {
        return isSmallSet(in) ? Optional.of(small(in.items())) : Optional.empty();
    }

    /** Whether both the value and all items are below 64, so that one test of a set of bits takes no branches. */
    private boolean isSmallSet(Expression.In in) {
        boolean isNarrow = in.value() instanceof Expression.FieldValue value
                && value.bits().isPresent()
                && bits(value).width() <= SET_BITS;
        return isNarrow
                && in.items().stream()
                        .flatMap(item -> Stream.of(item.from(), item.to()))
                        .allMatch(bound -> constant(bound)
                                .filter(number -> number.bitLength() <= SET_BITS)
                                .isPresent());
    }

    private static CodeBlock small(List<Expression.Item> items) {
        BigInteger set = BigInteger.ZERO;
        for (Expression.Item item : items) {
            int last = constant(item.to()).orElseThrow().intValue();
            for (int i = constant(item.from()).orElseThrow().intValue(); i <= last; i++) {
                set = set.setBit(i);
            }
        }
        return CodeBlock.of("0x$LL", set.toString(16).toUpperCase(java.util.Locale.ROOT));
    }

    private static Optional<BigInteger> constant(Expression expression) {
        if (expression instanceof Expression.EnumValue value) {
            return Optional.of(value.value());
        }
        return expression instanceof Expression.Number number ? Optional.of(number.value()) : Optional.empty();
    }

    private CodeBlock item(Expression value, Expression.Item item) {
        if (item.from().equals(item.to())) {
            return comparison(value, "==", item.from());
        }
        return CodeBlock.of("($L$W&& $L)", comparison(value, ">=", item.from()), comparison(value, "<=", item.to()));
    }

    private CodeBlock comparison(Expression left, String operator, Expression right) {
        boolean isEquality = operator.equals("==") || operator.equals("!=");
        boolean leaves = isLeaf(left) && isLeaf(right);
        if (leaves && isEquality || !isWide(left) && !isWide(right)) {
            return CodeBlock.of("$L $L $L", number(left), operator, number(right));
        } else if (leaves) {
            return CodeBlock.of("Long.compareUnsigned($L, $L) $L 0", number(left), number(right), operator);
        }
        return CodeBlock.of("$L $L $L", small(left), operator, small(right));
    }

    /** As an operand of exact arithmetic, which has no unsigned numbers of 64 bits. */
    private CodeBlock small(Expression expression) {
        return isWide(expression)
                ? CodeBlock.of("$T.small($L)", Types.ARITHMETIC, number(expression))
                : number(expression);
    }

    private static boolean isLeaf(Expression expression) {
        return expression instanceof Expression.Number
                || expression instanceof Expression.EnumValue
                || expression instanceof Expression.FieldValue;
    }

    /** Whether it may be 2^63 or more. */
    private boolean isWide(Expression expression) {
        if (expression instanceof Expression.FieldValue value) {
            return value.bits().isPresent() ? bits(value).width() == Long.SIZE : octets(fieldType(value)) == Long.BYTES;
        } else if (expression instanceof Expression.Number number) {
            return number.value().bitLength() >= Long.SIZE;
        } else if (expression instanceof Expression.EnumValue value) {
            return value.value().bitLength() >= Long.SIZE;
        } else if (expression instanceof Expression.Choice choice) {
            return isWide(choice.yes()) || isWide(choice.no());
        }
        return expression instanceof Expression.Binary binary
                && binary.operator() == Expression.Operator.BITS_AND
                && isWide(binary.left())
                && isWide(binary.right());
    }

    private CodeBlock enumValue(Expression.EnumValue value) {
        Optional<Enumeration.Value> named = plan.specification().enumerations().stream()
                .filter(enumeration -> enumeration.name().equals(value.enumeration()))
                .flatMap(enumeration -> enumeration.values().stream())
                .filter(candidate -> candidate.name().equals(value.name()))
                .findFirst();
        return named.isPresent() && plan.enumerations().containsKey(value.enumeration())
                ? CodeBlock.of(
                        "$T.$N.value()", plan.enumerations().get(value.enumeration()), JavaNames.constant(value.name()))
                : literal(value.value());
    }

    private CodeBlock fieldValue(Expression.FieldValue value) {
        boolean own = value.structure().equals(self.structure().name());
        Codec codec = own ? self : plan.codec(value.structure());
        Member member = codec.member(value.field());
        CodeBlock access = own ? own(member) : CodeBlock.of("$L.$N()", context(codec), member.name());
        if (elements.containsKey(value.field()) && own) {
            access = elements.get(value.field());
        } else if (member.isConditional() && member.isComponent()) {
            return orZero(member, access);
        }
        if (member.role() == Member.Role.FIXED && member.type() instanceof FieldType.Constant constant) {
            return literal(constant.value());
        }
        return unwrapped(member, value, access);
    }

    private CodeBlock unwrapped(Member member, Expression.FieldValue value, CodeBlock access) {
        if (value.bits().isPresent()) {
            return FlagsType.number(bits(value), CodeBlock.of("$L.bits()", access));
        }
        Shape shape = member.shape() instanceof Shape.Many many ? many.element() : member.shape();
        return shape instanceof Shape.Wrapped wrapped ? CodeBlock.of("$L.$N()", access, wrapped.unwrap()) : access;
    }

    private static CodeBlock orZero(Member member, CodeBlock access) {
        if (member.shape() instanceof Shape.Wrapped wrapped) {
            return CodeBlock.of("$L.map($T::$N).orElse(0L)", access, wrapped.type(), wrapped.unwrap());
        }
        return CodeBlock.of(
                member.shape().type().equals(com.palantir.javapoet.TypeName.INT) ? "$L.orElse(0)" : "$L.orElse(0L)",
                access);
    }

    private CodeBlock own(Member member) {
        if (decoding) {
            return CodeBlock.of("$N", member.local());
        }
        return CodeBlock.of("$N()", member.name());
    }

    private CodeBlock context(Codec codec) {
        CodeBlock other = others.get(codec.structure().name());
        return other == null
                ? CodeBlock.of(
                        "context.$N()", JavaNames.member(codec.structure().name()))
                : other;
    }

    private CodeBlock defined(Expression.Defined defined) {
        if (defined.structure().equals(self.structure().name())) {
            return number(new References(plan.specification()).definition(defined));
        }
        Codec codec = plan.codec(defined.structure());
        Expression value = new References(plan.specification()).definition(defined);
        boolean deep = !new References(plan.specification())
                .outside(value, defined.structure())
                .isEmpty();
        return CodeBlock.of(
                deep ? "$L.$N(context)" : "$L.$N()",
                context(codec),
                codec.definitions().get(defined.name()));
    }

    private CodeBlock measure(Expression.Measure measure) {
        Member member = self.member(measure.field());
        CodeBlock known = others.get(measure.field());
        if (known != null) {
            return known;
        }
        CodeBlock value = own(member);
        return measure.octets() ? SizeCode.octets(member.shape(), value) : SizeCode.extent(member.shape(), value);
    }

    private FieldType fieldType(Expression.FieldValue value) {
        FieldType type = plan.specification()
                .structure(value.structure())
                .field(value.field())
                .orElseThrow()
                .type();
        while (type instanceof FieldType.Array array) {
            type = array.element();
        }
        return type;
    }

    private int octets(FieldType type) {
        return (int) Placement.of(plan.specification()).size(type).orElse(0);
    }

    private BitRange bits(Expression.FieldValue value) {
        FieldType.Flags flags = (FieldType.Flags) fieldType(value);
        List<BitRange> named = flags.bits().stream()
                .filter(range -> range.name().equals(value.bits().orElseThrow()))
                .collect(Collectors.toList());
        return named.get(0);
    }

    private static Optional<String> arithmetic(Expression.Operator operator) {
        return switch (operator) {
            case PLUS -> Optional.of("plus");
            case MINUS -> Optional.of("minus");
            case TIMES -> Optional.of("times");
            case DIVIDED -> Optional.of("divided");
            case REMAINDER -> Optional.of("remainder");
            case SHIFTED_LEFT -> Optional.of("shiftedLeft");
            case SHIFTED_RIGHT -> Optional.of("shiftedRight");
            default -> Optional.empty();
        };
    }

    /** A number as a literal: decimal if small, else hexadecimal. */
    static CodeBlock literal(BigInteger value) {
        if (value.bitLength() > Long.SIZE) {
            throw new IllegalArgumentException("no number of 64 bits: " + value);
        } else if (value.bitLength() < 12) {
            return CodeBlock.of("$L", value);
        }
        return CodeBlock.of("0x$LL", value.toString(16).toUpperCase(java.util.Locale.ROOT));
    }
}
