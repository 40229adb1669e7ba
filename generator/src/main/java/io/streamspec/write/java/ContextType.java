package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** The class that holds what earlier headers and records contribute to the layout of later ones. */
final class ContextType {

    private final Plan plan;
    private final TypeSpec.Builder type;

    private ContextType(Plan plan) {
        this.plan = plan;
        this.type = TypeSpec.classBuilder(plan.context()).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
    }

    static TypeSpec of(Plan plan) {
        return new ContextType(plan).build();
    }

    private TypeSpec build() {
        List<Codec> remembered = plan.remembered().stream().map(plan::codec).toList();
        type.addJavadoc(
                "What earlier headers and records contribute to the layout of later ones: of each, the latest.\n"
                        + "Readers and writers keep one themselves. Not for use by several threads.\n");
        for (Codec codec : remembered) {
            type.addField(codec.type(), name(codec), Modifier.PRIVATE);
        }
        remembered.forEach(codec -> type.addMethod(getter(codec)));
        remembered.forEach(codec -> type.addMethod(setter(codec)));
        if (plan.specification().framing().isPresent()) {
            type.addMethod(rememberRecord(remembered));
        }
        return type.addMethod(text(remembered)).build();
    }

    private static String name(Codec codec) {
        return JavaNames.member(codec.structure().name());
    }

    private static MethodSpec getter(Codec codec) {
        return MethodSpec.methodBuilder(name(codec))
                .addJavadoc(
                        "The latest {@link $T}.\n\n@throws $T if there was none\n",
                        codec.type(),
                        Types.FORMAT_EXCEPTION)
                .addModifiers(Modifier.PUBLIC)
                .returns(codec.type())
                .beginControlFlow("if ($N == null)", name(codec))
                .addStatement("throw $T.absent($L)", Types.FORMAT_EXCEPTION, JavaText.literal(codec.label()))
                .endControlFlow()
                .addStatement("return $N", name(codec))
                .build();
    }

    private MethodSpec setter(Codec codec) {
        return remember(codec.type())
                .addStatement("this.$N = latest", name(codec))
                .addStatement("return this")
                .build();
    }

    private MethodSpec rememberRecord(List<Codec> remembered) {
        MethodSpec.Builder method = remember(plan.family());
        for (Codec codec : remembered) {
            if (codec.kind().isPresent()) {
                method.beginControlFlow("if (latest instanceof $T record)", codec.type())
                        .addStatement("this.$N = record", name(codec))
                        .endControlFlow();
            }
        }
        return method.addStatement("return this").build();
    }

    private MethodSpec text(List<Codec> remembered) {
        CodeBlock.Builder text = CodeBlock.builder().add("$S", plan.context().simpleName() + "[");
        String comma = "";
        for (Codec codec : remembered) {
            text.add("\n+ $S + $N", comma + name(codec) + "=", name(codec));
            comma = ", ";
        }
        return MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Types.STRING)
                .addStatement("return $L + $S", text.build(), "]")
                .build();
    }

    private MethodSpec.Builder remember(ClassName latest) {
        return MethodSpec.methodBuilder("remember")
                .addJavadoc("Takes note of {@code latest}, if anything depends on it; this.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns((TypeName) plan.context())
                .addParameter(latest, "latest");
    }
}
