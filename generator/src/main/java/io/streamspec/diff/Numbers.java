package io.streamspec.diff;

import io.streamspec.model.FieldType.ValueRange;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A set of unsigned numbers, as ranges in order that neither touch nor overlap. */
record Numbers(List<ValueRange> ranges) {

    /** More than any field holds. */
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);

    static final Numbers ALL = Numbers.of(List.of(new ValueRange(BigInteger.ZERO, LARGEST)));
    static final Numbers ZERO = Numbers.of(List.of(new ValueRange(BigInteger.ZERO, BigInteger.ZERO)));

    Numbers {
        ranges = List.copyOf(ranges);
    }

    static Numbers of(List<ValueRange> ranges) {
        List<ValueRange> joined = new ArrayList<>();
        for (ValueRange range :
                ranges.stream().sorted(Comparator.comparing(ValueRange::from)).toList()) {
            int last = joined.size() - 1;
            if (last >= 0 && range.from().compareTo(joined.get(last).to().add(BigInteger.ONE)) <= 0) {
                BigInteger to = joined.get(last).to().max(range.to());
                joined.set(last, new ValueRange(joined.get(last).from(), to));
            } else {
                joined.add(range);
            }
        }
        return new Numbers(joined);
    }

    static Numbers single(List<BigInteger> values) {
        return of(values.stream().map(value -> new ValueRange(value, value)).toList());
    }

    /** All that {@code octets} octets can hold. */
    static Numbers wide(int octets) {
        return from(BigInteger.ZERO, BigInteger.ONE.shiftLeft(8 * octets).subtract(BigInteger.ONE));
    }

    static Numbers atLeast(BigInteger least) {
        return from(least, LARGEST);
    }

    /** From {@code least} to {@code most}, both included; none if that is empty. */
    static Numbers from(BigInteger least, BigInteger most) {
        return least.compareTo(most) > 0 ? of(List.of()) : of(List.of(new ValueRange(least, most)));
    }

    /** All that are not in this set. */
    Numbers others() {
        List<ValueRange> gaps = new ArrayList<>();
        BigInteger next = BigInteger.ZERO;
        for (ValueRange range : ranges) {
            if (next.compareTo(range.from()) < 0) {
                gaps.add(new ValueRange(next, range.from().subtract(BigInteger.ONE)));
            }
            next = range.to().add(BigInteger.ONE);
        }
        if (next.compareTo(LARGEST) <= 0) {
            gaps.add(new ValueRange(next, LARGEST));
        }
        return of(gaps);
    }

    /** The least number that {@code others} lacks, if there is one. */
    Optional<BigInteger> firstOutside(Numbers others) {
        int at = 0;
        for (ValueRange range : ranges) {
            while (at < others.ranges.size() && others.ranges.get(at).to().compareTo(range.from()) < 0) {
                at++;
            }
            if (at == others.ranges.size() || !others.ranges.get(at).contains(range.from())) {
                return Optional.of(range.from());
            } else if (others.ranges.get(at).to().compareTo(range.to()) < 0) {
                return Optional.of(others.ranges.get(at).to().add(BigInteger.ONE));
            }
        }
        return Optional.empty();
    }
}
