package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.BitRange;
import io.streamspec.model.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The record for a field whose bits have names. */
final class FlagsType {

    private static final int LARGEST_INT = 31;

    private final Plan plan;
    private final Codec codec;
    private final ClassName name;
    private final String path;
    private final List<BitRange> named;
    private final TypeSpec.Builder type;

    private FlagsType(Plan plan, Codec codec, ClassName name, String path, FieldType.Flags flags) {
        this.plan = plan;
        this.codec = codec;
        this.name = name;
        this.path = path;
        this.named = flags.bits().stream().filter(range -> !range.reserved()).toList();
        this.type = TypeSpec.recordBuilder(name).addModifiers(Modifier.PUBLIC);
    }

    static TypeSpec of(Plan plan, Codec codec, ClassName name, Member member, FieldType.Flags flags) {
        String rules = codec.structure().name() + "." + member.field().name();
        return new FlagsType(plan, codec, name, member.path(), flags).build(member, flags, rules);
    }

    private TypeSpec build(Member member, FieldType.Flags flags, String rules) {
        int octets = flags.octets();
        type.addJavadoc(Docs.flags(member));
        type.recordConstructor(MethodSpec.constructorBuilder()
                .addParameter(TypeName.LONG, "bits")
                .build());
        if (octets < Long.BYTES) {
            type.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc("@throws IllegalArgumentException if they do not fit\n")
                    .addStatement("$T.bits($L, bits, $L)", Types.REQUIRE, JavaText.literal(member.path()), 8 * octets)
                    .build());
        }
        if (!named.isEmpty()) {
            type.addMethod(ofAll());
        }
        if (member.shape() instanceof Shape.Many) {
            Shape.Number number = number(member.shape());
            type.addMethod(ArrayType.allFlags(name, number))
                    .addType(ArrayType.ofFlags(name, number, ForEachLoop.methods(plan, codec, member)));
        }
        for (BitRange range : named) {
            type.addMethod(getter(range));
            if (range.enumeration().isPresent() && !isTaken(member(range) + "Number")) {
                type.addMethod(rawGetter(range));
            }
            type.addMethod(wither(range));
        }
        type.addMethod(reservedBits(flags));
        Optional<Shape.Number> elements =
                Optional.of(member.shape()).filter(Shape.Many.class::isInstance).map(FlagsType::number);
        FlagsChecks.of(plan, rules, flags, elements).forEach(type::addMethod);
        type.addMethod(text());
        return type.build();
    }

    private MethodSpec ofAll() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addJavadoc("Bits of these values, the reserved ones 0.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name);
        CodeBlock.Builder value = CodeBlock.builder().add("new $T(0)", name);
        for (BitRange range : named) {
            method.addParameter(type(range), member(range));
            value.add(".$N($N)", wither(member(range)), member(range));
        }
        return method.addStatement("return $L", value.build()).build();
    }

    private static Shape.Number number(Shape shape) {
        return shape instanceof Shape.Many many ? number(many.element()) : ((Shape.Wrapped) shape).number();
    }

    /** The number that stands in {@code range} of {@code bits}. */
    static CodeBlock number(BitRange range, CodeBlock bits) {
        return range.low() == 0
                ? CodeBlock.of("($L & $L)", bits, mask(range.width()))
                : CodeBlock.of("($L >>> $L & $L)", bits, range.low(), mask(range.width()));
    }

    private MethodSpec getter(BitRange range) {
        CodeBlock value = number(range, CodeBlock.of("bits"));
        MethodSpec.Builder method = MethodSpec.methodBuilder(member(range))
                .addJavadoc(Docs.bits(range))
                .addModifiers(Modifier.PUBLIC)
                .returns(type(range));
        if (range.enumeration().isPresent()) {
            method.addStatement("return $T.of($L)", type(range), value);
        } else if (range.width() == 1) {
            method.addStatement("return $L != 0", value);
        } else if (range.width() <= LARGEST_INT) {
            method.addStatement("return (int) $L", value);
        } else {
            method.addStatement("return $L", value);
        }
        return method.build();
    }

    private boolean isTaken(String member) {
        return named.stream().anyMatch(range -> member(range).equals(member));
    }

    private MethodSpec rawGetter(BitRange range) {
        boolean isInt = range.width() <= LARGEST_INT;
        return MethodSpec.methodBuilder(member(range) + "Number")
                .addJavadoc("The number of {@link #$N}.\n", member(range))
                .addModifiers(Modifier.PUBLIC)
                .returns(isInt ? TypeName.INT : TypeName.LONG)
                .addStatement(isInt ? "return (int) $L" : "return $L", number(range, CodeBlock.of("bits")))
                .build();
    }

    private MethodSpec wither(BitRange range) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(wither(member(range)))
                .addJavadoc("These bits with another {@code $L}.\n", member(range))
                .addModifiers(Modifier.PUBLIC)
                .returns(name)
                .addParameter(type(range), member(range));
        CodeBlock value = CodeBlock.of("$N", member(range));
        if (range.enumeration().isPresent()) {
            method.addStatement("$L", Checks.required(member(range)));
            value = CodeBlock.of("$N.value()", member(range));
        } else if (range.width() == 1) {
            value = CodeBlock.of("($N ? 1L : 0L)", member(range));
        } else if (range.width() <= LARGEST_INT) {
            value = CodeBlock.of("(long) $N", member(range));
        }
        boolean mayNotFit = range.enumeration().isPresent() || range.width() > 1 && range.width() < Long.SIZE;
        if (mayNotFit) {
            method.addStatement(
                    "$T.bits($L, $L, $L)",
                    Types.REQUIRE,
                    JavaText.literal(path + "." + range.name()),
                    value,
                    range.width());
        }
        if (range.width() == Long.SIZE) {
            return method.addStatement("return new $T($L)", name, value).build();
        }
        return range.low() == 0
                ? method.addStatement("return new $T(bits & ~$L | $L)", name, mask(range.width()), value)
                        .build()
                : method.addStatement(
                                "return new $T(bits & ~($L << $L) | $L << $L)",
                                name,
                                mask(range.width()),
                                range.low(),
                                value,
                                range.low())
                        .build();
    }

    private MethodSpec reservedBits(FieldType.Flags flags) {
        long reserved = FlagsChecks.reserved(flags);
        return MethodSpec.methodBuilder("reservedBits")
                .addJavadoc("The reserved bits alone, in their places; 0 if all is well.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG)
                .addStatement("return bits & 0x$LL", Long.toHexString(reserved).toUpperCase(Locale.ROOT))
                .build();
    }

    private MethodSpec text() {
        CodeBlock.Builder text = CodeBlock.builder().add("$S", name.simpleName() + "[");
        String comma = "";
        for (BitRange range : named) {
            CodeBlock value = CodeBlock.of(
                    range.width() == Long.SIZE && range.enumeration().isEmpty()
                            ? "Long.toUnsignedString($N())"
                            : "$N()",
                    member(range));
            text.add("\n+ $S + $L", comma + member(range) + "=", value);
            comma = ", ";
        }
        text.add(
                "\n+ (reservedBits() == 0 ? $S : $S + Long.toHexString(reservedBits()) + $S)",
                "]",
                comma + "reserved=0x",
                "]");
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Types.STRING)
                .addStatement("return $L", text.build())
                .build();
    }

    private static String member(BitRange range) {
        return JavaNames.member(range.name());
    }

    private static String wither(String member) {
        return "with" + member.substring(0, 1).toUpperCase(Locale.ROOT) + member.substring(1);
    }

    private TypeName type(BitRange range) {
        if (range.enumeration().isPresent()) {
            return Objects.requireNonNull(
                    plan.enumerations().get(range.enumeration().get()));
        } else if (range.width() == 1) {
            return TypeName.BOOLEAN;
        }
        return range.width() <= LARGEST_INT ? TypeName.INT : TypeName.LONG;
    }

    private static String mask(int width) {
        long mask = width == Long.SIZE ? -1 : (1L << width) - 1;
        return "0x" + Long.toHexString(mask).toUpperCase(Locale.ROOT) + "L";
    }
}
