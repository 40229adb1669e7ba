package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.FieldType;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Structure;
import java.util.Objects;
import java.util.OptionalLong;
import javax.lang.model.element.Modifier;

/** The record for a structure, with the flags and structures that it contains nested in it. */
final class StructureType {

    private final Plan plan;
    private final Codec codec;
    private final TypeSpec.Builder type;

    private StructureType(Plan plan, Codec codec) {
        this.plan = plan;
        this.codec = codec;
        this.type = TypeSpec.recordBuilder(codec.type());
    }

    static TypeSpec of(Plan plan, Codec codec) {
        return new StructureType(plan, codec).build();
    }

    private TypeSpec build() {
        type.addModifiers(Modifier.PUBLIC).addJavadoc(Docs.record(plan, codec));
        if (codec.kind().isPresent()) {
            type.addSuperinterface(plan.family());
        }
        type.recordConstructor(components());
        addConstants();
        Checks.constructor(codec).ifPresent(type::addMethod);
        if (codec.components().stream().anyMatch(ArrayType::isArray)) {
            type.addMethod(ArrayType.constructor(codec.components()));
        }
        addStaticAccessors();
        if (isHead()) {
            FrameCode.methods(plan).forEach(type::addMethod);
        }
        type.addMethod(DecodeMethod.of(plan, codec));
        if (MeasureMethod.isNeeded(plan, codec)) {
            type.addMethod(MeasureMethod.of(plan, codec));
        }
        addInstanceMethods();
        codec.members().forEach(this::addFlags);
        if (plan.isElement(codec)) {
            type.addType(ArrayType.ofStructures(codec));
        }
        plan.inside(codec.structure()).stream()
                .filter(inner -> codec.type().equals(inner.type().enclosingClassName()))
                .forEach(inner -> type.addType(of(plan, inner)));
        return type.build();
    }

