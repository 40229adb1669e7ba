package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.FieldType;
import io.streamspec.model.Preamble;
import io.streamspec.model.RuleIds;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** How the constructor of a generated reader reads the headers, and settles the byte order. */
final class HeaderReading {

    private final StreamType stream;
    private final Plan plan;

    HeaderReading(StreamType stream) {
        this.stream = stream;
        this.plan = stream.plan();
    }

    void addTo(MethodSpec.Builder constructor) {
        stream.given().ifPresent(given -> StreamType.remember(given, constructor));
        Optional<String> flagged = plan.specification().endianFlag().map(flag -> flag.structure());
        if (flagged.isEmpty()) {
            constructor.addStatement("order($L)", markedOrder().orElseGet(stream::order));
        }
        for (Codec header : plan.headers()) {
            read(constructor, header);
            if (flagged.filter(header.structure().name()::equals).isPresent()) {
                constructor.addStatement("order($L)", stream.order());
            }
        }
    }

    /** The order that the octets of a constant field tell. */
    private Optional<CodeBlock> markedOrder() {
        return plan.specification().preamble().mark().map(mark -> {
            Codec header = plan.codec(mark.structure());
            Member member = header.member(mark.field());
            FieldType.Constant constant = (FieldType.Constant) member.type();
            return CodeBlock.of(
                    "orderOf($T.$N, $L, $L)",
                    header.type(),
                    member.offsetConstant(),
                    constant.octets(),
                    ExpressionCode.literal(constant.value()));
        });
    }

    private void read(MethodSpec.Builder constructor, Codec header) {
        boolean isFramed = plan.head().isPresent();
        constructor.addStatement(
                "$N = header($L, $T.$L$L$L, $L)",
                StreamType.variable(header),
                JavaText.literal(header.label()),
                header.type(),
                header.size().isPresent() ? "SIZE" : "MIN_SIZE",
                isFramed ? ", byteOrder()" : "",
                limit(header, isFramed),
                codec(header));
        if (plan.remembered().contains(header.structure().name())) {
            constructor.addStatement("context.remember($N)", StreamType.variable(header));
        }
    }

    /** A stream of records has a limit for headers already. */
    private CodeBlock limit(Codec header, boolean isFramed) {
        Optional<Preamble.Limit> limit =
                plan.specification().preamble().limit(header.structure().name());
        if (limit.isEmpty()) {
            return isFramed ? CodeBlock.of("") : CodeBlock.of(",$W$T.UNSAID", Types.HEADER_LIMIT);
        }
        return CodeBlock.of(
                ",$Wnew $T($L, $L)",
                Types.HEADER_LIMIT,
                limit.get().octets(),
                JavaText.literal(RuleIds.limit(header.structure().name())));
    }

    private TypeSpec codec(Codec header) {
        String decode = header.size().isPresent()
                ? "return $T.decode(b, at)"
                : header.needsContext()
                        ? "return $T.decode(b, at, length, context)"
                        : "return $T.decode(b, at, length)";
        String check = CheckMethod.takesContext(plan, header)
                ? "$T.check(octets, context, validation)"
                : "$T.check(octets, validation)";
        return TypeSpec.anonymousClassBuilder("")
                .superclass(ParameterizedTypeName.get(Types.HEADER_CODEC, header.type()))
                .addMethod(overriding("decode", header.type())
                        .addParameter(Types.BYTE_BUFFER, "b")
                        .addParameter(TypeName.INT, "at")
                        .addParameter(TypeName.INT, "length")
                        .addStatement(decode, header.type())
                        .build())
                .addMethod(overriding("size", TypeName.LONG)
                        .addParameter(header.type(), "header")
                        .addStatement("return header.encodedSize()")
                        .build())
                .addMethod(overriding("check", TypeName.VOID)
                        .addParameter(Types.BODY, "octets")
                        .addParameter(Types.VALIDATION, "validation")
                        .addException(Types.IO_EXCEPTION)
                        .addStatement(check, header.type())
                        .build())
                .build();
    }

    private static MethodSpec.Builder overriding(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned);
    }
}
