package io.streamspec.resolve;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.read.Statement;
import io.streamspec.source.Count;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that values and bits fit their field and each other. */
final class Values {

    private Values() {}

    /** Reports values and names that occur twice, ranges that overlap, and values too wide for {@code bits} bits. */
    static void check(Enumeration enumeration, int bits, Diagnostics diagnostics) {
        Map<BigInteger, Enumeration.Value> byValue = new HashMap<>();
        Map<String, Enumeration.Value> byName = new HashMap<>();
        for (Enumeration.Value value : enumeration.values()) {
            Enumeration.Value same = byValue.putIfAbsent(value.value(), value);
            if (same != null) {
                diagnostics.report(Faults.VALUE_DUPLICATE
                        .at(value.span(), "the value %s is given twice", value.spelling())
                        .hint("give '%s' a value of its own", value.name())
                        .seeAlso(same.span(), "first given here, to '" + same.name() + "'"));
            }
            checkName(value, byName, diagnostics);
            checkWidth(value.span(), value.spelling(), value.value(), bits, diagnostics);
        }
        for (Enumeration.ReservedRange range : enumeration.reserved()) {
            checkWidth(range.span(), range.spelling(), range.to(), bits, diagnostics);
            checkOverlap(range, enumeration, diagnostics);
        }
    }

    private static void checkName(
            Enumeration.Value value, Map<String, Enumeration.Value> byName, Diagnostics diagnostics) {
        if (value.name().isEmpty()) {
            diagnostics.report(Faults.VALUE_UNNAMED
                    .at(value.span(), "the value %s has no name", value.spelling())
                    .hint("put a name behind it, as in '%s: NAME'", value.spelling()));
            return;
        }
        Enumeration.Value same = byName.putIfAbsent(value.name(), value);
        if (same != null) {
            diagnostics.report(Faults.VALUE_NAME_DUPLICATE
                    .at(value.span(), "two values are called '%s'", value.name())
                    .hint("give one of them another name")
                    .seeAlso(same.span(), "the other is here"));
        }
    }

    static void checkWidth(Span span, String spelling, BigInteger value, int bits, Diagnostics diagnostics) {
        if (value.signum() < 0) {
            diagnostics.report(Faults.VALUE_TOO_WIDE
                    .at(span, "the value %s does not fit %s", spelling, Count.of(bits, "bit"))
                    .hint("the least that fits is -%s", BigInteger.ONE.shiftLeft(bits - 1)));
        } else if (value.bitLength() > bits) {
            diagnostics.report(Faults.VALUE_TOO_WIDE
                    .at(span, "the value %s does not fit %s", spelling, Count.of(bits, "bit"))
                    .hint(
                            "the largest that fits is 0x%s",
                            BigInteger.ONE
                                    .shiftLeft(bits)
                                    .subtract(BigInteger.ONE)
                                    .toString(16)
                                    .toUpperCase(java.util.Locale.ROOT)));
        }
    }

    /** Reports a constant that has not exactly {@code octets} octets, each of two hexadecimal digits. */
    static void checkOctets(Span span, String spelling, long octets, Diagnostics diagnostics) {
        boolean isHex = spelling.startsWith("0x") || spelling.startsWith("0X");
        if (!isHex || spelling.length() != 2 + 2 * octets) {
            String found = isHex ? Count.of(spelling.length() - 2, "digit") : "decimal digits";
            diagnostics.report(Faults.CONSTANT_OCTETS
                    .at(span, "a constant of %s has %s here", Count.of(octets, "octet"), found)
                    .hint("write 0x and %s, or texts in quotes and such digits", Count.of(2 * octets, "digit")));
        }
    }

    static void checkOrder(Statement.Range range, Diagnostics diagnostics) {
        if (range.from().value().compareTo(range.to().value()) > 0) {
            diagnostics.report(Faults.RANGE_REVERSED
                    .at(
                            range.span(),
                            "the range ends at %s, before it starts at %s",
                            range.to().spelling(),
                            range.from().spelling())
                    .hint("write the smaller number first"));
        }
    }

    private static void checkOverlap(
            Enumeration.ReservedRange range, Enumeration enumeration, Diagnostics diagnostics) {
        for (Enumeration.Value value : enumeration.values()) {
            if (range.from().compareTo(value.value()) <= 0 && value.value().compareTo(range.to()) <= 0) {
                overlap(range, value.span(), value.spelling(), diagnostics);
            }
        }
        for (Enumeration.ReservedRange other : enumeration.reserved()) {
            boolean earlier = other.span().start() < range.span().start();
            if (earlier
                    && range.from().compareTo(other.to()) <= 0
                    && other.from().compareTo(range.to()) <= 0) {
                overlap(range, other.span(), other.spelling(), diagnostics);
            }
        }
    }

    private static void overlap(Enumeration.ReservedRange range, Span place, String spelling, Diagnostics diagnostics) {
        diagnostics.report(Faults.VALUE_OVERLAP
                .at(range.span(), "the range %s contains %s, which is given elsewhere", range.spelling(), spelling)
                .hint("shorten the range")
                .seeAlso(place, "the other is here"));
    }

    /** Remarks on bits that no range describes. */
    static void checkCovered(String field, List<BitRange> bits, int width, Span span, Diagnostics diagnostics) {
        BigInteger open = BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
        for (BitRange range : bits) {
            for (int bit = range.low(); bit <= range.high(); bit++) {
                open = open.clearBit(bit);
            }
        }
        if (open.signum() != 0) {
            diagnostics.report(Faults.BITS_UNDESCRIBED
                    .at(span, "bit %d of '%s' is not described", open.getLowestSetBit(), field)
                    .hint("say what it is, or that it is reserved: 'bit %d: Reserved'", open.getLowestSetBit()));
        }
    }

    /** Reports bits that two ranges share, and bits outside of a field of {@code width} bits. */
    static void checkBits(String field, List<BitRange> bits, int width, Diagnostics diagnostics) {
        Map<String, BitRange> byName = new HashMap<>();
        for (BitRange range : bits) {
            if (range.high() >= width) {
                diagnostics.report(Faults.BITS_EXCEED_FIELD
                        .at(
                                range.span(),
                                "bit %d lies outside of '%s', which has %s",
                                range.high(),
                                field,
                                Count.of(width, "bit"))
                        .hint("the highest bit is %d", width - 1));
            }
            BitRange same = range.reserved() ? null : byName.putIfAbsent(range.name(), range);
            if (same != null) {
                diagnostics.report(Faults.BITS_NAME_DUPLICATE
                        .at(range.span(), "two bit ranges are called '%s'", range.name())
                        .hint("give one of them another name")
                        .seeAlso(same.span(), "the other is here"));
            }
            for (BitRange other : bits) {
                if (other.span().start() < range.span().start()
                        && range.low() <= other.high()
                        && other.low() <= range.high()) {
                    diagnostics.report(Faults.BITS_OVERLAP
                            .at(range.span(), "bits %d to %d overlap with another range", range.low(), range.high())
                            .hint("each bit belongs to one range")
                            .seeAlso(other.span(), "the other is here"));
                }
            }
        }
    }
}
