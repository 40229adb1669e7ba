package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** The static {@code decode} of a structure. */
final class DecodeMethod {

    private final Plan plan;
    private final Codec codec;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final FieldWalk walk;

    private DecodeMethod(Plan plan, Codec codec) {
        this.plan = plan;
        this.codec = codec;
        this.walk = new FieldWalk(plan, codec, code, new FieldWalk.Visitor() {
            @Override
            public boolean keeps() {
                return true;
            }
        });
    }

    static MethodSpec of(Plan plan, Codec codec) {
        return new DecodeMethod(plan, codec).method();
    }

    private MethodSpec method() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("decode")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(codec.type())
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at");
        if (codec.size().isPresent()) {
            return method.addJavadoc(
                            "Decodes the {@value #SIZE} octets of {@code b} at {@code at}. Reserved octets are ignored.\n")
                    .addCode(fixedBody())
                    .build();
        }
        method.addJavadoc(
                "Decodes what lies in the {@code length} octets of {@code b} at {@code at}. Variable parts are"
                        + " views\nof {@code b}, not copies; reserved octets are ignored.\n");
        method.addParameter(TypeName.INT, "length");
        if (codec.needsContext()) {
            method.addParameter(plan.context(), "context");
        }
        return method.addCode(variableBody()).build();
    }

    private CodeBlock fixedBody() {
        if (codec.size().getAsLong() > 0) {
            code.addStatement("$T.need($L, b, at, SIZE)", Types.ROOM, JavaText.literal(codec.label()));
        }
        walk.constants();
        CodeBlock arguments = codec.components().stream()
                .map(member -> CodeBlock.of("$N(b, at)", member.name()))
                .collect(CodeBlock.joining(",$W"));
        return code.addStatement("return new $T($L)", codec.type(), arguments).build();
    }

    private CodeBlock variableBody() {
        code.addStatement("long end = $T.end($L, b, at, length)", Types.ROOM, JavaText.literal(codec.label()));
        walk.fields();
        code.add(walk.views());
        CodeBlock arguments = codec.components().stream()
                .map(member -> CodeBlock.of("$N", member.local()))
                .collect(CodeBlock.joining(",$W"));
        return code.addStatement("return new $T($L)", codec.type(), arguments).build();
    }
}
