package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What generated readers and writers have for the streams of other specifications inside theirs. */
final class InnerStreams {

    private final StreamType stream;
    private final Plan plan;

    /** The records behind which each other stream begins, by its specification's plan. */
    private final Map<Plan, List<RecordKind>> known = new LinkedHashMap<>();

    /** The records behind which a stream begins that nothing was generated for. */
    private final List<RecordKind> foreign = new ArrayList<>();

    InnerStreams(StreamType stream) {
        this.stream = stream;
        this.plan = stream.plan();
        for (RecordKind kind : stream.continued()) {
            stream.continuation(kind.continuation().orElseThrow())
                    .ifPresentOrElse(
                            other -> known.computeIfAbsent(other, unseen -> new ArrayList<>())
                                    .add(kind),
                            () -> foreign.add(kind));
        }
    }

    /** Adds what the reader needs. */
    void addToReader(TypeSpec.Builder type) {
        known.forEach((other, kinds) -> {
            type.addField(FieldSpec.builder(other.reader(), field(other), Modifier.PRIVATE)
                    .build());
            type.addMethod(has(other, kinds));
            type.addMethod(reader(other, kinds));
        });
        if (!known.isEmpty()) {
            type.addMethod(enter());
        }
        if (!foreign.isEmpty()) {
            type.addMethod(hook("isForeign", StreamType.isOneOf("type", codecs(foreign))));
            type.addMethod(foreign("where a stream of another format begins. It has to be read to its end before this"
                            + " reader goes on.")
                    .returns(Types.RECORD_INPUT)
                    .addStatement("return handOver()")
                    .build());
        }
    }

    /** Adds what the writer needs. */
    void addToWriter(TypeSpec.Builder type) {
        known.forEach((other, kinds) -> type.addMethod(writer(other, kinds)));
        if (!stream.continued().isEmpty()) {
            type.addMethod(hook("isContinued", StreamType.isOneOf("type", codecs(stream.continued()))));
        }
        if (!foreign.isEmpty()) {
            type.addMethod(foreign("where a stream of another format is to be written.")
                    .returns(Types.RECORD_OUTPUT)
                    .addStatement("return handOverForeign()")
                    .build());
        }
    }

    private MethodSpec has(Plan other, List<RecordKind> kinds) {
        List<Codec> behind = resumedBehind(kinds);
        MethodSpec.Builder has = MethodSpec.methodBuilder("has" + JavaNames.type(shortName(other), "Stream"))
                .addJavadoc(Docs.block(
                        "Whether a " + JavaText.plain(other.specification().name())
                                + " stream begins, or goes on, behind the current record, and has not been entered."
                                + (behind.isEmpty() ? "" : " Where that depends on what comes next, waits for it.")))
                .addModifiers(Modifier.PUBLIC)
                .addException(Types.IO_EXCEPTION)
                .returns(TypeName.BOOLEAN)
                .addStatement("boolean begins = $L", StreamType.isOneOf("typeNumber()", codecs(kinds)));
        if (behind.isEmpty()) {
            return has.addStatement("return begins && !isHandedOver()").build();
        }
        CodeBlock unless = types(plan, named(kinds, RecordKind.Continuation::unless));
        return has.addStatement("boolean mayResume = $L", StreamType.isOneOf("typeNumber()", behind))
                .addStatement(
                        "return !isHandedOver()$W&& (begins || mayResume && isResumed($N$L))", field(other), unless)
                .build();
    }

    private MethodSpec reader(Plan other, List<RecordKind> kinds) {
        CodeBlock order = needsOrder(other) ? CodeBlock.of(", byteOrder()") : CodeBlock.of("");
        return MethodSpec.methodBuilder(JavaNames.member(shortName(other)))
                .addJavadoc(
                        Docs.block("The " + JavaText.plain(other.specification().name())
                                + " stream that begins behind the current {@link "
                                + codecs(kinds).get(0).type().simpleName()
                                + "}, or the one that began earlier and goes on behind the current record. When it stops, this"
                                + " reader can go on; what was not read of it is passed over."))
                .addModifiers(Modifier.PUBLIC)
                .addException(Types.IO_EXCEPTION)
                .returns(other.reader())
                .beginControlFlow("if (isReading($N))", field(other))
                .addStatement("return $N", field(other))
                .endControlFlow()
                .beginControlFlow("if (!has$L())", JavaNames.type(shortName(other), "Stream"))
                .addStatement(
                        "throw new IllegalStateException($S)",
                        "no " + shortName(other) + " stream begins or goes on behind the current record")
                .endControlFlow()
                .beginControlFlow("if ($L)", StreamType.isOneOf("typeNumber()", codecs(kinds)))
                .addStatement(
                        "$N = $T.nested(handOver()$L$L)", field(other), other.reader(), order, until(other, kinds))
                .endControlFlow()
                .addStatement("nest($N)", field(other))
                .addStatement("return $N", field(other))
                .build();
    }

