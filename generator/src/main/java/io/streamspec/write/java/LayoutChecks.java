package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import io.streamspec.model.Extent;
import javax.lang.model.element.Modifier;

/**
 * {@code requireLayout}: before a value is written, its parts must have the extents that a reader will compute. Counts
 * that are written from the array itself need no check.
 */
final class LayoutChecks {

    private final Codec codec;
    private final ExpressionCode expressions;
    private final NameAllocator names = new NameAllocator();
    private final CodeBlock.Builder code = CodeBlock.builder();

    private LayoutChecks(Plan plan, Codec codec) {
        this.codec = codec;
        this.expressions = ExpressionCode.inside(plan, codec);
        codec.members().stream().map(Member::name).distinct().forEach(names::newName);
    }

    static boolean isNeeded(Codec codec) {
        return codec.components().stream().anyMatch(member -> isNeeded(codec, member));
    }

    private static boolean isNeeded(Codec codec, Member member) {
        return member.isConditional()
                || isChecked(codec, member)
                || member.shape() instanceof Shape.Many many
                        && many.element() instanceof Shape.Bytes bytes
                        && bytes.extent() instanceof Extent.Computed;
    }

    private static boolean isChecked(Codec codec, Member member) {
        return References.extent(member.type())
                .filter(extent -> extent instanceof Extent.Computed || extent instanceof Extent.ForEach)
                .filter(extent -> !isSource(codec, member))
                .isPresent();
    }

    /** Whether a count is written from this very array. */
    private static boolean isSource(Codec codec, Member member) {
        return codec.members().stream()
                .filter(count -> count.role() == Member.Role.DERIVED)
                .anyMatch(count -> codec.counted(count.field().name()).equals(member));
    }

    static MethodSpec of(Plan plan, Codec codec) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("requireLayout").addModifiers(Modifier.PRIVATE);
        if (codec.needsContext()) {
            method.addParameter(plan.context(), "context");
        }
        LayoutChecks checks = new LayoutChecks(plan, codec);
        codec.components().stream().filter(member -> isNeeded(codec, member)).forEach(checks::check);
        return method.addCode(checks.code.build()).build();
    }

    private void check(Member member) {
        CodeBlock value = Checks.self(member);
        if (member.isConditional()) {
            code.addStatement(
                    "$T.presence($L,$W$L.isPresent(),$W$L)",
                    Types.REQUIRE,
                    JavaText.literal(member.path()),
                    value,
                    expressions.condition(member.field().when().orElseThrow()));
            code.beginControlFlow("if ($L.isPresent())", value);
            checkExtents(member, CodeBlock.of("$L.get()", value));
            code.endControlFlow();
        } else {
            checkExtents(member, value);
        }
    }

    private void checkExtents(Member member, CodeBlock value) {
        if (isChecked(codec, member)) {
            CodeBlock expected =
                    expected(member, References.extent(member.type()).orElseThrow());
            code.addStatement(
                    "$T.$N($L,$W$L,$W$L)",
                    Types.REQUIRE,
                    member.shape() instanceof Shape.Bytes ? "octets" : "elements",
                    JavaText.literal(member.path()),
                    SizeCode.extent(member.shape(), value),
                    expected);
        }
        if (member.shape() instanceof Shape.Many many
                && many.element() instanceof Shape.Bytes bytes
                && bytes.extent() instanceof Extent.Computed computed) {
            String each = names.newName("sizeOfEach" + JavaNames.type(member.name(), ""));
            code.addStatement("long $N = $L", each, expressions.number(computed.count()));
            if (!bytes.text()) {
                code.addStatement(
                        "$T.requireEach($L, $L, $N)", Types.OCTETS, JavaText.literal(member.path()), value, each);
                return;
            }
            code.beginControlFlow("for ($T element : $L)", bytes.type(), value);
            code.addStatement(
                    "$T.octets($L, element.$N(), $N)",
                    Types.REQUIRE,
                    JavaText.literal(member.path()),
                    bytes.count(),
                    each);
            code.endControlFlow();
        }
    }

    private CodeBlock expected(Member member, Extent extent) {
        if (extent instanceof Extent.ForEach forEach) {
            CodeBlock array = Checks.self(codec.member(forEach.array()));
            return ForEachLoop.count(code, codec, expressions, forEach, array, member, names);
        }
        return expressions.number(((Extent.Computed) extent).count());
    }
}