    private MethodSpec components() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        codec.components().forEach(member -> constructor.addParameter(member.javaType(), member.name()));
        return constructor.build();
    }

    private boolean isHead() {
        return plan.head().filter(codec::equals).isPresent();
    }

    private void addConstants() {
        codec.kind().ifPresent(this::addRecordTypes);
        boolean isFixed = codec.size().isPresent();
        type.addField(constant(TypeName.INT, isFixed ? "SIZE" : "MIN_SIZE")
                .addJavadoc(isFixed ? "The octets it takes.\n" : "The least octets it takes.\n")
                .initializer("$L", codec.minSize())
                .build());
        if (isHead()) {
            type.addField(FrameCode.framing(plan));
        }
        for (Member member : codec.members()) {
            if (member.role() != Member.Role.IGNORED && member.offset().isPresent()) {
                type.addField(constant(TypeName.INT, member.offsetConstant())
                        .addJavadoc(Docs.offset(member))
                        .initializer("$L", member.offset().getAsLong())
                        .build());
            }
            if (member.isOctetConstant()) {
                FieldType.Constant constant = (FieldType.Constant) member.type();
                type.addField(constant(Types.OCTETS, member.valueConstant())
                        .addJavadoc(
                                "What is written to {@code $L}.\n",
                                JavaText.plain(member.field().name()))
                        .initializer("$T.hex($S)", Types.OCTETS, constant.digits(constant.value()))
                        .build());
            }
        }
    }

    private void addRecordTypes(RecordKind kind) {
        String which = kind.isRange() ? "The least number that stands for" : "The number that stands in the head of";
        addNumber("RECORD_TYPE", which, kind.type());
        if (kind.isRange()) {
            addNumber("LAST_RECORD_TYPE", "The greatest number that stands for", kind.last());
        }
    }

    private void addNumber(String name, String which, long number) {
        type.addField(constant(TypeName.LONG, name)
                .addJavadoc(which + " such a record.\n")
                .initializer("0x$LL", Long.toHexString(number).toUpperCase(java.util.Locale.ROOT))
                .build());
    }

    private static FieldSpec.Builder constant(TypeName type, String name) {
        return FieldSpec.builder(type, name, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
    }

    private void addStaticAccessors() {
        for (Member member : codec.members()) {
            boolean hasValue = member.isComponent() || member.role() == Member.Role.DERIVED;
            if (hasValue && FieldWalk.isFixed(member)) {
                CodeBlock at = CodeBlock.of("at + $N", member.offsetConstant());
                type.addMethod(accessor(member, member.shape().type(), "")
                        .addStatement("return $L", AtomCode.read(member.shape(), CodeBlock.of("b"), at))
                        .build());
            }
            if (member.offset().isPresent() && !member.isConditional() && member.shape() instanceof Shape.Many many) {
                addElementAccessor(member, many);
            }
        }
    }

    private MethodSpec.Builder accessor(Member member, TypeName returned, String element) {
        return MethodSpec.methodBuilder(member.name())
                .addJavadoc(Docs.accessor(member, element))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(returned)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at");
    }

    /** Reads one element in place; of flags, the bits, so that nothing at all is made. */
    private void addElementAccessor(Member member, Shape.Many many) {
        OptionalLong size = many.element().size();
        if (size.isEmpty()) {
            return;
        }
        Shape element =
                many.element() instanceof Shape.Wrapped wrapped && wrapped.flags() ? wrapped.number() : many.element();
        CodeBlock read = element instanceof Shape.Nested nested && FieldWalk.isPlain(plan.codec(nested.structure()))
                ? plan.codec(nested.structure()).fromParts("place")
                : AtomCode.read(element, CodeBlock.of("b"), CodeBlock.of("place"));
        type.addMethod(accessor(member, element.type(), " at {@code index}")
                .addParameter(TypeName.INT, "index")
                .addStatement(
                        "int place = at + $N + $T.checkIndex(index, Integer.MAX_VALUE / $L) * $L",
                        member.offsetConstant(),
                        Types.OBJECTS,
                        Math.max(1, size.getAsLong()),
                        size.getAsLong())
                .addStatement("return $L", read)
                .build());
    }

    private void addInstanceMethods() {
        codec.members().stream()
                .filter(member -> member.role() == Member.Role.DERIVED)
                .forEach(member -> type.addMethod(derived(member)));
        codec.structure().definitions().forEach(definition -> type.addMethod(definition(definition)));
        if (codec.kind().isPresent()) {
            type.addMethod(MethodSpec.methodBuilder("recordType")
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC)
                    .returns(TypeName.LONG)
                    .addStatement("return $L", recordType())
                    .build());
        }
        EncodeMethods.of(plan, codec).forEach(type::addMethod);
        boolean isHead = isHead();
        boolean isPart = codec.structure().owner().isPresent() || plan.isPart(codec);
        if (isPart && ValueChecks.isElement(plan, codec)) {
            type.addMethod(ValueChecks.element(plan, codec));
        } else if (!isPart && !isHead) {
            type.addMethod(CheckMethod.of(plan, codec));
        }
        if (codec.components().stream().anyMatch(member -> !printsWell(member))) {
            type.addMethod(text());
        }
        if (LayoutChecks.isNeeded(codec)) {
            type.addMethod(LayoutChecks.of(plan, codec));
        }
    }

    /** The number of the record; of a kind that has several, the one that its first field says. */
    private CodeBlock recordType() {
        return codec.kind().orElseThrow().isRange()
                ? CodeBlock.of("$N()", codec.members().get(0).name())
                : CodeBlock.of("RECORD_TYPE");
    }

    private MethodSpec derived(Member member) {
        Member counted = codec.counted(member.field().name());
        CodeBlock extent = SizeCode.extent(counted.shape(), Checks.self(counted));
        int octets = (int) member.shape().size().orElse(0);
        MethodSpec.Builder method = MethodSpec.methodBuilder(member.name())
                .addJavadoc("The extent of {@code $L}, as it is written.\n", counted.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG);
        if (octets < Integer.BYTES) {
            method.addStatement("long extent = $L", extent)
                    .addStatement("$T.bits($L, extent, $L)", Types.REQUIRE, JavaText.literal(member.path()), 8 * octets)
                    .addStatement("return extent");
        } else {
            method.addStatement("return $L", extent);
        }
        return method.build();
    }

    private MethodSpec definition(Structure.Definition definition) {
        boolean needsContext = !new References(plan.specification())
                .outside(definition.value(), codec.structure().name())
                .isEmpty();
        MethodSpec.Builder method = MethodSpec.methodBuilder(codec.definitions().get(definition.name()))
                .addJavadoc("What the rules call {@code $L}.\n", JavaText.plain(definition.name()))
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG);
        if (needsContext) {
            method.addParameter(plan.context(), "context");
        }
        return method.addStatement(
                        "return $L", ExpressionCode.inside(plan, codec).number(definition.value()))
                .build();
    }

    /** Whether a record's own text is fit to read: not so unsigned 64 bits, long lists, and text as it comes. */
    private static boolean printsWell(Member member) {
        Shape shape = member.shape();
        boolean isWide = shape instanceof Shape.Number number && number.octets() == Long.BYTES;
        boolean isList = shape instanceof Shape.Many many && !(many.element() instanceof Shape.Number);
        return !isText(shape) && (member.isConditional() || !isWide && !isList);
    }

    private static boolean isText(Shape shape) {
        return shape instanceof Shape.Terminated || shape instanceof Shape.Bytes bytes && bytes.text();
    }

    private MethodSpec text() {
        CodeBlock.Builder text = CodeBlock.builder();
        String before = codec.type().simpleName() + "[";
        for (Member member : codec.components()) {
            text.add(text.isEmpty() ? "$S + $L" : "\n+ $S + $L", before + member.name() + "=", shown(member));
            before = ", ";
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Types.STRING)
                .addStatement("return $L + $S", text.build(), "]")
                .build();
    }

    private static CodeBlock shown(Member member) {
        if (printsWell(member)) {
            return CodeBlock.of("$N", member.name());
        }
        if (isText(member.shape())) {
            return CodeBlock.of(
                    member.isConditional() ? "$N.map($T::show)" : "$2T.show($1N)", member.name(), Types.TEXT);
        }
        return member.shape() instanceof Shape.Number
                ? CodeBlock.of("Long.toUnsignedString($N)", member.name())
                : CodeBlock.of("$T.show($N)", Types.ELEMENTS, member.name());
    }

    private void addFlags(Member member) {
        FieldType inner = member.type();
        while (inner instanceof FieldType.Array array) {
            inner = array.element();
        }
        if (inner instanceof FieldType.Flags flags) {
            ClassName name =
                    Objects.requireNonNull(codec.flags().get(member.field().name()));
            type.addType(FlagsType.of(plan, codec, name, member, flags));
        }
    }
}
