package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.Expression;
import io.streamspec.model.Structure;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * The static {@code measure} of a record that no head tells the length of: it walks over the fields, and of those whose
 * size is known before, no octet has to be there.
 */
final class MeasureMethod {

    private final Plan plan;
    private final Codec codec;

    private MeasureMethod(Plan plan, Codec codec) {
        this.plan = plan;
        this.codec = codec;
    }

    /** Whether the structure is a record that begins with a tag and has no fixed size. */
    static boolean isNeeded(Plan plan, Codec codec) {
        return codec.kind().isPresent()
                && codec.size().isEmpty()
                && plan.framing().isTagged();
    }

    static MethodSpec of(Plan plan, Codec codec) {
        return new MeasureMethod(plan, codec).method();
    }

    private MethodSpec method() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("measure")
                .addJavadoc(
                        "The octets of what begins in {@code b} at {@code at}, where {@code length} octets are there.\n\n"
                                + "@throws $T if more of them are needed to tell, or say what cannot be\n",
                        Types.FORMAT_EXCEPTION)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(TypeName.LONG)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.INT, "length");
        if (codec.needsContext()) {
            method.addParameter(plan.context(), "context");
        }
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement("long end = (long) at + length");
        new FieldWalk(plan, codec, code, visitor()).fields();
        return method.addCode(code.build()).addStatement("return position - at").build();
    }

    private FieldWalk.Visitor visitor() {
        return new FieldWalk.Visitor() {
            @Override
            public boolean skips(Member member) {
                return !isNamed(member.field().name());
            }

            @Override
            public CodeBlock endOf(Member member) {
                return CodeBlock.of(skips(member) ? "Long.MAX_VALUE" : "end");
            }

            @Override
            public boolean wants(Member member) {
                return isNamed(member.field().name());
            }
        };
    }

    /** Whether the layout is computed from the field. */
    private boolean isNamed(String field) {
        Stream<Expression> layout = codec.structure().fields().stream().flatMap(References::expressions);
        Stream<Expression> definitions =
                codec.structure().definitions().stream().map(Structure.Definition::value);
        return Stream.concat(layout, definitions).anyMatch(expression -> References.measures(expression, field))
                || codec.structure().fields().stream().anyMatch(other -> References.isCalledBy(other, field));
    }
}
