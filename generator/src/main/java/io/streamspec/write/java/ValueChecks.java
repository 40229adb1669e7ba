package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.BitRange;
import io.streamspec.model.Expression;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Extent;
import io.streamspec.model.FieldType;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Statements that report values which the specification does not allow. */
final class ValueChecks {

    private final Plan plan;
    private final Codec codec;
    private final CodeBlock.Builder code;
    private final Map<String, CodeBlock> sizes = new HashMap<>();
    private final Map<String, String> tellers = new HashMap<>();
    private final ExpressionCode expressions;

    ValueChecks(Plan plan, Codec codec, CodeBlock.Builder code) {
        this.plan = plan;
        this.codec = codec;
        this.code = code;
        this.expressions = ExpressionCode.decoding(plan, codec).withSizes(sizes);
    }

    /** Whether a structure of fixed size has anything to check but its size. */
    boolean areAny() {
        return !codec.structure().constraints().isEmpty()
                || codec.members().stream()
                        .anyMatch(member -> member.role() == Member.Role.IGNORED
                                || member.type() instanceof FieldType.Constant
                                || isChecked(member));
    }

    /** Whether a rule or the extent of another field names the field. */
    private boolean isNamed(String field) {
        Stream<Expression> rules = codec.structure().constraints().stream().map(Structure.Constraint::condition);
        Stream<Expression> layout = codec.structure().fields().stream().flatMap(References::expressions);
        Stream<Expression> definitions =
                codec.structure().definitions().stream().map(Structure.Definition::value);
        return Stream.of(rules, layout, definitions)
                .flatMap(expressions -> expressions)
                .anyMatch(expression -> References.measures(expression, field));
    }

    boolean needContext() {
        References references = new References(plan.specification());
        return codec.structure().constraints().stream().anyMatch(constraint -> !references
                .outside(constraint.condition(), codec.structure().name())
                .isEmpty());
    }

    private boolean isChecked(Member member) {
        Shape shape = member.shape() instanceof Shape.Many many ? many.element() : member.shape();
        boolean isAllowed = member.type() instanceof FieldType.Scalar scalar
                && !scalar.allowed().isEmpty();
        return shape instanceof Shape.Wrapped || isAllowed || shape instanceof Shape.Nested nested && isElement(nested);
    }

    /** Whether {@link #element} makes a method for the structure. */
    private boolean isElement(Shape.Nested nested) {
        Codec inner = plan.codec(nested.structure());
        return nested.size().isPresent() && isElement(plan, inner);
    }

    static boolean isElement(Plan plan, Codec inner) {
        return inner.size().isPresent()
                && inner.kind().isEmpty()
                && new ValueChecks(plan, inner, CodeBlock.builder()).areAny()
                && !CheckMethod.takesContext(plan, inner);
    }

