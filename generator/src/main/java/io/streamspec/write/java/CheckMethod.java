package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.streamspec.model.Extent;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The static {@code check} of a structure: it reports what the octets break of the specification, without making a value
 * of them. Octets without inner structure at the end of a body are measured, and not even looked at.
 */
final class CheckMethod {

    private final Plan plan;
    private final Codec codec;
    private final CodeBlock.Builder code = CodeBlock.builder();
    private final ValueChecks values;
    private final Optional<Member> tail;

    private CheckMethod(Plan plan, Codec codec) {
        this.plan = plan;
        this.codec = codec;
        this.tail = tail(codec);
        this.values = new ValueChecks(plan, codec, code);
    }

    /** The checks of a structure that a stream has: a header or a record's body. */
    static MethodSpec of(Plan plan, Codec codec) {
        return new CheckMethod(plan, codec).method();
    }

    private MethodSpec method() {
        String body = codec.structure().zeroExtended() ? "found" : "body";
        MethodSpec.Builder method = MethodSpec.methodBuilder("check")
                .addJavadoc("Reports what {@code $L} breaks of the specification.\n", body)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addException(Types.IO_EXCEPTION)
                .addParameter(Types.BODY, body);
        if (codec.needsContext() || values.needContext()) {
            method.addParameter(plan.context(), "context");
        }
        return method.addParameter(Types.VALIDATION, "validation")
                .addCode(body())
                .build();
    }

    /** Whether {@code check} takes the context. */
    static boolean takesContext(Plan plan, Codec codec) {
        return codec.needsContext() || new ValueChecks(plan, codec, CodeBlock.builder()).needContext();
    }

    /** The check of a header, for a reader or writer, which has a context of its own. */
    static CodeBlock ofHeader(Plan plan, Codec header) {
        return takesContext(plan, header)
                ? CodeBlock.of("(body, validation) -> $T.check(body, context, validation)", header.type())
                : CodeBlock.of("$T::check", header.type());
    }

    private CodeBlock body() {
        boolean isFixed = codec.size().isPresent();
        if (codec.structure().zeroExtended()) {
            code.addStatement("$T body = $T.of(found, SIZE)", Types.BODY, Types.ZERO_EXTENSION);
        }
        if (isFixed) {
            requireAll(CodeBlock.of("0"), CodeBlock.of("SIZE"));
        }
        if (isFixed && !values.areAny() && codec.slack() == 0) {
            return code.build();
        }
        load(isFixed);
        code.addStatement("$T b = body.buffer()", Types.BYTE_BUFFER);
        code.addStatement("validation.origin(at)");
        FieldWalk walk = new FieldWalk(plan, codec, code, visitor());
        if (isFixed) {
            walk.fixedFields();
        } else {
            code.addStatement("long end = (long) at + body.length()");
            walk.fields();
        }
        values.constraints();
        if (!isFixed) {
            requireAll(CodeBlock.of("at"), CodeBlock.of("position - at"));
        }
        if (tail.isEmpty() && codec.slack() > 0) {
            values.padding(isFixed ? CodeBlock.of("SIZE") : CodeBlock.of("(int) position - at"));
        }
        return code.build();
    }

    private FieldWalk.Visitor visitor() {
        FieldWalk.Visitor checks = values.visitor();
        return new FieldWalk.Visitor() {
            @Override
            public boolean skips(Member member) {
                return tail.filter(member::equals).isPresent();
            }

            @Override
            public void skipped(Member member, String size) {
                checks.skipped(member, size);
            }

            @Override
            public CodeBlock calls(Extent.ForEach forEach, CodeBlock count, CodeBlock calls) {
                return checks.calls(forEach, count, calls);
            }

            @Override
            public boolean wants(Member member) {
                return checks.wants(member);
            }

            @Override
            public void blank(Member member, CodeBlock at, CodeBlock size) {
                checks.blank(member, at, size);
            }

            @Override
            public void value(Member member, String local, CodeBlock at) {
                checks.value(member, local, at);
            }
        };
    }

    private void requireAll(CodeBlock at, CodeBlock taken) {
        code.addStatement(
                "$T.all($L, $L, body.length(), $L, $L)",
                Types.ROOM,
                JavaText.literal(codec.label()),
                at,
                taken,
                codec.slack());
    }

    /** What is looked at: all, or what lies before the tail. */
    private void load(boolean isFixed) {
        long prefix = FieldWalk.prefix(codec);
        if (isFixed || tail.isEmpty()) {
            code.addStatement("int at = body.load(body.length())");
            return;
        }
        code.addStatement("int at = body.load($L)", prefix);
        Optional<Member> array = codec.members().stream()
                .filter(member -> member.shape() instanceof Shape.Many
                        && !FieldWalk.isFixed(member)
                        && tail.filter(member::equals).isEmpty())
                .findFirst();
        if (array.isPresent()) {
            Shape.Many many = (Shape.Many) array.get().shape();
            code.beginControlFlow("if (body.length() >= $L)", prefix);
            code.addStatement(
                    "at = body.load($L + $LL * $N(body.buffer(), at))",
                    prefix,
                    many.element().size().getAsLong(),
                    count(codec, array.get()).orElseThrow().name());
            code.endControlFlow();
        }
    }

    /**
     * The octets at the end of the body that nobody looks at. Before them lie fields of fixed place, and at most one array
     * whose count is one of these.
     */
    private static Optional<Member> tail(Codec codec) {
        List<Member> variable = codec.members().stream()
                .filter(member -> !FieldWalk.isFixed(member))
                .toList();
        if (variable.isEmpty() || variable.size() > 2 || !isRaw(variable.get(variable.size() - 1))) {
            return Optional.empty();
        }
        Member last = variable.get(variable.size() - 1);
        boolean isMeasured = last.shape() instanceof Shape.Many
                && codec.structure().constraints().stream()
                        .anyMatch(constraint -> References.measures(
                                constraint.condition(), last.field().name()));
        boolean isCounted =
                variable.size() == 1 || count(codec, variable.get(0)).isPresent();
        return isCounted && !isMeasured ? Optional.of(last) : Optional.empty();
    }

    private static boolean isRaw(Member member) {
        Shape shape = member.shape() instanceof Shape.Many many ? many.element() : member.shape();
        boolean isRaw = shape instanceof Shape.Number || shape instanceof Shape.Bytes bytes && !bytes.text();
        return !member.isConditional() && !FieldWalk.isFixed(member) && isRaw;
    }

    /** The field that is the count of an array of elements of fixed size. */
    private static Optional<Member> count(Codec codec, Member array) {
        if (array.isConditional()
                || !(array.shape() instanceof Shape.Many many)
                || many.element().size().isEmpty()) {
            return Optional.empty();
        }
        return codec.members().stream()
                .filter(FieldWalk::isFixed)
                .filter(member -> member.role() == Member.Role.DERIVED)
                .filter(member -> codec.counted(member.field().name()).equals(array))
                .findFirst();
    }
}
