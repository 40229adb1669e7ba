package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.Endings;
import io.streamspec.model.RecordKind;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** The class that reads a stream: the specification's part of it; the rest is in the runtime. */
final class ReaderType {

    private final StreamType stream;
    private final Plan plan;
    private final TypeSpec.Builder type;

    private ReaderType(StreamType stream) {
        this.stream = stream;
        this.plan = stream.plan();
        this.type = TypeSpec.classBuilder(plan.reader()).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    }

    static TypeSpec of(StreamType stream) {
        return new ReaderType(stream).build();
    }

    private TypeSpec build() {
        type.superclass(ParameterizedTypeName.get(Types.RECORD_READER, plan.family()));
        type.addJavadoc(
                Docs.block("Reads a " + JavaText.plain(plan.specification().name())
                        + " stream, headers first, then record by record: {@link #next} decodes each, {@link #advance} goes over"
                        + " them, decoding what is asked for."));
        type.addField(
                com.palantir.javapoet.FieldSpec.builder(plan.context(), "context", Modifier.PRIVATE, Modifier.FINAL)
                        .initializer("new $T()", plan.context())
                        .build());
        plan.headers()
                .forEach(header ->
                        type.addField(header.type(), StreamType.variable(header), Modifier.PRIVATE, Modifier.FINAL));
        type.addMethod(constructor());
        addFactories(stream, type);
        type.addMethod(nested());
        addGetters();
        addHooks();
        new FrameFields(stream).addToReader(type);
        new InnerStreams(stream).addToReader(type);
        return type.build();
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Types.RECORD_INPUT, "input")
                .addParameters(stream.readerParameters())
                .addParameter(com.palantir.javapoet.ArrayTypeName.of(TypeName.LONG), "until")
                .varargs()
                .addException(Types.IO_EXCEPTION)
                .addStatement(
                        "super(input, $T.FRAMING)", plan.head().orElseThrow().type());
        new HeaderReading(stream).addTo(constructor);
        return constructor.addStatement("stopBehind(until)").build();
    }

    static void addFactories(StreamType stream, TypeSpec.Builder type) {
        ClassName reader = stream.plan().reader();
        CodeBlock told = stream.readerArguments();
        type.addMethod(factory(stream, "open", "Reads a file, from its start.\n", Types.PATH, "path")
                .addStatement("$T input = $T.open(path)", Types.RECORD_INPUT, Types.RECORD_INPUT)
                .beginControlFlow("try")
                .addStatement("return new $T(input$L)", reader, told)
                .nextControlFlow("catch ($T | RuntimeException e)", Types.IO_EXCEPTION)
                .addStatement("input.close()")
                .addStatement("throw e")
                .endControlFlow()
                .build());
        type.addMethod(
                factory(stream, "from", "Reads a blocking channel from where it stands.\n", Types.READABLE, "channel")
                        .addStatement("return new $T($T.from(channel)$L)", reader, Types.RECORD_INPUT, told)
                        .build());
        type.addMethod(factory(
                        stream,
                        "of",
                        "Reads memory from its position to its limit, where it lies: records share its octets.\n",
                        Types.BYTE_BUFFER,
                        "memory")
                .addStatement("return new $T($T.of(memory)$L)", reader, Types.RECORD_INPUT, told)
                .build());
        type.addMethod(factory(
                        stream,
                        "from",
                        "Reads a stream of octets from where it stands.\n",
                        Types.INPUT_STREAM,
                        "stream")
                .addStatement("return new $T($T.from(stream)$L)", reader, Types.RECORD_INPUT, told)
                .build());
    }

    private MethodSpec nested() {
        CodeBlock told = stream.readerArguments();
        return factory(
                        stream,
                        "nested",
                        "Reads a stream inside another one. It ends as it does by itself, and stops"
                                + " behind each record\nof a type in {@code until}.\n",
                        Types.RECORD_INPUT,
                        "input")
                .addParameter(com.palantir.javapoet.ArrayTypeName.of(TypeName.LONG), "until")
                .varargs()
                .addStatement("$L", Checks.required("input"))
                .addStatement("$L", Checks.required("until"))
                .addStatement("return new $T(input$L, until)", plan.reader(), told)
                .build();
    }

    static MethodSpec.Builder factory(
            StreamType stream, String name, String javadoc, ClassName source, String variable) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addException(Types.IO_EXCEPTION)
                .returns(stream.plan().reader())
                .addParameter(source, variable)
                .addParameters(stream.readerParameters());
    }

    private void addGetters() {
        addHeaderGetters(plan, type);
        type.addMethod(getter("context", plan.context(), "What the layout of later records depends on.\n")
                .addStatement("return context")
                .build());
        stream.typeName()
                .ifPresent(name -> type.addMethod(getter("type", name, "The type of the current record.\n")
                        .addStatement("return $T.of($L)", name, stream.kindOf("typeNumber()"))
                        .build()));
    }

    static void addHeaderGetters(Plan plan, TypeSpec.Builder type) {
        for (Codec header : plan.headers()) {
            type.addMethod(
                    getter(StreamType.variable(header), header.type(), "The stream's {@link $T}.\n", header.type())
                            .addStatement("return $N", StreamType.variable(header))
                            .build());
        }
    }

    private static MethodSpec.Builder getter(String name, TypeName returned, String javadoc, Object... arguments) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc, arguments)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }

    private void addHooks() {
        Codec head = stream.head();
        type.addMethod(hook("type", TypeName.LONG)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addStatement("return $T.typeNumber(b, at)", head.type())
                .build());
        type.addMethod(
                plan.framing().length().map(length -> length(head, length)).orElseGet(this::measure));
        type.addMethod(hook("decode", plan.family())
                .addParameter(TypeName.LONG, "type")
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.INT, "length")
                .addStatement("return $T.decode(type, b, at, length, context)", plan.family())
                .build());
        RulesHooks.of(stream).forEach(type::addMethod);
        HeaderFields.of(stream).ifPresent(type::addMethod);
        addEndings();
        addRemembering();
    }

    private static MethodSpec length(Codec head, String field) {
        return hook("length", TypeName.LONG)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addStatement(
                        "return $T.$N(b, at)", head.type(), head.member(field).name())
                .build();
    }

    private MethodSpec measure() {
        return hook("measure", TypeName.LONG)
                .addParameter(TypeName.LONG, "type")
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.INT, "available")
                .addStatement("return $T.measure(type, b, at, available, context)", plan.family())
                .build();
    }

    private static MethodSpec.Builder hook(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(returned);
    }

    private void addEndings() {
        Endings endings = new Endings(plan.specification());
        type.addMethod(typeHook("isClosing", select(kind -> endings.isClosing(kind.name()))));
        if (endings.areKnown()) {
            type.addMethod(typeHook("mayBeLast", select(kind -> endings.mayBeLast(kind.name()))));
            return;
        }
        type.addMethod(typeHook("mayBeLast", CodeBlock.of("true")));
        type.addMethod(
                hook("mayBeEmpty", TypeName.BOOLEAN).addStatement("return true").build());
    }

    private CodeBlock select(Predicate<RecordKind> condition) {
        List<Codec> records = plan.records().stream()
                .filter(codec -> condition.test(codec.kind().orElseThrow()))
                .toList();
        return StreamType.isOneOf("type", records);
    }

    private static MethodSpec typeHook(String name, CodeBlock result) {
        return hook(name, TypeName.BOOLEAN)
                .addParameter(TypeName.LONG, "type")
                .addStatement("return $L", result)
                .build();
    }

    private void addRemembering() {
        if (stream.rememberedRecords().isEmpty()) {
            return;
        }
        type.addMethod(hook("remember", TypeName.VOID)
                .addParameter(plan.family(), "record")
                .addStatement("context.remember(record)")
                .build());
        type.addMethod(typeHook("isRemembered", StreamType.isOneOf("type", stream.rememberedRecords())));
    }
}
