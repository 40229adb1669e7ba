package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
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
        code.beginControlFlow("for (int i = 0; i < $L.size(); i++)", array);
        code.addStatement(
                "$T element = $L.get(i)",
                many.element() instanceof Shape.Number
                        ? TypeName.LONG
                        : many.element().type(),
                array);
        code.addStatement("$N += $L ? 1 : 0", counter, condition);
        code.endControlFlow();
        return CodeBlock.of("$N", counter);
    }
}
