package io.streamspec.example;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the specification calls numbers. */
final class Meanings {

    private final Specification specification;
    private final Placement placement;

    Meanings(Specification specification) {
        this.specification = specification;
        this.placement = Placement.of(specification);
    }

    /** The octets that a number of this type takes. */
    long octets(FieldType type) {
        return placement.elementSize(type).orElse(0);
    }

    /** {@code 4096}, {@code NOTAB}, {@code pfn 4096, type NOTAB}. */
    String of(FieldType type, BigInteger number) {
        if (type instanceof FieldType.Constant constant) {
            return constant.value().equals(number) ? constant.spelling() : hexadecimal(number);
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return name(enumerated.enumeration(), number);
        }
        return type instanceof FieldType.Flags flags ? bits(flags, number) : number.toString();
    }

    /** A value's name, or the number if it has none. */
    String name(String enumeration, BigInteger number) {
        return specification.enumeration(enumeration).values().stream()
                .filter(value -> value.value().equals(number))
                .map(Enumeration.Value::name)
                .findFirst()
                .orElse(hexadecimal(number) + " (no name)");
    }

    private String bits(FieldType.Flags flags, BigInteger number) {
        List<String> shown = new ArrayList<>();
        for (BitRange range : flags.bits()) {
            BigInteger bits = Evaluation.bits(number, range);
            if (!range.reserved()) {
                shown.add(range.name() + " " + bits(range, bits));
            } else if (bits.signum() != 0) {
                shown.add("reserved bits " + hexadecimal(bits));
            }
        }
        return shown.isEmpty() ? "reserved" : String.join(", ", shown);
    }

    /** What these bits of a field are. */
    String bits(BitRange range, BigInteger bits) {
        return range.enumeration()
                .map(enumeration -> name(enumeration, bits))
                .or(() -> range.meanings().stream()
                        .filter(meaning -> meaning.value().equals(bits))
                        .map(Enumeration.Value::label)
                        .findFirst())
                .orElse(bits.toString());
    }

    static String hexadecimal(BigInteger number) {
        return "0x" + number.toString(16).toUpperCase(Locale.ROOT);
    }

    /** Text in quotes; what is no printable ASCII, as {@code \x00}. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> {
            if (c >= ' ' && c < 0x7F) {
                out.append((char) c);
            } else {
                out.append(String.format(Locale.ROOT, "\\x%02X", c));
            }
        });
        return out.append('"').toString();
    }
}
