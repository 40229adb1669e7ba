package io.streamspec.lint;

import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An enumeration and the number of bits that its values are for.
 *
 * @param home what has these values
 */
record ValueSet(Enumeration enumeration, int bits, String home) {

    /** The enumerations of {@code subject}'s document that have a home, with the width that they have there. */
    static List<ValueSet> of(Subject subject) {
        Map<String, ValueSet> sets = new LinkedHashMap<>();
        Map<String, Enumeration> known = new HashMap<>();
        subject.model().enumerations().forEach(enumeration -> known.put(enumeration.name(), enumeration));
        for (Structure structure : subject.model().structures()) {
            for (Field field : structure.fields()) {
                FieldType type = field.type().element();
                if (type instanceof FieldType.Enumerated enumerated) {
                    add(known.get(enumerated.enumeration()), enumerated.octets() * 8, field.label(), sets);
                }
                Names.bits(type).forEach(range -> range.enumeration()
                        .ifPresent(
                                name -> add(known.get(name), range.width(), field.label() + "." + range.name(), sets)));
            }
        }
        return sets.values().stream()
                .filter(set -> set.enumeration
                        .span()
                        .source()
                        .equals(subject.document().source()))
                .toList();
    }

    private static void add(@Nullable Enumeration enumeration, int bits, String home, Map<String, ValueSet> sets) {
        if (enumeration != null) {
            sets.putIfAbsent(enumeration.name(), new ValueSet(enumeration, bits, home));
        }
    }

    /** Values, named or reserved. */
    record Piece(BigInteger from, BigInteger to, Span span) {}

    /** All that has a meaning or is reserved, from the least value up. */
    List<Piece> pieces() {
        return Stream.concat(
                        enumeration.values().stream()
                                .map(value -> new Piece(value.value(), value.last(), value.span())),
                        enumeration.reserved().stream().map(range -> new Piece(range.from(), range.to(), range.span())))
                .sorted(Comparator.comparing(Piece::from))
                .toList();
    }

    /** The greatest value that there is room for. */
    BigInteger greatest() {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    /** {@code value} with as many hexadecimal digits as the width asks for. */
    String spelled(BigInteger value) {
        String digits = value.toString(16).toUpperCase(Locale.ROOT);
        return "0x" + "0".repeat(Math.max(0, (bits + 3) / 4 - digits.length())) + digits;
    }
}
