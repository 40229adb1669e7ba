package io.streamspec.write.kaitai;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.FieldType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers of widths that Kaitai lacks, and constants as octets. */
final class Numbers {

    private Numbers() {}

    /** Whether Kaitai has no integer of so many octets. */
    static boolean isOdd(int octets) {
        return octets != 1 && octets != 2 && octets != 4 && octets != 8;
    }

    /**
     * Whether a constant is read as octets: all that have one value and one order, and those that are no exact numbers in
     * JavaScript.
     */
    static boolean isOctets(FieldType.Constant constant, ByteOrder order) {
        boolean isPlain = constant.accepted().isEmpty() && (order != ByteOrder.STREAM || constant.octets() == 1);
        return isPlain || constant.octets() == Long.BYTES || isOdd(constant.octets());
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

    /** The type of a number of {@code width} octets, which is 3 or 5 to 7: its octets, and what they are together. */
    static Map<String, Object> oddType(int width) {
        Map<String, Object> type = new LinkedHashMap<>();
        type.put("doc", Prose.of("An unsigned integer of " + width + " octets."));
        type.put("params", List.of(Yaml.map("id", "is_big_endian", "type", "bool")));
        type.put("seq", List.of(Yaml.map("id", "octets", "type", "u1", "repeat", "expr", "repeat-expr", width)));
        Map<String, Object> instances = new LinkedHashMap<>();
        instances.put("low", Yaml.map("value", sum(0, Math.min(width, 4), width)));
        instances.put("high", Yaml.map("value", width > 4 ? sum(4, width, width) : "0"));
        instances.put("value", Yaml.map("value", "high * 4294967296 + low"));
        type.put("instances", instances);
        return type;
    }

    private static String sum(int from, int to, int width) {
        List<String> terms = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String octet = "octets[is_big_endian ? %d : %d]".formatted(width - 1 - i, i);
            terms.add(i == from ? octet : octet + " * " + (1L << 8 * (i - from)));
        }
        return String.join(" + ", terms);
    }
}
