package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;

/** Expressions for the size and extent of a value. */
final class SizeCode {

    private SizeCode() {}

    /** The octets that {@code value} takes. */
    static CodeBlock octets(Shape shape, CodeBlock value) {
        if (shape.size().isPresent()) {
            return CodeBlock.of("$L", shape.size().getAsLong());
        } else if (shape instanceof Shape.Bytes bytes) {
            return CodeBlock.of("$L.$N()", value, bytes.count());
        } else if (shape instanceof Shape.Terminated) {
            return CodeBlock.of("($L.length() + 1)", value);
        } else if (shape instanceof Shape.Nested) {
            return CodeBlock.of("$L.encodedSize()", value);
        } else if (shape instanceof Shape.Many many) {
            if (many.element() instanceof Shape.Bytes bytes && !bytes.text()) {
                return CodeBlock.of("$T.sum($L)", Types.OCTETS, value);
            }
            return many.element().size().isPresent()
                    ? CodeBlock.of("$LL * $L.size()", many.element().size().getAsLong(), value)
                    : CodeBlock.of(
                            "$T.octets($L,$Wpart -> $L)",
                            Types.ELEMENTS,
                            value,
                            octets(many.element(), CodeBlock.of("part")));
        }
        throw new IllegalArgumentException("no size of " + shape);
    }

    /** The number of elements, octets or characters of {@code value}. */
    static CodeBlock extent(Shape shape, CodeBlock value) {
        return shape instanceof Shape.Bytes bytes
                ? CodeBlock.of("$L.$N()", value, bytes.count())
                : CodeBlock.of("$L.size()", value);
    }
}
