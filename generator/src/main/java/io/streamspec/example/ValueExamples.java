package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Rule;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Examples of rules about one field's value. */
final class ValueExamples {

    private static final int MOST_OCTETS = 8;
    private static final int MOST_TRIED = 100_000;

    private final Specification specification;
    private final Meanings meanings;

    ValueExamples(Specification specification) {
        this.specification = specification;
        this.meanings = new Meanings(specification);
    }

    Optional<RuleExample> of(Structure structure, Field field, Rule rule) {
        FieldType type = field.type().element();
        String name = field.name();
        if (type instanceof FieldType.Constant constant) {
            Predicate<BigInteger> accepts = number ->
                    number.equals(constant.value()) || constant.accepted().contains(number);
            return rejected(accepts, BigInteger.ZERO, 8 * constant.octets())
                    .map(other -> new RuleExample(
                            name + " = " + constant.spelling(), name + " = " + Meanings.hexadecimal(other)));
        } else if (type instanceof FieldType.Scalar scalar && !scalar.allowed().isEmpty()) {
            BigInteger allowed = scalar.allowed().get(0).from();
            Predicate<BigInteger> accepts =
                    number -> scalar.allowed().stream().anyMatch(range -> range.contains(number));
            return rejected(accepts, allowed, 8 * scalar.octets())
                    .map(other -> new RuleExample(name + " = " + allowed, name + " = " + other));
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return named(name, enumerated.enumeration(), 8 * enumerated.octets());
        } else if (type instanceof FieldType.Flags flags) {
            return flags(structure, field, flags, rule);
        } else if (type instanceof FieldType.Reserved reserved) {
            return zero(reserved.octets());
        }
        return type instanceof FieldType.Padding padding ? zero(padding.most()) : Optional.empty();
    }

    private Optional<RuleExample> flags(Structure structure, Field field, FieldType.Flags flags, Rule rule) {
        if (rule.id().equals(RuleIds.of(structure.name(), field.name(), "reserved"))) {
            return flags.bits().stream().filter(BitRange::reserved).findFirst().map(range -> {
                String spelling = field.name() + " = 0x%0" + 2 * flags.octets() + "X";
                BigInteger set = BigInteger.ONE.shiftLeft(range.low());
                return new RuleExample(
                        String.format(Locale.ROOT, spelling, BigInteger.ZERO),
                        String.format(Locale.ROOT, spelling, set));
            });
        }
        return flags.bits().stream()
                .filter(range -> rule.id().equals(RuleIds.of(structure.name(), field.name(), range.name() + ".known")))
                .findFirst()
                .flatMap(range -> range.enumeration()
                        .flatMap(enumeration -> named(field.name() + "." + range.name(), enumeration, range.width())));
    }

    private Optional<RuleExample> named(String name, String enumeration, int bits) {
        List<Enumeration.Value> values = specification.enumeration(enumeration).values();
        Set<BigInteger> known = values.stream().map(Enumeration.Value::value).collect(Collectors.toSet());
        List<Enumeration.Value> ranges = values.stream()
                .filter(value -> !value.value().equals(value.last()))
                .toList();
        Predicate<BigInteger> isKnown = number -> known.contains(number)
                || ranges.stream()
                        .anyMatch(range -> range.value().compareTo(number) <= 0 && number.compareTo(range.last()) <= 0);
        return values.stream()
                .filter(value -> value.value().bitLength() <= bits)
                .findFirst()
                .flatMap(first -> rejected(isKnown, first.value(), bits)
                        .map(other -> new RuleExample(
                                name + " = " + meanings.name(enumeration, first.value()),
                                name + " = " + Meanings.hexadecimal(other))));
    }

    /** The first number behind {@code from}, or else before it, that is not accepted and has no more bits. */
    private static Optional<BigInteger> rejected(Predicate<BigInteger> accepts, BigInteger from, int bits) {
        Stream<BigInteger> behind =
                Stream.iterate(from, number -> number.bitLength() <= bits, number -> number.add(BigInteger.ONE));
        Stream<BigInteger> before =
                Stream.iterate(from, number -> number.signum() >= 0, number -> number.subtract(BigInteger.ONE));
        return Stream.concat(behind.limit(MOST_TRIED), before.limit(MOST_TRIED))
                .filter(accepts.negate())
                .findFirst();
    }

    private static Optional<RuleExample> zero(long octets) {
        if (octets < 1) {
            return Optional.empty();
        }
        String more = octets > MOST_OCTETS ? " … (" + octets + " octets)" : "";
        int shown = (int) Math.min(octets, MOST_OCTETS);
        String before = Stream.generate(() -> "00 ").limit(shown - 1).collect(Collectors.joining());
        return Optional.of(
                octets > MOST_OCTETS
                        ? new RuleExample(before + "00" + more, "01 " + before.strip() + more)
                        : new RuleExample(before + "00", before + "01"));
    }
}
