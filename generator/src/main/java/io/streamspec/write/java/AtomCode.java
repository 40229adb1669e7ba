package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Extent;
import io.streamspec.model.FieldType;
import java.util.stream.Stream;

/** Expressions that read and write values of fixed size at a position of a buffer. */
final class AtomCode {

    private AtomCode() {}

    /** The value of this shape in {@code buffer} at {@code at}, an {@code int}. */
    static CodeBlock read(Shape shape, CodeBlock buffer, CodeBlock at) {
        if (shape instanceof Shape.Number number) {
            return number(number, buffer, at);
        } else if (shape instanceof Shape.Wrapped wrapped) {
            CodeBlock value = number(wrapped.number(), buffer, at);
            return wrapped.flags()
                    ? CodeBlock.of("new $T($L)", wrapped.type(), value)
                    : CodeBlock.of("$T.of($L)", wrapped.type(), value);
        } else if (shape instanceof Shape.Nested nested) {
            return CodeBlock.of("$T.decode($L, $L)", nested.type(), buffer, at);
        } else if (shape instanceof Shape.Bytes bytes) {
            return CodeBlock.of(
                    bytes.text() ? "$T.get($L, $L, $L)" : "$T.view($L, $L, $L)",
                    bytes.text() ? Types.TEXT : Types.OCTETS,
                    buffer,
                    at,
                    bytes.size().getAsLong());
        } else if (shape instanceof Shape.Many many && many.extent() instanceof Extent.Fixed fixed) {
            return many(many, buffer, at, CodeBlock.of("$L", fixed.count()));
        }
        throw new IllegalArgumentException("not of fixed size: " + shape);
    }

    /** A view of {@code count} elements of fixed size. */
    static CodeBlock many(Shape.Many many, CodeBlock buffer, CodeBlock at, CodeBlock count) {
        if (many.element() instanceof Shape.Number number) {
            return CodeBlock.of(
                    "$T.view($L, $L, $L, $L, $L)",
                    Types.SCALARS,
                    buffer,
                    at,
                    count,
                    number.octets(),
                    Types.order(many.order(), buffer));
        }
        if (many.element() instanceof Shape.Bytes bytes && !bytes.text()) {
            long each = bytes.size().orElseThrow();
            return CodeBlock.of("$T.each($L, $L, $L, $L)", Types.OCTETS, buffer, at, count, each);
        } else if (many.array().isPresent()) {
            return CodeBlock.of("new $T($L, $L, $L)", many.array().get(), buffer, at, count);
        }
        return elements(
                many.element().type(),
                CodeBlock.of(
                        "$L, $L, $L, $L",
                        buffer,
                        at,
                        count,
                        many.element().size().getAsLong()),
                read(many.element(), CodeBlock.of("b"), CodeBlock.of("at")));
    }

    /** A class of its own for these elements, so that the compiler sees through it. */
    static CodeBlock elements(TypeName element, CodeBlock arguments, CodeBlock read) {
        return CodeBlock.builder()
                .add("new $T($L) {\n", ParameterizedTypeName.get(Types.ELEMENTS, element), arguments)
                .indent()
                .add("@$T\nprotected $T at($T b, int at) {\n", Override.class, element, Types.BYTE_BUFFER)
                .indent()
                .add("return $L;\n", read)
                .unindent()
                .add("}\n")
                .unindent()
                .add("}")
                .build();
    }

    /** The integer of this shape in {@code buffer} at {@code at}. */
    static CodeBlock number(Shape.Number number, CodeBlock buffer, CodeBlock at) {
        String method =
                switch (number.octets()) {
                    case 1, 2, 4, 8 -> "u" + 8 * number.octets();
                    default -> "number";
                };
        return method.equals("number")
                ? CodeBlock.of("$T.number($L, $L, $L)", Types.access(number.order()), buffer, at, number.octets())
                : CodeBlock.of("$T.$N($L, $L)", Types.access(number.order()), method, buffer, at);
    }

    /** A call that writes {@code value} to {@code b} at {@code at}; arrays of lists are loops, and not written so. */
    static CodeBlock write(Shape shape, CodeBlock at, CodeBlock value) {
        if (shape instanceof Shape.Number number) {
            return writeNumber(number, at, value);
        } else if (shape instanceof Shape.Wrapped wrapped) {
            return writeNumber(wrapped.number(), at, CodeBlock.of("$L.$N()", value, wrapped.unwrap()));
        } else if (shape instanceof Shape.Nested nested) {
            return CodeBlock.of(nested.needsContext() ? "$L.encode(b, $L, context)" : "$L.encode(b, $L)", value, at);
        } else if (shape instanceof Shape.Bytes bytes) {
            return bytes.text()
                    ? CodeBlock.of("$T.put(b, $L, $L)", Types.TEXT, at, value)
                    : CodeBlock.of("$L.put(b, $L)", value, at);
        } else if (shape instanceof Shape.Many many && many.element() instanceof Shape.Number number) {
            CodeBlock order = Types.order(many.order(), CodeBlock.of("b"));
            return CodeBlock.of("$L.put(b, $L, $L, $L)", value, at, number.octets(), order);
        }
        throw new IllegalArgumentException("not written in one go: " + shape);
    }

    /** The octets that are taken as a constant, first those that are written. */
    static CodeBlock accepted(Member member, FieldType.Constant constant) {
        return Stream.concat(
                        Stream.of(CodeBlock.of("$N", member.valueConstant())),
                        constant.accepted().stream()
                                .filter(value -> !value.equals(constant.value()))
                                .map(value -> CodeBlock.of("$T.hex($S)", Types.OCTETS, constant.digits(value))))
                .collect(CodeBlock.joining(",$W"));
    }

    /** Writes {@code size} zero octets. */
    static CodeBlock zeroes(CodeBlock at, long size) {
        return size == 1 || size == 2 || size == 4 || size == 8
                ? CodeBlock.of("$T.put$L(b, $L, 0)", Types.access(ByteOrder.STREAM), 8 * size, at)
                : CodeBlock.of("$T.putZeroes(b, $L, $L)", Types.OCTETS, at, size);
    }

    private static CodeBlock writeNumber(Shape.Number number, CodeBlock at, CodeBlock value) {
        return switch (number.octets()) {
            case 1, 2, 4, 8 ->
                CodeBlock.of("$T.$N(b, $L, $L)", Types.access(number.order()), "put" + 8 * number.octets(), at, value);
            default ->
                CodeBlock.of("$T.putNumber(b, $L, $L, $L)", Types.access(number.order()), at, number.octets(), value);
        };
    }

    /** Whether {@link #write} writes it. */
    static boolean isOneGo(Shape shape) {
        return !(shape instanceof Shape.Terminated)
                && !(shape instanceof Shape.Many many && !(many.element() instanceof Shape.Number));
    }
}
