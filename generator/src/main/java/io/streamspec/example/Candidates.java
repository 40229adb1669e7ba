package io.streamspec.example;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Numbers that a field may have in an example, the most instructive first. */
final class Candidates {

    private static final int MOST = 40;
    private static final long[] SMALL = {3, 2, 1, 0, 4, 8};

    private final Specification specification;
    private final Landmarks landmarks;

    Candidates(Specification specification, Landmarks landmarks) {
        this.specification = specification;
        this.landmarks = landmarks;
    }

    /** Numbers for the field, or for an element of it; {@code turn} tells elements and free fields apart. */
    List<BigInteger> of(String structure, Field field, FieldType type, int turn) {
        if (type instanceof FieldType.Constant constant) {
            return Stream.concat(Stream.of(constant.value()), constant.accepted().stream())
                    .distinct()
                    .toList();
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return enumerated(field, enumerated, turn);
        } else if (type instanceof FieldType.Flags flags) {
            return flags(structure, field, flags, turn);
        }
        FieldType.Scalar scalar = (FieldType.Scalar) type;
        if (!scalar.allowed().isEmpty()) {
            return scalar.allowed().stream()
                    .flatMap(range -> Stream.of(range.from(), range.to()))
                    .distinct()
                    .limit(MOST)
                    .toList();
        }
        boolean isFree = field.type() instanceof FieldType.Array || !landmarks.areAny(field.name());
        return isFree ? List.of(free(turn, 8 * scalar.octets())) : fitting(bound(field.name()), scalar.octets());
    }

    /** One of the named values; of a field that rules look at, all, and one without a name. */
    private List<BigInteger> enumerated(Field field, FieldType.Enumerated type, int turn) {
        List<BigInteger> named =
                new ArrayList<>(named(type.enumeration(), turn, field.type() instanceof FieldType.Array));
        if (!landmarks.areAny(field.name())) {
            return fitting(named, type.octets()).stream().limit(1).toList();
        }
        named.add(named.stream().max(BigInteger::compareTo).orElseThrow().add(BigInteger.ONE));
        return fitting(named, type.octets());
    }

    private List<BigInteger> bound(String field) {
        Set<BigInteger> numbers = new LinkedHashSet<>();
        LongStream.of(SMALL).forEach(small -> numbers.add(BigInteger.valueOf(small)));
        numbers.addAll(landmarks.of(field));
        return List.copyOf(numbers.stream().limit(MOST).toList());
    }

    private static List<BigInteger> fitting(List<BigInteger> numbers, int octets) {
        return numbers.stream()
                .filter(number -> number.bitLength() <= Byte.SIZE * octets)
                .toList();
    }

    /** A number that looks like no other: 1, 2 000, 3 000 000, 4, ... as far as it fits. */
    static BigInteger free(int turn, int bits) {
        BigInteger number = BigInteger.valueOf(turn + 1L);
        for (int i = 0; i < turn % 3; i++) {
            BigInteger larger = number.multiply(BigInteger.valueOf(1000));
            number = larger.bitLength() <= bits ? larger : number;
        }
        return number.bitLength() <= bits ? number : BigInteger.ONE.and(number);
    }

    /** The named values. In an array, one after the other, with the last of all behind them; else a first that is not 0. */
    private List<BigInteger> named(String enumeration, int turn, boolean inArray) {
        List<Enumeration.Value> values = specification.enumeration(enumeration).values();
        List<BigInteger> numbers = new ArrayList<>();
        if (inArray && !values.isEmpty()) {
            numbers.add(values.get(turn < 2 ? Math.min(turn, values.size() - 1) : values.size() - 1)
                    .value());
        }
        values.stream()
                .filter(value -> value.value().signum() != 0 && value.note().isEmpty())
                .forEach(value -> numbers.add(value.value()));
        values.forEach(value -> numbers.add(value.value()));
        return numbers.isEmpty()
                ? List.of(BigInteger.ONE)
                : numbers.stream().distinct().limit(MOST).toList();
    }

    private List<BigInteger> flags(String structure, Field field, FieldType.Flags flags, int turn) {
        BigInteger plain = BigInteger.ZERO;
        for (BitRange range : flags.bits()) {
            plain = plain.or(bits(structure, field, range, turn).shiftLeft(range.low()));
        }
        Set<BigInteger> all = new LinkedHashSet<>(List.of(plain));
        if (!(field.type() instanceof FieldType.Array) && landmarks.areAny(field.name())) {
            for (BitRange range : flags.bits()) {
                if (!range.reserved()) {
                    all.addAll(variations(field, List.copyOf(all), range));
                }
            }
            all.addAll(
                    fitting(landmarks.of(field.name()), flags.octets())); // reserved bits, too, where rules look at all
        }
        return all.stream().limit(4 * MOST).toList();
    }

    private List<BigInteger> variations(Field field, List<BigInteger> numbers, BitRange range) {
        BigInteger mask = BigInteger.ONE.shiftLeft(range.width()).subtract(BigInteger.ONE);
        List<BigInteger> others = range.enumeration()
                .map(enumeration -> named(enumeration, 0, false))
                .orElseGet(() -> bound(field.name()));
        return numbers.stream()
                .flatMap(number -> others.stream()
                        .filter(other -> other.bitLength() <= range.width())
                        .map(other -> number.andNot(mask.shiftLeft(range.low())).or(other.shiftLeft(range.low()))))
                .toList();
    }

    private BigInteger bits(String structure, Field field, BitRange range, int turn) {
        if (range.reserved() || isByteOrder(structure, field, range)) {
            return BigInteger.ZERO;
        }
        Optional<BigInteger> named = range.enumeration()
                .flatMap(enumeration -> named(enumeration, turn, field.type() instanceof FieldType.Array).stream()
                        .filter(number -> number.bitLength() <= range.width())
                        .findFirst());
        return named.orElseGet(() -> free(turn, range.width()));
    }

    /** Examples are little-endian where the stream tells its byte order. */
    private boolean isByteOrder(String structure, Field field, BitRange range) {
        return specification
                .endianFlag()
                .filter(flag -> flag.structure().equals(structure)
                        && flag.field().equals(field.name())
                        && flag.bit() == range.low())
                .isPresent();
    }

    /** How many elements or octets to try where the body's end decides. */
    List<Long> extents(Field field, Extent extent) {
        long first = field.type() instanceof FieldType.Array ? 2 : 5;
        Set<Long> lengths = new LinkedHashSet<>(List.of(first));
        if (landmarks.isMeasured(field.name()) && extent instanceof Extent.ToEnd) {
            landmarks.of(field.name()).stream()
                    .filter(mark -> mark.bitLength() < 24)
                    .forEach(mark -> lengths.add(mark.longValue()));
            lengths.addAll(List.of(0L, 1L));
        }
        return List.copyOf(lengths);
    }
}
