package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The {@code encodedSize} and {@code encode} of a structure. */
final class EncodeMethods {

    private static final CodeBlock POSITION = CodeBlock.of("position");

    private final Plan plan;
    private final Codec codec;
    private final ExpressionCode expressions;

    private EncodeMethods(Plan plan, Codec codec) {
        this.plan = plan;
        this.codec = codec;
        this.expressions = ExpressionCode.inside(plan, codec);
    }

    static List<MethodSpec> of(Plan plan, Codec codec) {
        EncodeMethods methods = new EncodeMethods(plan, codec);
        List<MethodSpec> all = new ArrayList<>();
        all.add(methods.encodedSize());
        all.add(methods.encode());
        if (codec.kind().isPresent() && !codec.needsContext()) {
            all.add(methods.encodeAsRecord());
        }
        return all;
    }

    private MethodSpec encodedSize() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("encodedSize")
                .addJavadoc("The octets that {@link #encode} writes.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.LONG);
        if (codec.kind().isPresent()) {
            method.addAnnotation(Override.class);
        }
        if (codec.size().isPresent()) {
            return method.addStatement("return SIZE").build();
        }
        if (codec.members().stream().anyMatch(EncodeMethods::isFill)) {
            return filledSize(method);
        }
        List<CodeBlock> parts = new ArrayList<>();
        long fixed = 0;
        for (Member member : codec.members()) {
            if (hasSize(member)) {
                fixed += member.shape().size().getAsLong();
            } else {
                parts.add(size(member));
            }
        }
        if (fixed > 0) {
            parts.add(0, CodeBlock.of("$L", fixed));
        }
        return method.addStatement("return $L", parts.stream().collect(CodeBlock.joining("$W+ ")))
                .build();
    }

    private static boolean hasSize(Member member) {
        return !member.isConditional() && member.shape().size().isPresent();
    }

    /** What lies before a padding has to be summed up first. */
    private MethodSpec filledSize(MethodSpec.Builder method) {
        method.addStatement("long size = 0");
        for (Member member : codec.members()) {
            if (isFill(member)) {
                Shape.Blank blank = (Shape.Blank) member.shape();
                method.addStatement("size += Math.floorMod(-size, $LL)", blank.alignment());
            } else {
                method.addStatement("size += $L", size(member));
            }
        }
        return method.addStatement("return size").build();
    }

    private static boolean isFill(Member member) {
        return member.shape() instanceof Shape.Blank && member.shape().size().isEmpty();
    }

    private CodeBlock size(Member member) {
        if (!member.isConditional()) {
            return SizeCode.octets(member.shape(), self(member));
        } else if (member.isComponent()) {
            CodeBlock value = CodeBlock.of("part");
            return CodeBlock.of(
                    "$L.stream().mapToLong(part -> $L).sum()", self(member), SizeCode.octets(member.shape(), value));
        }
        CodeBlock condition = expressions.condition(member.field().when().orElseThrow());
        return CodeBlock.of("($L ? $L : 0)", condition, member.shape().size().orElse(0));
    }

