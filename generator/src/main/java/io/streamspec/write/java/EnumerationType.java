package io.streamspec.write.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.streamspec.model.Enumeration;
import io.streamspec.source.Diagnostics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.lang.model.element.Modifier;

/** The record for an enumeration: a number that has a name if the specification gives it one. */
final class EnumerationType {

    private static final int DENSE_BITS = 6;
    private static final int MOST_COMPARED = 100;

    private final ClassName name;
    private final Enumeration enumeration;
    private final Map<Enumeration.Value, String> constants = new LinkedHashMap<>();
    private final TypeSpec.Builder type;

    private EnumerationType(Plan plan, Enumeration enumeration, Diagnostics diagnostics) {
        this.name = plan.type(enumeration);
        this.enumeration = enumeration;
        this.type = TypeSpec.recordBuilder(name).addModifiers(Modifier.PUBLIC);
        Namespace names = Namespace.ofMembers("constant", diagnostics);
        for (Enumeration.Value value : enumeration.values()) {
            constants.put(value, names.claim(JavaNames.constant(value.name()), value.name(), value.span()));
        }
    }

    static TypeSpec of(Plan plan, Enumeration enumeration, Diagnostics diagnostics) {
        return new EnumerationType(plan, enumeration, diagnostics).build(plan);
    }

    private TypeSpec build(Plan plan) {
        type.addJavadoc(Docs.block("A value of the enumeration {@code " + JavaText.plain(enumeration.name())
                + "}. Any number can be one; those that the specification names are constants."
                + Docs.source(plan, section(plan), enumeration.anchor())
                + "\n\n@param value the number, unsigned"));
        type.recordConstructor(MethodSpec.constructorBuilder()
                .addParameter(TypeName.LONG, "value")
                .build());
        constants.forEach((value, constant) ->
                type.addField(FieldSpec.builder(name, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc(Docs.value(value))
                        .initializer("new $T($L)", name, ExpressionCode.literal(value.value()))
                        .build()));
        if (isDense()) {
            type.addField(table());
        }
        type.addMethod(factory());
        type.addMethod(known());
        type.addMethod(predicate(
                "isReserved",
                "Whether the specification keeps the number for later.\n",
                CodeBlock.builder().addStatement("return $L", reserved()).build()));
        type.addMethod(text());
        return type.build();
    }

    /** The title of the section that has the values. */
    private String section(Plan plan) {
        return plan.specification().sections().stream()
                .filter(section -> section.anchor().equals(enumeration.anchor()))
                .map(io.streamspec.model.Section::title)
                .findFirst()
                .orElse("");
    }

    private MethodSpec factory() {
        CodeBlock otherwise = CodeBlock.of("new $T(value)", name);
        MethodSpec.Builder method = MethodSpec.methodBuilder("of")
                .addJavadoc("The constant for {@code value}, or a value without a name.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(TypeName.LONG, "value");
        return isDense()
                ? method.addStatement("return value >= 0 && value < TABLE.length ? TABLE[(int) value] : $L", otherwise)
                        .build()
                : method.addCode(choose(constant -> CodeBlock.of("$N", constant), otherwise))
                        .build();
    }

    private boolean isDense() {
        return !constants.isEmpty()
                && constants.keySet().stream().allMatch(value -> value.value().bitLength() <= DENSE_BITS);
    }

    /** All small values, so that finding one takes no branches and makes none. */
    private FieldSpec table() {
        Map<Integer, String> byValue = new TreeMap<>();
        constants.forEach((value, constant) -> byValue.put(value.value().intValue(), constant));
        CodeBlock values = IntStream.rangeClosed(0, Collections.max(byValue.keySet()))
                .mapToObj(value -> byValue.containsKey(value)
                        ? CodeBlock.of("$N", byValue.get(value))
                        : CodeBlock.of("new $T($L)", name, value))
                .collect(CodeBlock.joining(",$W"));
        return FieldSpec.builder(ArrayTypeName.of(name), "TABLE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("{$L}", values)
                .build();
    }

    private MethodSpec text() {
        return MethodSpec.methodBuilder("toString")
                .addJavadoc("The name, or the number in hexadecimal.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Types.STRING)
                .addCode(choose(
                        constant -> CodeBlock.of("$S", constant), CodeBlock.of("$S + Long.toHexString(value)", "0x")))
                .build();
    }

    /** A switch over the values that fit an {@code int}, behind comparisons with those that do not. */
    private CodeBlock choose(java.util.function.Function<String, CodeBlock> result, CodeBlock otherwise) {
        CodeBlock.Builder code = CodeBlock.builder();
        CodeBlock.Builder cases = CodeBlock.builder();
        constants.forEach((value, constant) -> {
            if (value.value().bitLength() < Integer.SIZE) {
                cases.add(
                        "case $L -> $L;\n",
                        ExpressionCode.literal(value.value()).toString().replace("L", ""),
                        result.apply(constant));
            } else {
                code.beginControlFlow("if (value == $L)", ExpressionCode.literal(value.value()))
                        .addStatement("return $L", result.apply(constant))
                        .endControlFlow();
            }
        });
        if (cases.isEmpty()) {
            return code.addStatement("return $L", otherwise).build();
        }
        code.beginControlFlow("if (value != (int) value)")
                .addStatement("return $L", otherwise)
                .endControlFlow();
        return code.add("return switch ((int) value) {\n$>")
                .add(cases.build())
                .add("default -> $L;\n$<};\n", otherwise)
                .build();
    }

    private static MethodSpec predicate(String name, String javadoc, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc(javadoc)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addCode(body)
                .build();
    }

    /** Comparisons where there are few; of many the compiler's stack would overflow. */
    private MethodSpec known() {
        CodeBlock body = constants.size() > MOST_COMPARED
                ? choose(constant -> CodeBlock.of("true"), CodeBlock.of("false"))
                : CodeBlock.builder()
                        .addStatement("return $L", constants.isEmpty() ? CodeBlock.of("false") : comparisons())
                        .build();
        return predicate("isKnown", "Whether the specification names the number.\n", body);
    }

    private CodeBlock comparisons() {
        return constants.keySet().stream()
                .map(value -> CodeBlock.of("value == $L", ExpressionCode.literal(value.value())))
                .collect(CodeBlock.joining("$W|| "));
    }

    private CodeBlock reserved() {
        return enumeration.reserved().isEmpty()
                ? CodeBlock.of("false")
                : enumeration.reserved().stream()
                        .map(range -> CodeBlock.of(
                                "Long.compareUnsigned(value, $L) >= 0$W&& Long.compareUnsigned(value, $L) <= 0",
                                ExpressionCode.literal(range.from()),
                                ExpressionCode.literal(range.to())))
                        .collect(CodeBlock.joining("$W|| "));
    }
}
