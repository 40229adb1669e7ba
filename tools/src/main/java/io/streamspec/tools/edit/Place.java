package io.streamspec.tools.edit;

import io.streamspec.model.BitRange;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A field in a stream.
 *
 * @param path where, {@code libxl#1/libxc/X86_TSC_INFO.khz}
 * @param offset its first octet, from the start of the stream
 * @param octets it has now
 * @param isBig whether it is in big-endian byte order
 * @param type what it is
 * @param bits which of its bits are meant, if not all
 * @param isStored whether its octets are there; else the body is too short for it, and they read as zero
 * @param isMeasure whether other fields are as long as this one says
 * @param specification that describes it
 */
record Place(
        String path,
        long offset,
        byte[] octets,
        boolean isBig,
        FieldType type,
        Optional<BitRange> bits,
        boolean isStored,
        boolean isMeasure,
        Specification specification) {

    /** The number that it is, or that its bits are. */
    BigInteger number() {
        return bits.map(range -> all().shiftRight(range.low()).and(mask(range.width())))
                .orElseGet(this::all);
    }

    /** The number that all its octets are. */
    BigInteger all() {
        byte[] big = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            big[i] = octets[isBig ? i : octets.length - 1 - i];
        }
        return new BigInteger(1, big);
    }

    /** The octets that it has when this is its number. */
    byte[] octetsOf(BigInteger number) {
        BigInteger whole = bits.map(range ->
                        all().andNot(mask(range.width()).shiftLeft(range.low())).or(number.shiftLeft(range.low())))
                .orElse(number);
        byte[] result = new byte[octets.length];
        for (int i = 0; i < result.length; i++) {
            int shift = Byte.SIZE * (isBig ? result.length - 1 - i : i);
            result[i] = whole.shiftRight(shift).byteValue();
        }
        return result;
    }

    /** The same place with other octets. */
    Place with(byte[] others) {
        return new Place(path, offset, others, isBig, type, bits, isStored, isMeasure, specification);
    }

    /** How many bits the number has. */
    int width() {
        return bits.map(BitRange::width).orElse(Byte.SIZE * octets.length);
    }

    /** The enumeration that names its values, if there is one. */
    Optional<String> enumeration() {
        if (bits.isPresent()) {
            return bits.get().enumeration();
        }
        return type instanceof FieldType.Enumerated named ? Optional.of(named.enumeration()) : Optional.empty();
    }

    /** Whether it is octets or text, and no number. */
    boolean isBlob() {
        return type instanceof FieldType.Octets
                || type instanceof FieldType.Text
                || type instanceof FieldType.Constant constant && constant.isOctets();
    }

    static BigInteger mask(int width) {
        return BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE);
    }
}
