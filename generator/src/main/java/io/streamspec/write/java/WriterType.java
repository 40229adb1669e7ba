package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.FieldType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that writes a stream: the specification's part of it; the rest is in the runtime. */
final class WriterType {

    private final StreamType stream;
    private final Plan plan;
    private final FrameFields frameFields;
    private final TypeSpec.Builder type;

    private WriterType(StreamType stream) {
        this.stream = stream;
        this.frameFields = new FrameFields(stream);
        this.plan = stream.plan();
        this.type = TypeSpec.classBuilder(plan.writer()).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    }

    static TypeSpec of(StreamType stream) {
        return new WriterType(stream).build();
    }

    private TypeSpec build() {
        type.superclass(ParameterizedTypeName.get(Types.RECORD_WRITER, plan.family()));
        type.addJavadoc(
                Docs.block("Writes a " + JavaText.plain(plan.specification().name())
                        + " stream: the headers when it is made, then record by record. Lengths, counts and padding are"
                        + " computed."));
        type.addField(FieldSpec.builder(plan.context(), "context", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", plan.context())
                .build());
        plan.headers()
                .forEach(header ->
                        type.addField(header.type(), StreamType.variable(header), Modifier.PRIVATE, Modifier.FINAL));
        type.addMethod(constructor());
        addFactories(stream, type, ", false");
        type.addMethod(nested());
        type.addMethod(write());
        type.addMethod(encode());
        if (!stream.rememberedRecords().isEmpty()) {
            type.addMethod(MethodSpec.methodBuilder("remember")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PROTECTED)
                    .addParameter(plan.family(), "record")
                    .addStatement("context.remember(record)")
                    .build());
        }
        RulesHooks.of(stream).forEach(type::addMethod);
        type.addMethod(encodeHead());
        frameFields.addToWriter(type);
        new InnerStreams(stream).addToWriter(type);
        return type.build();
    }

    /** The parameters for a stream's byte order, if it is needed, and headers. */
    static List<ParameterSpec> headers(StreamType stream) {
        List<ParameterSpec> headers = new ArrayList<>(stream.writerParameters());
        for (Codec header : stream.plan().headers()) {
            headers.add(ParameterSpec.builder(header.type(), StreamType.variable(header))
                    .build());
        }
        return headers;
    }