    /** The static {@code check} of a structure that is an element of an array or a part of another structure. */
    static MethodSpec element(Plan plan, Codec codec) {
        CodeBlock.Builder code = CodeBlock.builder();
        ValueChecks checks = new ValueChecks(plan, codec, code);
        new FieldWalk(plan, codec, code, checks.visitor()).fixedFields();
        checks.constraints();
        return MethodSpec.methodBuilder("check")
                .addJavadoc("Reports what the octets of {@code b} at {@code at} break of the specification.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(Types.VALIDATION, "validation")
                .addCode(code.build())
                .build();
    }

    FieldWalk.Visitor visitor() {
        return new FieldWalk.Visitor() {
            @Override
            public void skipped(Member member, String size) {
                sizes.put(member.field().name(), CodeBlock.of("$N", size));
            }

            @Override
            public boolean wants(Member member) {
                return isChecked(member) || isNamed(member.field().name());
            }

            @Override
            public CodeBlock calls(Extent.ForEach forEach, CodeBlock count, CodeBlock calls) {
                return ValueChecks.this.calls(forEach, count, calls);
            }

            @Override
            public void blank(Member member, CodeBlock at, CodeBlock size) {
                ValueChecks.this.blank(member, at, size);
            }

            @Override
            public void value(Member member, String local, CodeBlock at) {
                ValueChecks.this.value(member, local, at);
            }
        };
    }

    /** Reserved octets and padding. */
    void blank(Member member, CodeBlock at, CodeBlock size) {
        code.addStatement("validation.zero($L, $L, b, $L, $L)", rule(member, "zero"), name(member), at, size);
    }

    /** Padding that the body counts in, behind its {@code taken} octets. */
    void padding(CodeBlock taken) {
        codec.padding().findFirst().ifPresent(field -> {
            String rule = RuleIds.of(codec.structure().name(), field.name(), "zero");
            code.addStatement(
                    "validation.zero($L, $L, b, at + $L, body.length() - ($L))",
                    JavaText.literal(rule),
                    JavaText.literal(field.name()),
                    taken,
                    taken);
        });
    }

    /** A value in {@code local}, from the octets at {@code at}. */
    void value(Member member, String local, CodeBlock at) {
        if (member.shape() instanceof Shape.Wrapped wrapped) {
            wrapped(member, wrapped, CodeBlock.of("$N", local), at);
        } else if (member.shape() instanceof Shape.Many many && many.element() instanceof Shape.Wrapped wrapped) {
            elements(member, wrapped, local, at);
        } else if (member.shape() instanceof Shape.Many many
                && many.element() instanceof Shape.Nested nested
                && isElement(nested)) {
            code.beginControlFlow("for (int i = 0; i < $N.size(); i++)", local);
            code.addStatement("validation.element($L, i)", name(member));
            code.addStatement(
                    "$T.check(b, $L + i * $L, validation)",
                    nested.type(),
                    at,
                    nested.size().getAsLong());
            code.endControlFlow();
            code.addStatement("validation.endElement()");
        } else if (member.shape() instanceof Shape.Nested nested && isElement(nested)) {
            code.addStatement("$T.check(b, $L, validation)", nested.type(), at);
        } else if (member.type() instanceof FieldType.Scalar scalar
                && !scalar.allowed().isEmpty()) {
            allowed(member, scalar, CodeBlock.of("$N", local), at);
        }
    }

    private void wrapped(Member member, Shape.Wrapped wrapped, CodeBlock value, CodeBlock at) {
        if (wrapped.flags()) {
            code.addStatement("$T.check($L, $L, $L.bits(), validation)", wrapped.type(), name(member), at, value);
        } else {
            boolean isOpen = member.type() instanceof FieldType.Enumerated enumerated && enumerated.open();
            code.addStatement(
                    "validation.known($L, $L, $L.isKnown(), $L, $L, $L)",
                    rule(member, "known"),
                    !isOpen,
                    value,
                    at,
                    name(member),
                    value);
        }
    }

    /** All elements at once by the bits that any of them has; one by one only if something is wrong. */
    private void elements(Member member, Shape.Wrapped wrapped, String local, CodeBlock start) {
        CodeBlock element = CodeBlock.of("$N.get(i)", local);
        CodeBlock at = CodeBlock.of("$L + $LL * i", start, wrapped.number().octets());
        CodeBlock.Builder each = CodeBlock.builder();
        each.beginControlFlow("for (int i = 0; i < $N.size(); i++)", local);
        each.addStatement("validation.element($L, i)", name(member));
        each.add(
                wrapped.flags()
                        ? CodeBlock.of("$T.check($S, $L, $L.bits(), validation);\n", wrapped.type(), "", at, element)
                        : CodeBlock.of(
                                "validation.known($L, true, $L.isKnown(), $L, $S, $L);\n",
                                rule(member, "known"),
                                element,
                                at,
                                "",
                                element));
        each.endControlFlow();
        each.addStatement("validation.endElement()");
        if (wrapped.flags()) {
            String values = local + "Values_"; // no field has such a name
            tellers.put(member.field().name(), values);
            code.addStatement("long $N = $T.valuesIfSound(b, $L, $N.size())", values, wrapped.type(), start, local);
            code.beginControlFlow("if ($N == -1)", values);
            code.add(each.build()).endControlFlow();
        } else {
            code.add(each.build());
        }
    }

    /** Elements need not be counted if none of them has a value that is excepted, or each has one: all call, or none. */
    private CodeBlock calls(Extent.ForEach forEach, CodeBlock count, CodeBlock calls) {
        String values = tellers.get(forEach.array());
        FieldType element =
                codec.member(forEach.array()).type() instanceof FieldType.Array array ? array.element() : null;
        if (values == null
                || !(element instanceof FieldType.Flags flags)
                || !(forEach.where().orElse(null) instanceof Expression.In in)
                || !in.negated()
                || !(in.value() instanceof Expression.FieldValue value)
                || !FlagsChecks.told(flags).map(BitRange::name).equals(value.bits())) {
            return calls;
        }
        return expressions
                .smallSet(in)
                .map(excepted -> CodeBlock.of(
                        "($1N & $2L) == 0 ? $3L$W: ($1N & ~$2L) == 0 ? 0$W: $4L", values, excepted, count, calls))
                .orElse(calls);
    }

    private void allowed(Member member, FieldType.Scalar scalar, CodeBlock value, CodeBlock at) {
        CodeBlock within = scalar.allowed().stream()
                .map(range -> range.from().equals(range.to())
                        ? CodeBlock.of("$L == $L", value, ExpressionCode.literal(range.from()))
                        : CodeBlock.of(
                                "Long.compareUnsigned($L, $L) >= 0 && Long.compareUnsigned($L, $L) <= 0",
                                value,
                                ExpressionCode.literal(range.from()),
                                value,
                                ExpressionCode.literal(range.to())))
                .collect(CodeBlock.joining(" || "));
        String expected = scalar.allowed().stream()
                .map(range ->
                        range.from().equals(range.to()) ? range.from().toString() : range.from() + " to " + range.to())
                .collect(Collectors.joining(" or "));
        code.beginControlFlow("if (!($L))", within);
        code.addStatement(
                "validation.report($L, true, $L, $L, $L, Long.toUnsignedString($L))",
                rule(member, "allowed"),
                at,
                name(member),
                JavaText.literal(expected),
                value);
        code.endControlFlow();
    }

    /** What rules require and expect. */
    void constraints() {
        for (Structure.Constraint constraint : codec.structure().constraints()) {
            List<Expression> fields = References.fields(constraint.condition());
            Member first = codec.member(ownName(fields));
            CodeBlock found = fields.stream()
                    .map(field ->
                            CodeBlock.of("$L + $L", JavaText.literal(text(field) + " = "), expressions.number(field)))
                    .collect(CodeBlock.joining(" + \", \" + "));
            code.beginControlFlow("if (!($L))", expressions.condition(constraint.condition()));
            code.addStatement(
                    "validation.report($L, $L, $L, $L, $L,$W$L)",
                    JavaText.literal(constraint.id()),
                    constraint.must(),
                    place(first),
                    name(first),
                    JavaText.literal(text(constraint.condition())),
                    fields.isEmpty() ? CodeBlock.of("$S", "something else") : found);
            code.endControlFlow();
        }
    }

    private String text(Expression expression) {
        return ExpressionText.of(expression, codec.structure().name());
    }

    /** The first of the structure's own fields that a rule names; a rule that names none has the first there is. */
    private String ownName(List<Expression> fields) {
        for (Expression field : fields) {
            if (field instanceof Expression.Measure measure) {
                return measure.field();
            } else if (field instanceof Expression.FieldValue value
                    && value.structure().equals(codec.structure().name())) {
                return value.field();
            }
        }
        return codec.members().get(0).field().name();
    }

    private static CodeBlock place(Member member) {
        return member.offset().isPresent() ? CodeBlock.of("at + $N", member.offsetConstant()) : CodeBlock.of("at");
    }

    private String rule(Member member, String kind) {
        return JavaText.literal(
                RuleIds.of(codec.structure().name(), member.field().name(), kind));
    }

    private static String name(Member member) {
        return JavaText.literal(member.field().name());
    }
}
