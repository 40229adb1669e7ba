package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A structure and the type generated for it.
 *
 * @param kind the kind of record whose body it is, if it is one
 * @param size the octets it takes, if always the same
 * @param needsContext whether its layout depends on earlier headers or records
 * @param flags the nested types for its flags, by the name of the field
 * @param definitions the methods for its definitions, by their names
 */
record Codec(
        Structure structure,
        ClassName type,
        Optional<RecordKind> kind,
        OptionalLong size,
        long minSize,
        boolean needsContext,
        List<Member> members,
        Map<String, ClassName> flags,
        Map<String, String> definitions) {

    /** The codec of nothing, for what is said of a stream and of no structure. */
    static Codec none(Plan plan) {
        Structure nothing = new Structure(
                "",
                "",
                "",
                "",
                ByteOrder.STREAM,
                List.of(),
                List.of(),
                List.of(),
                plan.specification().span());
        return new Codec(
                nothing,
                ClassName.OBJECT,
                Optional.empty(),
                OptionalLong.of(0),
                0,
                false,
                List.of(),
                Map.of(),
                Map.of());
    }

    List<Member> components() {
        return members.stream().filter(Member::isComponent).toList();
    }

    Member member(String field) {
        return members.stream()
                .filter(member -> member.field().name().equals(field))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + field));
    }

    /** The array, octets or text whose extent is the field {@code count}. */
    Member counted(String count) {
        return members.stream()
                .filter(member -> References.isCountOf(structure, count, member.field()))
                .findFirst()
                .orElseThrow();
    }

    /** The octets behind its fields that a body may have because writers count the frame's padding in. */
    long slack() {
        return padding()
                .mapToLong(field -> field.type() instanceof FieldType.Padding padding ? padding.most() : 0)
                .sum();
    }

    /** The padding that a body may end with. */
    Stream<Field> padding() {
        return structure.fields().stream().skip(members.size());
    }

    /** A new value of the octets of {@code b} at {@code place}, from its static accessors. */
    CodeBlock fromParts(String place) {
        CodeBlock parts = components().stream()
                .map(member -> CodeBlock.of("$T.$N(b, $N)", type, member.name(), place))
                .collect(CodeBlock.joining(",$W"));
        return CodeBlock.of("new $T($L)", type, parts);
    }

    /** What messages call it: the record's name, or the structure's. */
    String label() {
        return kind.map(RecordKind::name).orElse(structure.name());
    }
}
