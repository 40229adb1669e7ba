package io.streamspec.write.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.FieldType;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The methods of a flags type that check its reserved bits and the values that some of its bits make. */
final class FlagsChecks {

    private FlagsChecks() {}

    /** The checks of a flags type, whose rules have ids that begin with {@code rules}: of one value, and of many at once. */
    static List<MethodSpec> of(Plan plan, String rules, FieldType.Flags flags, Optional<Shape.Number> elements) {
        CodeBlock.Builder code = CodeBlock.builder();
        code.addStatement(
                "validation.reservedBits($L, field, at, bits & $L)",
                JavaText.literal(rules + ".reserved"),
                hex(reserved(flags)));
        for (BitRange range : flags.bits()) {
            if (range.enumeration().isPresent()) {
                code.addStatement(
                        "$T $N = $T.of($L)",
                        plan.enumerations().get(range.enumeration().get()),
                        JavaNames.member(range.name()) + "Value",
                        plan.enumerations().get(range.enumeration().get()),
                        FlagsType.number(range, CodeBlock.of("bits")));
                code.beginControlFlow("if (!$N.isKnown())", JavaNames.member(range.name()) + "Value");
                code.addStatement(
                        "validation.known($L, true, false, at,$Wfield.isEmpty() ? $S : field + $S, $N)",
                        JavaText.literal(rules + "." + range.name() + ".known"),
                        range.name(),
                        "." + range.name(),
                        JavaNames.member(range.name()) + "Value");
                code.endControlFlow();
            }
        }
        MethodSpec one = MethodSpec.methodBuilder("check")
                .addJavadoc("Reports reserved bits that are set, and values without a meaning.\n")
                .addModifiers(Modifier.STATIC)
                .addParameter(Types.STRING, "field")
                .addParameter(TypeName.LONG, "at")
                .addParameter(TypeName.LONG, "bits")
                .addParameter(Types.VALIDATION, "validation")
                .addCode(code.build())
                .build();
        return elements.map(number -> List.of(one, valuesIfSound(plan, flags, number)))
                .orElseGet(() -> List.of(one));
    }

    /** The bits whose values are few enough for a set of them to be a number, if that goes for all with an enumeration. */
    private static Optional<List<BitRange>> small(FieldType.Flags flags) {
        List<BitRange> named = flags.bits().stream()
                .filter(range -> range.enumeration().isPresent())
                .toList();
        return named.stream().allMatch(range -> range.width() <= 6) ? Optional.of(named) : Optional.empty();
    }

    /** The only bits with an enumeration, whose values {@code valuesIfSound} tells. */
    static Optional<BitRange> told(FieldType.Flags flags) {
        return small(flags).filter(ranges -> ranges.size() == 1).map(ranges -> ranges.get(0));
    }

    private static MethodSpec valuesIfSound(Plan plan, FieldType.Flags flags, Shape.Number number) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("valuesIfSound")
                .addJavadoc(
                        "Which values$L any of {@code count} in {@code b} at {@code at} has, a bit for each; -1 if"
                                + " {@link #check} has something to report of one of them.\n",
                        told(flags)
                                .map(range -> " of {@code " + range.name() + "}")
                                .orElse(""))
                .addModifiers(Modifier.STATIC)
                .returns(TypeName.LONG)
                .addParameter(Types.BYTE_BUFFER, "b")
                .addParameter(TypeName.INT, "at")
                .addParameter(TypeName.INT, "count");
        if (small(flags).isEmpty()) {
            return method.addStatement("return -1").build();
        }
        List<BitRange> small = small(flags).get();
        method.addStatement("long any = 0");
        small.forEach(range -> method.addStatement("long $N = 0", set(range)));
        method.beginControlFlow("for (int i = 0; i < count; i++)");
        CodeBlock at = number.octets() == 1 ? CodeBlock.of("at + i") : CodeBlock.of("at + $L * i", number.octets());
        method.addStatement("long bits = $L", AtomCode.number(number, CodeBlock.of("b"), at));
        method.addStatement("any |= bits");
        small.forEach(range ->
                method.addStatement("$N |= 1L << $L", set(range), FlagsType.number(range, CodeBlock.of("bits"))));
        method.endControlFlow();
        CodeBlock sound = CodeBlock.of("(any & $L) == 0", hex(reserved(flags)));
        for (BitRange range : small) {
            sound = CodeBlock.of("$L && ($N & ~$L) == 0", sound, set(range), hex(known(plan, range)));
        }
        CodeBlock values = CodeBlock.of("$L", told(flags).map(FlagsChecks::set).orElse("0"));
        return method.addStatement("return $L ? $L : -1", sound, values).build();
    }

    private static String set(BitRange range) {
        return JavaNames.member(range.name()) + "Set";
    }

    private static long known(Plan plan, BitRange range) {
        long known = 0;
        Enumeration enumeration =
                plan.specification().enumeration(range.enumeration().orElseThrow());
        for (Enumeration.Value value : enumeration.values()) {
            if (value.value().compareTo(BigInteger.valueOf(Long.SIZE)) < 0) {
                known |= 1L << value.value().intValue();
            }
        }
        return known;
    }

    /** The reserved bits, each in its place. */
    static long reserved(FieldType.Flags flags) {
        long reserved = flags.octets() == Long.BYTES ? -1 : (1L << 8 * flags.octets()) - 1;
        for (BitRange range : flags.bits()) {
            if (!range.reserved()) {
                long mask = range.width() == Long.SIZE ? -1 : (1L << range.width()) - 1;
                reserved &= ~(mask << range.low());
            }
        }
        return reserved;
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value).toUpperCase(Locale.ROOT) + "L";
    }
}