    static CodeBlock arguments(List<ParameterSpec> parameters) {
        return parameters.stream()
                .map(parameter -> CodeBlock.of(", $N", parameter.name()))
                .collect(CodeBlock.joining(""));
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Types.RECORD_OUTPUT, "output")
                .addParameter(TypeName.BOOLEAN, "nested")
                .addParameters(headers(stream))
                .addParameter(com.palantir.javapoet.ArrayTypeName.of(TypeName.LONG), "until")
                .varargs()
                .addException(Types.IO_EXCEPTION)
                .addStatement(
                        "super(output, $T.FRAMING,$W$L, nested)",
                        plan.head().orElseThrow().type(),
                        stream.order());
        addHeaders(stream, constructor);
        return constructor.addStatement("stopBehind(until)").build();
    }

    /** Writes the headers, in the constructor. */
    static void addHeaders(StreamType stream, MethodSpec.Builder constructor) {
        Plan plan = stream.plan();
        stream.given().ifPresent(given -> StreamType.remember(given, constructor));
        for (Codec header : plan.headers()) {
            String variable = StreamType.variable(header);
            String encode = header.needsContext() ? "$N.encode(b, at, context)" : "$N.encode(b, at)";
            constructor.addStatement("this.$N = $N", variable, variable);
            constructor.addStatement(
                    "header($L, $N.encodedSize(),$W(b, at) -> " + encode + ",$W$L)",
                    JavaText.literal(header.label()),
                    variable,
                    variable,
                    CheckMethod.ofHeader(plan, header));
            if (plan.remembered().contains(header.structure().name())) {
                constructor.addStatement("context.remember($N)", variable);
            }
        }
    }

    /** {@code nested} are the arguments that say that a writer has its output to itself. */
    static void addFactories(StreamType stream, TypeSpec.Builder type, String nested) {
        ClassName writer = stream.plan().writer();
        CodeBlock arguments = CodeBlock.of("$L$L", nested, arguments(headers(stream)));
        type.addMethod(factory(
                        stream,
                        "create",
                        "Writes a file, which is made, or emptied if it is there.\n",
                        Types.PATH,
                        "path")
                .addStatement("$T output = $T.create(path)", Types.RECORD_OUTPUT, Types.RECORD_OUTPUT)
                .beginControlFlow("try")
                .addStatement("return new $T(output$L)", writer, arguments)
                .nextControlFlow("catch ($T | RuntimeException e)", Types.IO_EXCEPTION)
                .addStatement("output.close()")
                .addStatement("throw e")
                .endControlFlow()
                .build());
        type.addMethod(factory(stream, "to", "Writes to a blocking channel.\n", Types.WRITABLE, "channel")
                .addStatement("return new $T($T.to(channel)$L)", writer, Types.RECORD_OUTPUT, arguments)
                .build());
        type.addMethod(factory(stream, "to", "Writes to a stream of octets.\n", Types.OUTPUT_STREAM, "stream")
                .addStatement("return new $T($T.to(stream)$L)", writer, Types.RECORD_OUTPUT, arguments)
                .build());
    }

    private MethodSpec nested() {
        return factory(
                        stream,
                        "nested",
                        "Writes a stream inside another one, whose writer closes the output. It stops behind each record"
                                + " of a\ntype in {@code until}, and the other goes on.\n",
                        Types.RECORD_OUTPUT,
                        "output")
                .addParameter(com.palantir.javapoet.ArrayTypeName.of(TypeName.LONG), "until")
                .varargs()
                .addStatement("$L", Checks.required("output"))
                .addStatement("$L", Checks.required("until"))
                .addStatement("return new $T(output, true$L, until)", plan.writer(), arguments(headers(stream)))
                .build();
    }

    /** Before anything is opened or written: what is missing must not leave half a stream behind. */
    private static MethodSpec.Builder factory(
            StreamType stream, String name, String javadoc, ClassName target, String variable) {
        MethodSpec.Builder factory = MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addException(Types.IO_EXCEPTION)
                .returns(stream.plan().writer())
                .addParameter(target, variable)
                .addParameters(headers(stream));
        headers(stream).forEach(header -> factory.addStatement("$L", Checks.required(header.name())));
        return factory;
    }

    private MethodSpec write() {
        return MethodSpec.methodBuilder("write")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addException(Types.IO_EXCEPTION)
                .returns(plan.writer())
                .addParameter(plan.family(), "record")
                .addCode(
                        frameFields.isEmpty()
                                ? record()
                                : CodeBlock.of("return write(record$L);\n", frameFields.zeroes()))
                .build();
    }

    /** Writes the record; this writer. */
    static CodeBlock record() {
        return CodeBlock.builder()
                .addStatement("$L", Checks.required("record"))
                .addStatement("record(record, record.recordType(), record.encodedSize())")
                .addStatement("return this")
                .build();
    }

    private MethodSpec encode() {
        return MethodSpec.methodBuilder("encode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(TypeName.INT)
                .addParameter(plan.family(), "record")
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addStatement("return record.encode(b, at, context)")
                .build();
    }

    private MethodSpec encodeHead() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("encodeHead")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.LONG, "type")
                .addParameter(TypeName.LONG, "length");
        if (plan.framing().isTagged()) {
            return method.build(); // records have their tag in them
        }
        for (Member member : stream.head().members()) {
            if (member.shape() instanceof Shape.Blank || !member.shape().size().isPresent()) {
                method.addStatement(
                        "$T.putZeroes(b, at + $L, $L)",
                        Types.OCTETS,
                        member.offset().orElse(0),
                        member.shape().size().orElse(0));
                continue;
            }
            CodeBlock at = CodeBlock.of("at + $T.$N", stream.head().type(), member.offsetConstant());
            if (member.isOctetConstant()) {
                method.addStatement("$T.$N.put(b, $L)", stream.head().type(), member.valueConstant(), at);
                continue;
            }
            method.addStatement("$L", AtomCode.write(number(member.shape()), at, headValue(member)));
        }
        return method.build();
    }

    private static Shape number(Shape shape) {
        return shape instanceof Shape.Wrapped wrapped ? wrapped.number() : shape;
    }

    private CodeBlock headValue(Member member) {
        String name = member.field().name();
        if (name.equals(plan.framing().type())) {
            return CodeBlock.of("type");
        } else if (plan.framing().length().filter(name::equals).isPresent()) {
            return CodeBlock.of("length");
        } else if (frameFields.contains(member)) {
            return FrameFields.number(member, CodeBlock.of("$N", FrameFields.name(member)));
        }
        return member.type() instanceof FieldType.Constant constant
                ? ExpressionCode.literal(constant.value())
                : CodeBlock.of("0");
    }
}
