package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Section;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The class that tells where in the document the rules stand that checks report by their ids; statements in running text,
 * which programs may check, among them.
 */
final class RulesType {

    private static final Set<Rule.Kind> UNREPORTED =
            EnumSet.of(Rule.Kind.DEFINITION, Rule.Kind.EVOLUTION, Rule.Kind.IMPLIED);

    private final Plan plan;

    private RulesType(Plan plan) {
        this.plan = plan;
    }

    static TypeSpec of(Plan plan) {
        return new RulesType(plan).build();
    }

    private TypeSpec build() {
        String document = JavaText.plain(plan.specification().name());
        return TypeSpec.classBuilder(plan.rules())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(Docs.block("Where the rules of " + document + " stand, of which validating reports ids."))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(section(document))
                .build();
    }

    private MethodSpec section(String document) {
        CodeBlock.Builder body = CodeBlock.builder().add("return switch (rule) {\n$>");
        idsByTitle()
                .forEach((title, ids) -> body.add(
                        "case $L -> $L;\n",
                        ids.stream()
                                .map(id -> CodeBlock.of("$L", JavaText.literal(id)))
                                .collect(CodeBlock.joining(",$W")),
                        JavaText.literal(title)));
        body.add("default -> $L;\n$<};\n", JavaText.literal(""));
        return MethodSpec.methodBuilder("section")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.block("The heading under which " + document
                        + " has the rule of this id; empty if it has no such rule."))
                .returns(Types.STRING)
                .addParameter(Types.STRING, "rule")
                .addCode(body.build())
                .build();
    }

    private Map<String, List<String>> idsByTitle() {
        Map<String, String> titles = plan.specification().sections().stream()
                .collect(Collectors.toMap(Section::anchor, Section::title, (first, second) -> first));
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Rule rule : Rules.of(plan.specification())) {
            if (!UNREPORTED.contains(rule.kind())) {
                ids.computeIfAbsent(titles.getOrDefault(rule.anchor(), ""), title -> new ArrayList<>())
                        .add(rule.id());
            }
        }
        ids.remove("");
        return ids;
    }
}
