package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Counts the elements of an earlier array that call for one of a later array. */
final class ForEachLoop {

    private ForEachLoop() {}

    /** Whether the class of the array counts: if the calls depend on nothing but an element's own flags. */
    static boolean isInArray(Codec codec, Extent.ForEach forEach) {
        return forEach.where().isPresent()
                && codec.member(forEach.array()).shape() instanceof Shape.Many many
                && many.element() instanceof Shape.Wrapped wrapped
                && wrapped.flags()
                && References.fields(forEach.where().get()).stream()
                        .allMatch(named -> named instanceof Expression.FieldValue value
                                && value.field().equals(forEach.array())
                                && value.structure().equals(codec.structure().name()));
    }

    /** The methods of the array {@code member} that count what its elements call for. */
    static List<MethodSpec> methods(Plan plan, Codec codec, Member member) {
        List<MethodSpec> methods = new ArrayList<>();
        for (Member other : codec.members()) {
            References.extent(other.type())
                    .filter(extent -> extent instanceof Extent.ForEach forEach
                            && forEach.array().equals(member.field().name())
                            && isInArray(codec, forEach))
                    .ifPresent(extent -> methods.addAll(methods(plan, codec, member, other, (Extent.ForEach) extent)));
        }
        return methods;
    }

    private static List<MethodSpec> methods(
            Plan plan, Codec codec, Member member, Member other, Extent.ForEach forEach) {
        Shape.Wrapped element = (Shape.Wrapped) ((Shape.Many) member.shape()).element();
        long octets = element.number().octets();
        CodeBlock condition = ExpressionCode.decoding(plan, codec)
                .forEach(forEach.array(), CodeBlock.of("element"))
                .condition(forEach.where().orElseThrow());
        CodeBlock at = octets == 1 ? CodeBlock.of("at + i") : CodeBlock.of("at + $L * i", octets);
        MethodSpec calls = MethodSpec.methodBuilder(name(other))
                .addJavadoc("How many of them call for one of {@code $L}.\n", other.name())
                .returns(TypeName.LONG)
                .addStatement("return $N(memory, start, size())", name(other))
                .build();
        MethodSpec loop = MethodSpec.methodBuilder(name(other))
                .addJavadoc(
                        "How many of {@code count} in {@code b} at {@code at} do so. Without an object, none is made.\n")
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.LONG)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.LONG, "count")
                .addStatement("long calls = 0")
                .beginControlFlow("for (int i = 0; i < (int) count; i++)")
                .addStatement(
                        "$T element = new $T($L)",
                        element.type(),
                        element.type(),
                        AtomCode.number(element.number(), CodeBlock.of("b"), at))
                .addStatement("calls += $L ? 1 : 0", condition)
                .endControlFlow()
                .addStatement("return calls")
                .build();
        return List.of(calls, loop);
    }

    /** The same of elements that are not in an array yet. */
    static CodeBlock count(Codec codec, Extent.ForEach forEach, CodeBlock at, CodeBlock count, Member called) {
        return CodeBlock.of(
                "$T.$N(b, (int) $L, $L)", codec.member(forEach.array()).shape().type(), name(called), at, count);
    }

    private static String name(Member called) {
        return "callsOf" + JavaNames.type(called.name(), "");
    }

    /** Adds the counting for the field {@code called} to {@code code}; the expression that has the result. */
    static CodeBlock count(
            CodeBlock.Builder code,
            Codec codec,
            ExpressionCode expressions,
            Extent.ForEach forEach,
            CodeBlock array,
            Member called,
            NameAllocator names) {
        if (forEach.where().isEmpty()) {
            return CodeBlock.of("$L.size()", array);
        }
        if (isInArray(codec, forEach)) {
            return CodeBlock.of("$L.$N()", array, name(called));
        }
        String counter = names.newName(name(called));
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
