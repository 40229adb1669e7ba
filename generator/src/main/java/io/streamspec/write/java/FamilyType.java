package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The sealed interface of a stream's records. */
final class FamilyType {

    private final Plan plan;
    private final ClassName unknown;

    private FamilyType(Plan plan) {
        this.plan = plan;
        this.unknown = plan.family().nestedClass("Unknown");
    }

    static TypeSpec of(Plan plan) {
        return new FamilyType(plan).build();
    }

    private TypeSpec build() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(plan.family())
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addJavadoc(Docs.block(
                        "A record of a " + JavaText.plain(plan.specification().name())
                                + " stream, decoded or about to be written. Frame and padding are no part of it."));
        plan.records().forEach(codec -> type.addPermittedSubclass(codec.type()));
        type.addPermittedSubclass(unknown);
        type.addMethod(contract("recordType", TypeName.LONG)
                .addJavadoc("The number that stands for its kind in a record's head.\n")
                .build());
        type.addMethod(contract("encodedSize", TypeName.LONG)
                .addJavadoc("The octets of the body, padding not counted.\n")
                .build());
        type.addMethod(contract("encode", TypeName.INT)
                .addJavadoc("Writes the body to {@code b} at {@code at}; the position behind it.\n\n"
                        + "@throws IllegalArgumentException if it does not fit what {@code context} has\n")
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(plan.context(), "context")
                .build());
        return type.addMethod(decode())
                .addMethod(check())
                .addMethods(plan.framing().isTagged() ? List.of(measure()) : List.of())
                .addMethod(isKnown())
                .addType(unknownType())
                .build();
    }

    private static MethodSpec.Builder contract(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(returned);
    }

    private MethodSpec decode() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("decode")
                .addJavadoc("Decodes the body of a record, which is all of the {@code length} octets of {@code b} at"
                        + " {@code at}.\nOf a type that the specification does not have, they are taken as they are.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(plan.family())
                .addParameter(TypeName.LONG, "type")
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.INT, "length")
                .addParameter(plan.context(), "context");
        for (Codec codec : plan.records()) {
            method.beginControlFlow("if ($L)", StreamType.is("type", codec));
            if (codec.structure().zeroExtended()) {
                method.beginControlFlow("if (length < $T.SIZE)", codec.type());
                method.addStatement(
                        "return $T.decode($T.octets(b, at, length, $T.SIZE), 0)",
                        codec.type(),
                        Types.ZERO_EXTENSION,
                        codec.type());
                method.endControlFlow();
            }
            String decode = codec.size().isPresent()
                    ? "$T record = $T.decode(b, at)"
                    : codec.needsContext()
                            ? "$T record = $T.decode(b, at, length, context)"
                            : "$T record = $T.decode(b, at, length)";
            method.addStatement(decode, codec.type(), codec.type());
            method.addStatement(
                    "$T.all($L,$Wat, length, record.encodedSize(), $L)",
                    Types.ROOM,
                    JavaText.literal(codec.label()),
                    codec.slack());
            method.addStatement("return record").endControlFlow();
        }
        return method.addStatement("return new $T(type, $T.view(b, at, length))", unknown, Types.OCTETS)
                .build();
    }

    private MethodSpec check() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("check")
                .addJavadoc("Reports what the body of a record breaks of the specification; of a type that it does not"
                        + " have, nothing.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addException(Types.IO_EXCEPTION)
                .addParameter(TypeName.LONG, "type")
                .addParameter(Types.BODY, "body")
                .addParameter(plan.context(), "context")
                .addParameter(Types.VALIDATION, "validation");
        for (Codec codec : plan.records()) {
            method.beginControlFlow("if ($L)", StreamType.is("type", codec));
            method.addStatement(
                    CheckMethod.takesContext(plan, codec)
                            ? "$T.check(body, context, validation)"
                            : "$T.check(body, validation)",
                    codec.type());
            method.addStatement("return").endControlFlow();
        }
        return method.build();
    }

    /** The octets of a record that tells its length only by its fields. */
    private MethodSpec measure() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("measure")
                .addJavadoc(
                        "The octets of a record that begins in {@code b} at {@code at}, where {@code available} are there.\n\n"
                                + "@throws $T if more of them are needed to tell, or say what cannot be\n",
                        Types.FORMAT_EXCEPTION)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(TypeName.LONG)
                .addParameter(TypeName.LONG, "type")
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.INT, "available")
                .addParameter(plan.context(), "context");
        for (Codec codec : plan.records()) {
            method.beginControlFlow("if ($L)", StreamType.is("type", codec));
            if (codec.size().isPresent()) {
                method.addStatement("return $T.SIZE", codec.type());
            } else {
                String context = codec.needsContext() ? ", context" : "";
                method.addStatement("return $T.measure(b, at, available" + context + ")", codec.type());
            }
            method.endControlFlow();
        }
        return method.addStatement(
                        "return $T.FRAMING.tag()", plan.head().orElseThrow().type())
                .build();
    }

    private MethodSpec isKnown() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("isKnown")
                .addJavadoc("Whether the specification has records of this type.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(TypeName.LONG, "type");
        return method.addStatement("return $L", StreamType.isOneOf("type", plan.records()))
                .build();
    }

    private TypeSpec unknownType() {
        return TypeSpec.recordBuilder(unknown)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(plan.family())
                .addJavadoc("A record of a type that the specification does not have, and lets readers pass over.\n\n"
                        + "@param recordType the number in the record's head\n"
                        + "@param body the body as it is\n")
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(TypeName.LONG, "recordType")
                        .addParameter(Types.OCTETS, "body")
                        .build())
                .addMethod(MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addJavadoc("@throws IllegalArgumentException if the type does not fit\n")
                        .addStatement("$T.bits($S, recordType, $L)", Types.REQUIRE, "type", 8 * typeOctets())
                        .addStatement("$L", Checks.required("body"))
                        .build())
                .addMethod(inherited("encodedSize", TypeName.LONG)
                        .addStatement("return body.size()")
                        .build())
                .addMethod(inherited("encode", TypeName.INT)
                        .addParameter(Types.BYTE_BUFFER, "b")
                        .addParameter(TypeName.INT, "at")
                        .addParameter(plan.context(), "context")
                        .addStatement("return body.put(b, at)")
                        .build())
                .addMethod(inherited("toString", Types.STRING)
                        .addStatement(
                                "return $S + Long.toHexString(recordType) + $S + body + $S",
                                "Unknown[recordType=0x",
                                ", body=",
                                "]")
                        .build())
                .build();
    }

    private long typeOctets() {
        Member type = plan.head().orElseThrow().member(plan.framing().type());
        return type.shape().size().orElse(Long.BYTES);
    }

    private static MethodSpec.Builder inherited(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }
}
