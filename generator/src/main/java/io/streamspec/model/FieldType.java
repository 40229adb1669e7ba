package io.streamspec.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a field is made of. Widths are in octets. All numbers are unsigned. */
public sealed interface FieldType {

    /** What the field is, or each of its elements if it is an array. */
    default FieldType element() {
        return this;
    }

    /** An unsigned integer of 1 to 8 octets; {@code allowed} is empty if every value is. */
    record Scalar(int octets, List<ValueRange> allowed, Optional<String> unit) implements FieldType {
        public Scalar {
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * A field with one value, which a writer writes. A reader accepts the {@code accepted} values too; if there are
     * any, the field's value is worth knowing and part of the decoded structure. One of 1, 2, 4 or 8 octets is an integer in
     * the structure's byte order; any other is octets, first those that are spelled first.
     */
    record Constant(int octets, BigInteger value, String spelling, List<BigInteger> accepted) implements FieldType {
        public Constant {
            accepted = List.copyOf(accepted);
        }

        /** Whether it is octets in the order in which they are spelled, and no integer, which has 1, 2, 4 or 8. */
        public boolean isOctets() {
            return Integer.bitCount(octets) != 1 || octets > Long.BYTES;
        }

        /** The octets of {@code value}, one of its values, as hexadecimal digits in the order in which they stand. */
        public String digits(BigInteger value) {
            return String.format(Locale.ROOT, "%0" + 2 * octets + "X", value);
        }
    }

    /**
     * An unsigned integer whose values have names in {@link Specification#enumerations()}; readers take other values too if
     * {@code open}.
     */
    record Enumerated(int octets, String enumeration, boolean open) implements FieldType {
        public Enumerated(int octets, String enumeration) {
            this(octets, enumeration, false);
        }

        /** The same, but open. */
        public Enumerated acceptingAny() {
            return new Enumerated(octets, enumeration, true);
        }
    }

    /** An unsigned integer whose bits have names; from the least significant range to the most significant. */
    record Flags(int octets, List<BitRange> bits) implements FieldType {
        public Flags {
            bits = List.copyOf(bits);
        }
    }

    /** Octets written as zero and ignored when read. */
    record Reserved(long octets) implements FieldType {}

    /** {@code least} to {@code most} zero octets that fill a record up to its alignment. */
    record Padding(long least, long most) implements FieldType {}

    /** Octets without inner structure. */
    record Octets(Extent extent) implements FieldType {}

    /** ASCII text of {@code extent} octets; {@link Extent.Terminated} says which octet ends it. */
    record Text(Extent extent) implements FieldType {}

    /** Elements of one type, one behind the other. */
    record Array(FieldType element, Extent extent) implements FieldType {}

    /** The fields of another structure of this specification. */
    record Composite(String structure) implements FieldType {}

    /** An inclusive range of values, or a single one. */
    record ValueRange(BigInteger from, BigInteger to) {
        public ValueRange {
            if (from.compareTo(to) > 0) {
                throw new IllegalArgumentException("empty range " + from + " to " + to);
            }
        }

        /** Whether {@code value} lies in it. */
        public boolean contains(BigInteger value) {
            return from.compareTo(value) <= 0 && value.compareTo(to) <= 0;
        }
    }
}