    private MethodSpec enter() {
        MethodSpec.Builder enter = MethodSpec.methodBuilder("enter")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addException(Types.IO_EXCEPTION);
        known.keySet()
                .forEach(other -> enter.beginControlFlow("if (has$L())", JavaNames.type(shortName(other), "Stream"))
                        .addStatement("$N()", JavaNames.member(shortName(other)))
                        .endControlFlow());
        return enter.build();
    }

    private MethodSpec writer(Plan other, List<RecordKind> kinds) {
        List<ParameterSpec> headers = WriterType.headers(new StreamType(other, Map.of()));
        MethodSpec.Builder writer = MethodSpec.methodBuilder(JavaNames.member(shortName(other)))
                .addJavadoc(Docs.block(
                        "Begins the " + JavaText.plain(other.specification().name())
                                + " stream that follows a {@link "
                                + codecs(kinds).get(0).type().simpleName()
                                + "}. This writer goes on when the other has come to its end or to a stop."))
                .addModifiers(Modifier.PUBLIC)
                .addException(Types.IO_EXCEPTION)
                .returns(other.writer())
                .addParameters(headers);
        headers.forEach(header -> writer.addStatement("$L", Checks.required(header.name())));
        return writer.addStatement(
                        "return nest($T.nested(handOver()$L$L),$Wnew long[] {$L}$L)",
                        other.writer(),
                        WriterType.arguments(headers),
                        until(other, kinds),
                        resumedBehind(kinds).stream()
                                .map(codec -> CodeBlock.of("$T.RECORD_TYPE", codec.type()))
                                .collect(CodeBlock.joining(", ")),
                        types(plan, named(kinds, RecordKind.Continuation::unless)))
                .build();
    }

    private MethodSpec.Builder foreign(String what) {
        return MethodSpec.methodBuilder("foreignStream")
                .addJavadoc(Docs.block("The octets behind a {@link "
                        + codecs(foreign).get(0).type().simpleName() + "}, " + what))
                .addModifiers(Modifier.PUBLIC)
                .addException(Types.IO_EXCEPTION);
    }

    private static MethodSpec hook(String name, CodeBlock result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .addParameter(TypeName.LONG, "type")
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", result)
                .build();
    }

    private List<Codec> codecs(List<RecordKind> kinds) {
        return kinds.stream().map(plan::codec).toList();
    }

    private List<Codec> resumedBehind(List<RecordKind> kinds) {
        return named(kinds, RecordKind.Continuation::resumedBehind);
    }

    private List<Codec> named(List<RecordKind> kinds, Function<RecordKind.Continuation, List<String>> names) {
        List<String> all = kinds.stream()
                .flatMap(kind -> names.apply(kind.continuation().orElseThrow()).stream())
                .toList();
        return plan.records().stream()
                .filter(codec -> all.contains(codec.kind().orElseThrow().name()))
                .toList();
    }

    /** The records of the other stream behind which it stops, as arguments. */
    private static CodeBlock until(Plan other, List<RecordKind> kinds) {
        Stream<String> names = kinds.stream().flatMap(kind -> kind.continuation().orElseThrow().until().stream());
        List<String> all = names.toList();
        return types(
                other,
                other.records().stream()
                        .filter(codec -> all.contains(codec.kind().orElseThrow().name()))
                        .toList());
    }

    private static CodeBlock types(Plan of, List<Codec> records) {
        return records.stream()
                .map(codec -> CodeBlock.of(",$W$T.RECORD_TYPE", codec.type()))
                .collect(CodeBlock.joining(""));
    }

    private static boolean needsOrder(Plan other) {
        return !new StreamType(other, Map.of()).readerParameters().isEmpty();
    }

    private static String shortName(Plan other) {
        return other.specification().shortName();
    }

    private static String field(Plan other) {
        return JavaNames.member(shortName(other)) + "Stream";
    }
}
