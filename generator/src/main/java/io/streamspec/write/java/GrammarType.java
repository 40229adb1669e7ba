package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.Automaton;
import io.streamspec.model.Implication;
import io.streamspec.model.Precedence;
import io.streamspec.model.StreamGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The class with the order of a stream's headers and records: the automata of its patterns. */
final class GrammarType {

    private final Plan plan;

    private GrammarType(Plan plan) {
        this.plan = plan;
    }

    /** Whether the specification says anything about order. */
    static boolean isNeeded(Plan plan) {
        return plan.head().isPresent() && !plan.specification().streams().isEmpty();
    }

    static TypeSpec of(Plan plan) {
        return new GrammarType(plan).build();
    }

    private TypeSpec build() {
        CodeBlock.Builder grammar = CodeBlock.builder().add("new $T()$>$>", Types.STREAM_GRAMMAR);
        plan.headers()
                .forEach(header -> grammar.add(
                        "\n.header($L)", JavaText.literal(header.structure().name())));
        plan.records()
                .forEach(codec -> grammar.add(
                        codec.kind().orElseThrow().isRange()
                                ? "\n.records($1L, $2T.RECORD_TYPE, $2T.LAST_RECORD_TYPE)"
                                : "\n.record($1L, $2T.RECORD_TYPE)",
                        JavaText.literal(codec.kind().orElseThrow().name()),
                        codec.type()));
        plan.specification().streams().forEach(stream -> addStream(grammar, stream));
        plan.specification().precedences().forEach(rule -> addPrecedence(grammar, rule));
        plan.specification().implications().forEach(rule -> addImplication(grammar, rule));
        return TypeSpec.classBuilder(plan.grammar())
                .addModifiers(Modifier.FINAL)
                .addJavadoc(Docs.block("The order of headers and records in "
                        + JavaText.plain(plan.specification().shortName())
                        + " streams: what comes first, and what after what."))
                .addField(FieldSpec.builder(Types.STREAM_GRAMMAR, "GRAMMAR", Modifier.STATIC, Modifier.FINAL)
                        .initializer(grammar.add("$<$<").build())
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(begin())
                .build();
    }

    private void addStream(CodeBlock.Builder grammar, StreamGrammar stream) {
        List<Automaton.State> states =
                Automaton.of(stream.pattern()).orElseThrow().states();
        grammar.add("\n.stream($>$>\n$L", JavaText.literal(stream.name()));
        for (Automaton.State state : states) {
            String text = Stream.concat(
                            state.accepting() ? Stream.of("*") : Stream.of(),
                            state.next().entrySet().stream().map(next -> next.getKey() + ">" + next.getValue()))
                    .collect(Collectors.joining(" "));
            grammar.add(",\n$L", JavaText.literal(text));
        }
        grammar.add(")$<$<");
    }

    private static void addPrecedence(CodeBlock.Builder grammar, Precedence rule) {
        for (int i = 0; i + 1 < rule.order().size(); i++) {
            grammar.add(
                    "\n.precedence($L, $L, $L)",
                    rule.must(),
                    JavaText.literal(rule.order().get(i)),
                    JavaText.literal(rule.order().get(i + 1)));
        }
    }

    private static void addImplication(CodeBlock.Builder grammar, Implication rule) {
        grammar.add(
                "\n.implication($L, $L, $L)",
                JavaText.literal(rule.stream()),
                JavaText.literal(rule.record()),
                JavaText.literal(rule.before()));
    }

    private MethodSpec begin() {
        List<CodeBlock> kinds = new ArrayList<>();
        ExpressionCode expressions = ExpressionCode.ofHeaders(plan);
        for (StreamGrammar stream : plan.specification().streams()) {
            kinds.add(stream.when().map(expressions::condition).orElse(CodeBlock.of("true")));
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder("begin")
                .addJavadoc("The state of a stream behind these headers.\n")
                .addModifiers(Modifier.STATIC)
                .returns(Types.optional(Types.STREAM_STATE))
                .addParameter(Types.VALIDATION, "validation");
        for (Codec header : plan.headers()) {
            method.addParameter(header.type(), StreamType.variable(header));
        }
        return method.addStatement(
                        "return GRAMMAR.begin($L, validation,$W$L)",
                        plan.headers().size(),
                        kinds.stream().collect(CodeBlock.joining(",$W")))
                .build();
    }
}
