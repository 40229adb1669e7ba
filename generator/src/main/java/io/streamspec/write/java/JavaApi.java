package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the generated code of one specification is called, for those who write programs that use it. */
public final class JavaApi {

    private final Plan plan;

    private JavaApi(Plan plan) {
        this.plan = plan;
    }

    /**
     * The names in the codecs that {@link JavaWriter} writes, by the specification's name; to be used only if it wrote them
     * without an error.
     */
    public static Map<String, JavaApi> of(List<Specification> specifications, String basePackage) {
        Map<String, JavaApi> apis = new LinkedHashMap<>();
        specifications.forEach(specification -> apis.put(
                specification.name(),
                new JavaApi(Planner.plan(
                        specification, packageOf(specification, basePackage), Optional.empty(), new Diagnostics()))));
        return apis;
    }

    static String packageOf(Specification specification, String basePackage) {
        return basePackage + "." + JavaNames.segment(specification.shortName());
    }

    /** How the octets of a structure are checked. */
    public enum Check {
        /** There is nothing to check. */
        NONE,
        /** By {@code check(b, at, validation)}. */
        ELEMENT,
        /** By {@code check(body, validation)}. */
        BODY,
        /** By {@code check(body, context, validation)}. */
        BODY_IN_CONTEXT
    }

    /** The package that all of it is in. */
    public String packageName() {
        return plan.packageName();
    }

    /** The type of a structure's values, {@code HvmParams.Param}; of one that several records share, that of the first. */
    public String type(String structure) {
        return name(plan.codec(structure).type());
    }

    /** The fields that the constructor takes, in order; the others are constant, computed or zero. */
    public List<String> components(String structure) {
        return plan.codec(structure).components().stream()
                .map(member -> member.field().name())
                .toList();
    }

    /** The type of a field's bits: {@code PageData.Pfn}. */
    public String flags(String structure, String field) {
        return name(Objects.requireNonNull(plan.codec(structure).flags().get(field)));
    }

    /** The type of an enumeration's values. */
    public String enumeration(Enumeration enumeration) {
        return name(plan.type(enumeration));
    }

    /** The constant for a value. */
    public String constant(Enumeration.Value value) {
        return JavaNames.constant(value.name());
    }

    /** The class that takes note of earlier structures, and has a method {@code remember}. */
    public String context() {
        return name(plan.context());
    }

    /** The class that writes streams. */
    public String writer() {
        return name(plan.writer());
    }

    /** Whether who opens a writer has to say the byte order, which no header does. */
    public boolean writesInGivenOrder() {
        return new StreamType(plan, Map.of()).needsOrder();
    }

    /** Whether {@code encode} takes the context. */
    public boolean encodesInContext(String structure) {
        return plan.codec(structure).needsContext();
    }

    /** How the octets of a structure are checked. */
    public Check check(String structure) {
        Codec codec = plan.codec(structure);
        if (plan.head().filter(codec::equals).isPresent()) {
            return Check.NONE;
        } else if (codec.structure().owner().isPresent() || plan.isPart(codec)) {
            return ValueChecks.isElement(plan, codec) ? Check.ELEMENT : Check.NONE;
        }
        return CheckMethod.takesContext(plan, codec) ? Check.BODY_IN_CONTEXT : Check.BODY;
    }

    /** The structures that the context takes note of. */
    public List<String> remembered() {
        return List.copyOf(plan.remembered());
    }

    /** {@code text} as a string literal, quotes included. */
    public static String literal(String text) {
        return JavaText.literal(text);
    }

    private static String name(ClassName type) {
        return String.join(".", type.simpleNames());
    }
}
