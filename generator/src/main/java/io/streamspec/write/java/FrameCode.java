package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.RuleIds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What the class of a record's head has besides its fields: how to go from record to record in memory. */
final class FrameCode {

    private static final int LARGEST_BODY = Integer.MAX_VALUE - 64;

    private FrameCode() {}

    /** The constant with the frame's measures. */
    static FieldSpec framing(Plan plan) {
        return plan.framing().isTagged() ? tagged(plan) : headed(plan);
    }

    private static FieldSpec tagged(Plan plan) {
        return FieldSpec.builder(Types.FRAMING, "FRAMING", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("How records are told, with the limit of their length.\n")
                .initializer(
                        "$T.tagged(new $T($L,$W$L,$W$L,$W$L),$WSIZE, $L)",
                        Types.FRAMING,
                        Types.FRAME_RULES,
                        JavaText.literal(plan.specification().pageName()),
                        rule(plan, plan.framing().type(), "known"),
                        JavaText.literal(RuleIds.limit(plan.framing().structure())),
                        JavaText.literal(""),
                        Math.min(plan.framing().limit(), LARGEST_BODY))
                .build();
    }

    private static FieldSpec headed(Plan plan) {
        return FieldSpec.builder(Types.FRAMING, "FRAMING", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("The measures of a record's frame, with the limit of its body.\n")
                .initializer(
                        "new $T(new $T($L,$W$L,$W$L,$W$L),$WSIZE, $L, $L)",
                        Types.FRAMING,
                        Types.FRAME_RULES,
                        JavaText.literal(plan.specification().pageName()),
                        rule(plan, plan.framing().type(), "known"),
                        rule(plan, plan.framing().length().orElseThrow(), "limit"),
                        rule(plan, padding(plan), "zero"),
                        plan.framing().alignment(),
                        Math.min(plan.framing().limit(), LARGEST_BODY))
                .build();
    }

    private static String padding(Plan plan) {
        return plan.specification().structure(plan.framing().structure()).fields().stream()
                .filter(field -> field.type() instanceof FieldType.Padding)
                .map(Field::name)
                .findFirst()
                .orElse("padding");
    }

    private static String rule(Plan plan, String field, String kind) {
        return JavaText.literal(RuleIds.of(plan.framing().structure(), field, kind));
    }

    static List<MethodSpec> methods(Plan plan) {
        Codec head = plan.head().orElseThrow();
        Optional<MethodSpec> next = plan.framing().length().map(length -> next(head, head.member(length)));
        return Stream.concat(Stream.of(typeNumber(plan, head)), next.stream()).toList();
    }

    private static MethodSpec typeNumber(Plan plan, Codec head) {
        Member type = head.member(plan.framing().type());
        Shape.Number number =
                type.shape() instanceof Shape.Wrapped wrapped ? wrapped.number() : (Shape.Number) type.shape();
        CodeBlock place = CodeBlock.of("at + $N", type.offsetConstant());
        String what = plan.framing().isTagged() ? "that begins" : "whose head lies";
        return method("typeNumber", TypeName.LONG)
                .addJavadoc("The type of the record " + what + " in {@code b} at {@code at}, as a number.\n")
                .addStatement("return $L", AtomCode.read(number, CodeBlock.of("b"), place))
                .build();
    }

    private static MethodSpec next(Codec head, Member length) {
        return method("next", TypeName.INT)
                .addJavadoc(
                        "Where the record ends whose head lies in {@code b} at {@code at}, and the next one"
                                + " starts.\n\n@throws $T if it is longer than the limit or than {@code b}\n",
                        Types.FORMAT_EXCEPTION)
                .addStatement("$L", requireHead(head, length))
                .addStatement("return FRAMING.next(at, $N(b, at), b.limit())", length.name())
                .build();
    }

    /** By the length, where that ends the head: reading it takes the same check. */
    private static CodeBlock requireHead(Codec head, Member length) {
        long octets = length.shape().size().orElseThrow();
        return length.offset().orElseThrow() + octets == head.minSize()
                ? CodeBlock.of("FRAMING.requireHead(at + $N, $L, b.limit())", length.offsetConstant(), octets)
                : CodeBlock.of("FRAMING.requireHead(at, b.limit())");
    }

    private static MethodSpec.Builder method(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(returned)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at");
    }
}
