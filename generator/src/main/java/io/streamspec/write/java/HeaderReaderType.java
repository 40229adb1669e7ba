package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that reads a stream of headers alone: the specification's part of it; the rest is in the runtime. */
final class HeaderReaderType {

    private final StreamType stream;
    private final Plan plan;
    private final TypeSpec.Builder type;

    private HeaderReaderType(StreamType stream) {
        this.stream = stream;
        this.plan = stream.plan();
        this.type = TypeSpec.classBuilder(plan.reader()).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    }

    static TypeSpec of(StreamType stream) {
        return new HeaderReaderType(stream).build();
    }

    private TypeSpec build() {
        type.superclass(Types.HEADER_READER);
        type.addJavadoc(
                Docs.block("Reads a " + JavaText.plain(plan.specification().name())
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
        ReaderType.addFactories(stream, type);
        type.addMethod(nested());
        ReaderType.addHeaderGetters(plan, type);
        stream.following().forEach((other, conditions) -> addFollowing(other, conditions));
        return type.build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Types.RECORD_INPUT, "input")
                .addParameters(stream.readerParameters())
                .addException(Types.IO_EXCEPTION)
                .addStatement(
                        "super(input, $L)",
                        JavaText.literal(plan.specification().name()));
        new HeaderReading(stream).addTo(constructor);
        return constructor.build();
    }

    private MethodSpec nested() {
        return ReaderType.factory(
                        stream,
                        "nested",
                        "Reads what lies in {@code input} from where that stands.\n",
                        Types.RECORD_INPUT,
                        "input")
                .addStatement("$L", Checks.required("input"))
                .addStatement("return new $T(input$L)", plan.reader(), stream.readerArguments())
                .build();
    }

    private void addFollowing(Plan other, CodeBlock condition) {
        String name = other.specification().shortName();
        String field = JavaNames.member(name) + "Stream";
        String has = "has" + JavaNames.type(name, "Stream");
        String what = "a " + JavaText.plain(other.specification().name()) + " stream";
        type.addField(FieldSpec.builder(other.reader(), field, Modifier.PRIVATE).build());
        type.addMethod(MethodSpec.methodBuilder(has)
                .addJavadoc(Docs.block("Whether " + what + " follows the headers, and has not been entered."))
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addStatement("return !isHandedOver() && ($L)", condition)
                .build());
        List<ParameterSpec> order = new StreamType(other, java.util.Map.of()).readerParameters();
        type.addMethod(MethodSpec.methodBuilder(JavaNames.member(name))
                .addJavadoc(Docs.block("The reader of the "
                        + JavaText.plain(other.specification().name()) + " stream that follows the headers."))
                .addModifiers(Modifier.PUBLIC)
                .addException(Types.IO_EXCEPTION)
                .returns(other.reader())
                .beginControlFlow("if ($N != null)", field)
                .addStatement("return $N", field)
                .endControlFlow()
                .beginControlFlow("if (!$N())", has)
                .addStatement(
                        "throw new IllegalStateException($S)",
                        "no " + name + " stream follows, or it is read by others")
                .endControlFlow()
                .addStatement(
                        "$N = nest($T.nested(handOver()$L$L))",
                        field,
                        other.reader(),
                        order.isEmpty() ? CodeBlock.of("") : CodeBlock.of(", byteOrder()"),
                        stream.stopsOf(other))
                .addStatement("return $N", field)
                .build());
    }
}