    private MethodSpec encode() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("encode")
                .addJavadoc(
                        "Writes this to {@code b} at {@code at}; the position behind it. Reserved octets are zero.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at");
        if (codec.needsContext()) {
            method.addParameter(plan.context(), "context");
            if (codec.kind().isPresent()) {
                method.addAnnotation(Override.class);
            }
        }
        if (LayoutChecks.isNeeded(codec)) {
            method.addStatement(codec.needsContext() ? "requireLayout(context)" : "requireLayout()");
        }
        return method.addCode(body()).build();
    }

    private MethodSpec encodeAsRecord() {
        return MethodSpec.methodBuilder("encode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.INT)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(plan.context(), "context")
                .addStatement("return encode(b, at)")
                .build();
    }

    private CodeBlock body() {
        CodeBlock.Builder code = CodeBlock.builder();
        List<Member> placed = codec.members().stream()
                .takeWhile(member -> FieldWalk.isFixed(member) && isOneGo(member))
                .toList();
        for (Member member : placed) {
            code.addStatement("$L", call(member, place(member)));
        }
        long walked = placed.stream()
                .mapToLong(member -> member.shape().size().getAsLong())
                .sum();
        List<Member> walkedOver = codec.members().stream().skip(placed.size()).collect(Collectors.toList());
        if (walkedOver.isEmpty()) {
            return code.addStatement(walked == 0 ? "return at" : "return at + SIZE")
                    .build();
        }
        code.addStatement(walked == 0 ? "int position = at" : "int position = at + " + walked);
        walkedOver.forEach(member -> writeWalking(code, member));
        return code.addStatement("return position").build();
    }

    private static CodeBlock place(Member member) {
        return member.role() == Member.Role.IGNORED
                ? CodeBlock.of("at + $L", member.offset().getAsLong())
                : CodeBlock.of("at + $N", member.offsetConstant());
    }

    private static boolean isOneGo(Member member) {
        return member.shape() instanceof Shape.Blank || AtomCode.isOneGo(member.shape());
    }

    /** Writes a field of fixed size at {@code at}. */
    private CodeBlock call(Member member, CodeBlock at) {
        if (member.shape() instanceof Shape.Blank blank) {
            return AtomCode.zeroes(at, blank.size().getAsLong());
        } else if (member.role() == Member.Role.FIXED && member.isOctetConstant()) {
            return AtomCode.write(member.shape(), at, CodeBlock.of("$N", member.valueConstant()));
        } else if (member.role() == Member.Role.FIXED && member.type() instanceof FieldType.Constant constant) {
            return AtomCode.write(member.shape(), at, ExpressionCode.literal(constant.value()));
        } else if (member.role() == Member.Role.DERIVED) {
            return AtomCode.write(member.shape(), at, CodeBlock.of("$N()", member.name()));
        }
        return AtomCode.write(member.shape(), at, self(member));
    }

    private void writeWalking(CodeBlock.Builder code, Member member) {
        if (!member.isConditional()) {
            writeValue(code, member, self(member));
        } else if (member.isComponent()) {
            code.beginControlFlow("if ($L.isPresent())", self(member));
            writeValue(code, member, CodeBlock.of("$L.get()", self(member)));
            code.endControlFlow();
        } else {
            code.beginControlFlow(
                    "if ($L)", expressions.condition(member.field().when().orElseThrow()));
            writeValue(code, member, self(member));
            code.endControlFlow();
        }
    }

    private void writeValue(CodeBlock.Builder code, Member member, CodeBlock value) {
        if (isFill(member)) {
            Shape.Blank blank = (Shape.Blank) member.shape();
            code.addStatement(
                    "position = $T.putZeroes(b, position, Math.floorMod(at - position, $L))",
                    Types.OCTETS,
                    blank.alignment());
        } else if (!member.isComponent()) {
            code.addStatement("$L", call(member, POSITION));
            code.addStatement("position += $L", member.shape().size().getAsLong());
        } else {
            write(code, member.shape(), value);
        }
    }

    private void write(CodeBlock.Builder code, Shape shape, CodeBlock value) {
        if (shape instanceof Shape.Terminated text) {
            code.addStatement("position = $T.put(b, position, $L)", Types.TEXT, value);
            code.addStatement("b.put(position++, (byte) $L)", text.terminator());
        } else if (shape instanceof Shape.Many many && many.array().isPresent()) {
            code.addStatement("position = $L.put(b, position)", value);
        } else if (shape instanceof Shape.Many many && !(many.element() instanceof Shape.Number)) {
            code.beginControlFlow("for ($T element : $L)", many.element().type(), value);
            write(code, many.element(), CodeBlock.of("element"));
            code.endControlFlow();
        } else if (shape instanceof Shape.Number || shape instanceof Shape.Wrapped) {
            code.addStatement("$L", AtomCode.write(shape, POSITION, value));
            code.addStatement("position += $L", shape.size().getAsLong());
        } else {
            code.addStatement("position = $L", AtomCode.write(shape, POSITION, value));
        }
    }

    private CodeBlock self(Member member) {
        return Checks.self(member);
    }
}
