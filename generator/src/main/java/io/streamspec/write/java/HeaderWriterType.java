package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The class that writes a stream of headers alone: the specification's part of it; the rest is in the runtime. */
final class HeaderWriterType {

    private final StreamType stream;
    private final Plan plan;
    private final TypeSpec.Builder type;

    private HeaderWriterType(StreamType stream) {
        this.stream = stream;
        this.plan = stream.plan();
        this.type = TypeSpec.classBuilder(plan.writer()).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    }

    static TypeSpec of(StreamType stream) {
        return new HeaderWriterType(stream).build();
    }

    private TypeSpec build() {
        type.superclass(Types.HEADER_WRITER);
        type.addJavadoc(
                Docs.block("Writes a " + JavaText.plain(plan.specification().name())
                        + " stream: its headers when it is made, and then what follows them."));
        if (stream.hasContext()) {
            type.addField(FieldSpec.builder(plan.context(), "context", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", plan.context())
                    .build());
        }
        plan.headers()
                .forEach(header ->
                        type.addField(header.type(), StreamType.variable(header), Modifier.PRIVATE, Modifier.FINAL));
        type.addMethod(constructor());
        WriterType.addFactories(stream, type, "");
        stream.following().forEach((other, condition) -> {
            type.addMethod(announced(other, condition));
            type.addMethod(following(other));
        });
        return type.build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Types.RECORD_OUTPUT, "output")
                .addParameters(WriterType.headers(stream))
                .addException(Types.IO_EXCEPTION)
                .addStatement(
                        "super(output, $L, $L)",
                        JavaText.literal(plan.specification().name()),
                        stream.order());
        WriterType.addHeaders(stream, constructor);
        stream.isFollowed().ifPresent(followed -> constructor.addStatement("continued($L)", followed));
        return constructor.build();
    }

    /** A method of its own, for a parameter may hide the header that it asks. */
    private static MethodSpec announced(Plan other, CodeBlock condition) {
        return MethodSpec.methodBuilder(announces(other))
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", condition)
                .build();
    }

    private static String announces(Plan other) {
        return "announces" + JavaNames.type(other.specification().shortName(), "Stream");
    }

    private MethodSpec following(Plan other) {
        List<ParameterSpec> headers = WriterType.headers(new StreamType(other, Map.of()));
        MethodSpec.Builder method = MethodSpec.methodBuilder(
                        JavaNames.member(other.specification().shortName()))
                .addJavadoc(Docs.block(
                        "Begins the " + JavaText.plain(other.specification().name())
                                + " stream that follows the headers. Closing this writer closes it."))
                .addModifiers(Modifier.PUBLIC)
                .addException(Types.IO_EXCEPTION)
                .returns(other.writer())
                .addParameters(headers);
        headers.forEach(header -> method.addStatement("$L", Checks.required(header.name())));
        return method.addStatement(
                        "return nest($T.nested(handOver($N())$L$L))",
                        other.writer(),
                        announces(other),
                        WriterType.arguments(headers),
                        stream.stopsOf(other))
                .build();
    }
}
