package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The methods by which generated readers and writers tell the runtime what the specification asks of its streams. */
final class RulesHooks {

    private final StreamType stream;
    private final Plan plan;

    private RulesHooks(StreamType stream) {
        this.stream = stream;
        this.plan = stream.plan();
    }

    static List<MethodSpec> of(StreamType stream) {
        RulesHooks hooks = new RulesHooks(stream);
        return GrammarType.isNeeded(stream.plan())
                ? List.of(hooks.name(), hooks.begin(), hooks.symbol(), hooks.check(), hooks.isReadable())
                : List.of(hooks.name(), hooks.check(), hooks.isReadable());
    }

    private MethodSpec name() {
        CodeBlock name = stream.typeName()
                .map(type -> CodeBlock.of("$T.of($L).toString()", type, stream.kindOf("type")))
                .orElse(CodeBlock.of("$S + Long.toHexString(type)", "0x"));
        return hook("name", Types.STRING)
                .addParameter(TypeName.LONG, "type")
                .addStatement("return $L", name)
                .build();
    }

    private MethodSpec begin() {
        String headers = plan.headers().stream()
                .map(header -> ", " + StreamType.variable(header))
                .collect(Collectors.joining());
        return hook("begin", Types.optional(Types.STREAM_STATE))
                .addParameter(Types.VALIDATION, "validation")
                .addStatement("return $T.begin(validation$L)", plan.grammar(), headers)
                .build();
    }

    private MethodSpec symbol() {
        return hook("symbol", TypeName.INT)
                .addParameter(TypeName.LONG, "type")
                .addStatement("return $T.GRAMMAR.symbolOf(type)", plan.grammar())
                .build();
    }

    private MethodSpec check() {
        return hook("check", TypeName.VOID)
                .addException(Types.IO_EXCEPTION)
                .addParameter(TypeName.LONG, "type")
                .addParameter(Types.BODY, "body")
                .addParameter(Types.VALIDATION, "validation")
                .addStatement("$T.check(type, body, context, validation)", plan.family())
                .build();
    }

    private MethodSpec isReadable() {
        MethodSpec.Builder method = hook("isReadable", TypeName.BOOLEAN).addParameter(TypeName.LONG, "number");
        Optional<Expression> optional = plan.framing().optional();
        if (optional.isEmpty()) {
            return method.addStatement("return $T.isKnown(number)", plan.family())
                    .build();
        }
        Member member = stream.typeMember();
        CodeBlock value = member.shape() instanceof Shape.Wrapped wrapped
                ? CodeBlock.of(wrapped.flags() ? "new $T(number)" : "$T.of(number)", wrapped.type())
                : CodeBlock.of("number");
        TypeName wide = member.shape() instanceof Shape.Number
                ? TypeName.LONG
                : member.shape().type();
        CodeBlock condition = ExpressionCode.decoding(plan, stream.head()).condition(optional.get());
        return method.addStatement("$T $N = $L", wide, member.local(), value)
                .addStatement("return $T.isKnown(number) || $L", plan.family(), condition)
                .build();
    }

    private static MethodSpec.Builder hook(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(returned);
    }
}
