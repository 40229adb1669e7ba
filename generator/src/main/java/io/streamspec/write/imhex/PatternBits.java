package io.streamspec.write.imhex;

import io.streamspec.model.BitRange;
import io.streamspec.model.FieldType;
import java.util.HashSet;
import java.util.Set;

/** The bits of a field as a bitfield of ImHex's language: from the lowest to the highest, with what lies between them. */
final class PatternBits {

    private static final int OCTET = 8;

    private PatternBits() {}

    static void add(String name, FieldType.Flags flags, PatternNames names, PatternCode code) {
        Set<String> bits = new HashSet<>();
        int at = 0;
        code.line("bitfield " + name + " {");
        for (BitRange range : flags.bits()) {
            addPadding(range.low() - at, code);
            if (range.reserved()) {
                addPadding(range.width(), code);
            } else {
                String type = range.enumeration()
                        .filter(any -> range.width() <= OCTET)
                        .map(enumeration -> names.type(enumeration, "u8") + " ")
                        .orElse("");
                code.line(type + PatternNames.member(range.name(), bits) + " : " + range.width() + ";");
            }
            at = range.high() + 1;
        }
        int width = OCTET * flags.octets();
        addPadding(width - at, code);
        code.line("} [[bitfield_order(std::core::BitfieldOrder::LeastToMostSignificant, %d)]];", width);
        code.gap();
    }

    private static void addPadding(int bits, PatternCode code) {
        if (bits > 0) {
            code.line("padding : " + bits + ";");
        }
    }
}
