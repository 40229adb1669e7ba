package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.runtime.RecordReader;
import io.streamspec.runtime.RecordWriter;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * What a record's head says besides type and length: readers tell it of the current record, writers are given it with a
 * record, and forwarding hands it on.
 */
final class FrameFields {

    private static final Set<String> TAKEN = Stream.of(RecordReader.class, RecordWriter.class)
            .flatMap(type -> Stream.of(type.getMethods()))
            .map(Method::getName)
            .collect(Collectors.toSet());

    private final StreamType stream;
    private final Plan plan;
    private final List<Member> members;

    FrameFields(StreamType stream) {
        this.stream = stream;
        this.plan = stream.plan();
        Set<String> told = Set.of(
                plan.framing().type(),
                plan.framing().length().orElse(""),
                plan.framing().body(),
                " "); // no two are alike
        this.members = stream.head().members().stream()
                .filter(member -> member.shape() instanceof Shape.Number || member.shape() instanceof Shape.Wrapped)
                .filter(Member::isComponent)
                .filter(member -> !told.contains(member.field().name()))
                .toList();
    }

    boolean isEmpty() {
        return members.isEmpty();
    }

    /** Whether {@code member} of the head is one of these. */
    boolean contains(Member member) {
        return members.contains(member);
    }

    /** The name of the reader's accessor and of the field behind it; methods of all readers and writers are in the way. */
    static String name(Member member) {
        return TAKEN.contains(member.name()) || member.name().equals("context")
                ? member.name() + "Field"
                : member.name();
    }

    /** Adds the accessors, and what fills them. */
    void addToReader(TypeSpec.Builder type) {
        if (isEmpty()) {
            return;
        }
        addFields(type, false);
        for (Member member : members) {
            type.addMethod(MethodSpec.methodBuilder(name(member))
                    .addJavadoc(
                            "The field {@code $L} of the current record's head.\n",
                            member.field().name())
                    .addModifiers(Modifier.PUBLIC)
                    .returns(member.javaType())
                    .addStatement("requireAdvanced()")
                    .addStatement("return $N", name(member))
                    .build());
        }
        MethodSpec.Builder head =
                hook("head").addParameter(Types.BYTE_BUFFER, "b").addParameter(TypeName.INT, "at");
        members.forEach(member -> head.addStatement(
                "$N = $T.$N(b, at)", name(member), stream.head().type(), member.name()));
        type.addMethod(head.build());
    }

    /** Adds the method that writes a record with these fields, and the one by which a forwarded record keeps its own. */
    void addToWriter(TypeSpec.Builder type) {
        if (isEmpty()) {
            return;
        }
        addFields(type, true);
        type.addMethod(write());
        MethodSpec.Builder head = hook("headOf")
                .addParameter(ParameterizedTypeName.get(Types.RECORD_READER, plan.family()), "reader")
                .beginControlFlow("if (reader instanceof $T from)", plan.reader());
        members.forEach(member -> head.addStatement("$N = from.$N()", name(member), name(member)));
        type.addMethod(head.endControlFlow().build());
    }

    private MethodSpec write() {
        MethodSpec.Builder write = MethodSpec.methodBuilder("write")
                .addJavadoc(
                        "Writes {@code record} with these fields in its head, which are zero if they are not given.\n")
                .addModifiers(Modifier.PUBLIC)
                .addException(Types.IO_EXCEPTION)
                .returns(plan.writer())
                .addParameter(plan.family(), "record")
                .addStatement("$L", Checks.required("record"));
        for (Member member : members) {
            write.addParameter(
                    ParameterSpec.builder(member.javaType(), name(member)).build());
            if (member.shape() instanceof Shape.Wrapped) {
                write.addStatement("$L", Checks.required(name(member)));
            }
        }
        members.forEach(member -> write.addStatement(
                "$T.bits($L, $L, $L)",
                Types.REQUIRE,
                JavaText.literal(member.path()),
                number(member, CodeBlock.of("$N", name(member))),
                8 * member.shape().size().orElseThrow()));
        members.forEach(member -> write.addStatement("this.$N = $N", name(member), name(member)));
        return write.addStatement("record(record, record.recordType(), record.encodedSize())")
                .addStatement("return this")
                .build();
    }

    /** The arguments of zeroes with which a record is written whose head says nothing more. */
    CodeBlock zeroes() {
        return members.stream()
                .map(FrameFields::zero)
                .map(zero -> CodeBlock.of(", $L", zero))
                .collect(CodeBlock.joining(""));
    }

    private static CodeBlock zero(Member member) {
        return member.shape() instanceof Shape.Wrapped wrapped
                ? CodeBlock.of(wrapped.flags() ? "new $T(0)" : "$T.of(0)", wrapped.type())
                : CodeBlock.of("0");
    }

    /** {@code value} of {@code member} as a number. */
    static CodeBlock number(Member member, CodeBlock value) {
        return member.shape() instanceof Shape.Wrapped wrapped
                ? CodeBlock.of("$L.$N()", value, wrapped.unwrap())
                : value;
    }

    private void addFields(TypeSpec.Builder type, boolean areZero) {
        for (Member member : members) {
            FieldSpec.Builder field = FieldSpec.builder(member.javaType(), name(member), Modifier.PRIVATE);
            type.addField(
                    areZero || member.shape() instanceof Shape.Wrapped
                            ? field.initializer(zero(member)).build()
                            : field.build());
        }
    }

    private static MethodSpec.Builder hook(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
