package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.streamspec.model.Extent;
import io.streamspec.model.FieldType;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * What a generated record demands of its values: the compact constructor, and {@code violations} of the rules. Variables
 * in the constructor end in an underscore, as no component's name does.
 */
final class Checks {

    private Checks() {}

    /** The component as an instance method sees it. */
    static CodeBlock self(Member member) {
        return member.local().equals(member.name())
                ? CodeBlock.of("$N", member.name())
                : CodeBlock.of("this.$N", member.name());
    }

    /** The compact constructor, if there is anything to check. */
    static Optional<MethodSpec> constructor(Codec codec) {
        CodeBlock.Builder code = CodeBlock.builder();
        codec.components().forEach(member -> check(code, member));
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("@throws IllegalArgumentException if a value does not fit its field\n")
                        .addCode(code.build())
                        .build());
    }

    /** An argument, which must not be null, as an expression; its name stands in the message. */
    static CodeBlock required(String argument) {
        return CodeBlock.of("$T.requireNonNull($N, $S)", Types.OBJECTS, argument, argument + " is null");
    }

    private static void check(CodeBlock.Builder code, Member member) {
        CodeBlock name = CodeBlock.of("$N", member.name());
        if (!member.javaType().isPrimitive()) {
            code.addStatement("$L", required(member.name()));
        }
        if (member.isConditional()) {
            CodeBlock.Builder inner = CodeBlock.builder();
            String value = member.name() + "_";
            checkValue(inner, member, member.shape(), CodeBlock.of("$N", value));
            if (!inner.isEmpty()) {
                code.beginControlFlow("if ($L.isPresent())", name);
                code.addStatement("$T $N = $L.get()", member.shape().type(), value, name);
                code.add(inner.build()).endControlFlow();
            }
            return;
        }
        checkValue(code, member, member.shape(), name);
        if (member.shape() instanceof Shape.Many many
                && !(many.element() instanceof Shape.Number)
                && many.array().isEmpty()) {
            code.addStatement("$L = $T.copyOf($L)", name, Types.ELEMENTS, name);
        }
    }

    private static void checkValue(CodeBlock.Builder code, Member member, Shape shape, CodeBlock value) {
        CodeBlock path = CodeBlock.of("$L", JavaText.literal(member.path()));
        if (member.type() instanceof FieldType.Constant constant && constant.isOctets()) {
            code.addStatement(
                    "$T.oneOf($L,$W$L,$W$L)", Types.REQUIRE, path, value, AtomCode.accepted(member, constant));
        } else if (member.type() instanceof FieldType.Constant constant) {
            CodeBlock accepted = java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(constant.value()), constant.accepted().stream())
                    .distinct()
                    .map(number -> CodeBlock.of("$L == $L", value, ExpressionCode.literal(number)))
                    .collect(CodeBlock.joining(" || "));
            code.addStatement(
                    "$T.that($L,$W$L,$W$L)",
                    Types.REQUIRE,
                    accepted,
                    JavaText.literal(member.path() + ": no accepted value: "),
                    value);
        } else if (shape instanceof Shape.Number number) {
            checkBits(code, path, value, number.octets());
        } else if (shape instanceof Shape.Wrapped wrapped && !wrapped.flags()) {
            checkBits(
                    code,
                    path,
                    CodeBlock.of("$L.value()", value),
                    wrapped.number().octets());
        } else if (shape instanceof Shape.Bytes bytes) {
            checkBytes(code, path, value, bytes);
        } else if (shape instanceof Shape.Terminated text) {
            code.addStatement("$T.require($L, $L, $L)", Types.TEXT, path, value, text.terminator());
        } else if (shape instanceof Shape.Many many) {
            checkMany(code, member, path, value, many);
        }
    }

    private static void checkBits(CodeBlock.Builder code, CodeBlock path, CodeBlock value, int octets) {
        if (octets < Long.BYTES) {
            code.addStatement("$T.bits($L, $L, $L)", Types.REQUIRE, path, value, 8 * octets);
        }
    }

    private static void checkBytes(CodeBlock.Builder code, CodeBlock path, CodeBlock value, Shape.Bytes bytes) {
        if (bytes.text()) {
            code.addStatement("$T.require($L, $L)", Types.TEXT, path, value);
        }
        if (bytes.size().isPresent()) {
            code.addStatement(
                    "$T.octets($L, $L.$N(), $L)",
                    Types.REQUIRE,
                    path,
                    value,
                    bytes.count(),
                    bytes.size().getAsLong());
        }
    }

    private static void checkMany(
            CodeBlock.Builder code, Member member, CodeBlock path, CodeBlock value, Shape.Many many) {
        if (many.extent() instanceof Extent.Fixed fixed) {
            code.addStatement("$T.elements($L, $L.size(), $L)", Types.REQUIRE, path, value, fixed.count());
        }
        if (many.element() instanceof Shape.Number number) {
            checkBits(code, path, value, number.octets());
            return;
        }
        if (many.element() instanceof Shape.Bytes bytes && !bytes.text()) {
            bytes.size()
                    .ifPresent(
                            size -> code.addStatement("$T.requireEach($L, $L, $L)", Types.OCTETS, path, value, size));
            return;
        }
        CodeBlock.Builder inner = CodeBlock.builder();
        if (needsLook(many.element())) {
            checkValue(inner, member, many.element(), CodeBlock.of("element_"));
        }
        if (!inner.isEmpty()) {
            code.beginControlFlow("for ($T element_ : $L)", many.element().type(), value);
            code.add(inner.build()).endControlFlow();
        }
    }

    /** Whether an element may be wrong by itself: those of types of their own have been checked. */
    private static boolean needsLook(Shape element) {
        return element instanceof Shape.Wrapped wrapped && !wrapped.flags()
                || element instanceof Shape.Terminated
                || element instanceof Shape.Bytes bytes
                        && (bytes.text() || bytes.size().isPresent())
                || element instanceof Shape.Many;
    }
}
