package io.streamspec.read;

import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What one paragraph of a table's description says, in the regular forms that the dialect has. */
public sealed interface Statement {

    /** Where it stands. */
    Span span();

    /**
     * A number and how it was written, so that {@code 0x0003} and {@code 0x3} are told apart. Values and decimal constants may
     * be negative; how wide a field is, and so which octets that is, is not known here.
     */
    record Literal(BigInteger value, String spelling, Span span) {
        /** The same in two's complement of {@code bits} bits; what does not fit stays negative. */
        public Literal unsigned(int bits) {
            boolean fits = value.signum() < 0 && value.bitLength() < bits;
            return fits ? new Literal(value.add(BigInteger.ONE.shiftLeft(bits)), spelling, span) : this;
        }
    }

    /** {@code 0x58454E46 ("XENF" in ASCII).}: the whole field has this value; what follows is a remark. */
    record Constant(Literal value, Passage remark, Span span) implements Statement {}

    /**
     * {@code "libvirt-xml" 0x0A2000200D (a remark).}: the whole field is these octets, whose spelling is that of one
     * hexadecimal number; {@code text} is the whole paragraph.
     */
    record OctetConstant(Literal value, Passage remark, Passage text, Span span) implements Statement {}

    /** {@code 0x0001: x86 PV.}: one value of an enumeration and its label. */
    record Value(Literal value, Passage label, Span span) implements Statement {}

    /** {@code 0x0003 - 0xFFFFFFFF: Reserved.}: a range of values and its label. */
    record Range(Literal from, Literal to, Passage label, Span span) implements Statement {}

    /**
     * {@code bit 0: Endianness. 0 = little-endian, 1 = big-endian.}, {@code Bit 63-60: ...}, {@code bits 2-31: ...}: bits
     * {@code low} to {@code high}, counted from the least significant; the label up to its first full stop, the
     * meanings of values if it lists any, and the whole paragraph.
     */
    record Bits(int low, int high, Passage label, List<Meaning> meanings, Passage text, Span span)
            implements Statement {
        public Bits {
            meanings = List.copyOf(meanings);
        }
    }

    /** {@code 0 = little-endian}. */
    record Meaning(Literal value, Passage label) {}

    /**
     * Anything else: prose. {@code allowed} are the values of a phrase such as {@code (either 4 or 8)}; {@code unit}
     * is that of a phrase such as {@code in kHz} or {@code in nanoseconds}.
     */
    record Text(Passage text, List<Literal> allowed, Optional<String> unit, Span span) implements Statement {
        public Text {
            allowed = List.copyOf(allowed);
        }
    }
}
