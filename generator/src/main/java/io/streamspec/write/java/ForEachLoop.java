package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import io.streamspec.model.Extent;

/** Counts the elements of an earlier array that call for one of a later array. */
final class ForEachLoop {

    private ForEachLoop() {}

    /** Adds the counting to {@code code}; the expression that has the result. */
    static CodeBlock count(
            CodeBlock.Builder code,
            Codec codec,
            ExpressionCode expressions,
            Extent.ForEach forEach,
            CodeBlock array,
            String counter) {
        if (forEach.where().isEmpty()) {
            return CodeBlock.of("$L.size()", array);
        }
        Shape.Many many = (Shape.Many) codec.member(forEach.array()).shape();
        CodeBlock condition = expressions
                .forEach(forEach.array(), CodeBlock.of("element"))
                .condition(forEach.where().get());
        code.addStatement("long $N = 0", counter);
        if (many.element() instanceof Shape.Number) {
            code.beginControlFlow("for (int i = 0; i < $L.size(); i++)", array);
            code.addStatement("long element = $L.get(i)", array);
        } else {
            code.beginControlFlow("for ($T element : $L)", many.element().type(), array);
        }
        code.beginControlFlow("if ($L)", condition)
                .addStatement("$N++", counter)
                .endControlFlow();
        code.endControlFlow();
        return CodeBlock.of("$N", counter);
    }
}
