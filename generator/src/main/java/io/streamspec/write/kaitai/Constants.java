package io.streamspec.write.kaitai;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.FieldType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Constants as octets. */
final class Constants {

    private Constants() {}

    /**
     * Whether a constant is read as octets: all that have one value and one order, and those that are no exact numbers in
     * JavaScript.
     */
    static boolean isOctets(FieldType.Constant constant, ByteOrder order) {
        boolean isPlain = constant.accepted().isEmpty() && (order != ByteOrder.STREAM || constant.octets() == 1);
        return isPlain || constant.octets() == Long.BYTES || constant.isOctets();
    }

    /** The octets of {@code value}, as numbers. */
    static List<Integer> octets(BigInteger value, int width, boolean isBig) {
        List<Integer> octets = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            int shift = isBig ? width - 1 - i : i;
            octets.add(value.shiftRight(8 * shift).intValue() & 0xFF);
        }
        return octets;
    }

    /** The same in Kaitai's expressions. */
    static String array(BigInteger value, int width, boolean isBig) {
        return octets(value, width, isBig).stream()
                .map("0x%02x"::formatted)
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
