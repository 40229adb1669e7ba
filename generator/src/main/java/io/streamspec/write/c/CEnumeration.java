package io.streamspec.write.c;

import io.streamspec.model.Enumeration;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Named values: an enumeration where C's can hold them, else constants; and the function that names a value. */
final class CEnumeration {

    private final CNames names;
    private final Enumeration enumeration;
    private final Function<Enumeration.Value, String> remarks;
    private final CCode code;

    /** The values of {@code enumeration}, each with a remark of {@code remarks} behind it. */
    CEnumeration(CNames names, Enumeration enumeration, Function<Enumeration.Value, String> remarks, CCode code) {
        this.names = names;
        this.enumeration = enumeration;
        this.remarks = remarks;
        this.code = code;
    }

    void add() {
        List<Enumeration.Value> values = enumeration.values();
        code.comment("", List.of("Values of " + enumeration.name(), reserved()));
        if (values.isEmpty()) {
            code.gap();
            return;
        }
        if (values.stream().allMatch(value -> CText.isInt(value.value()))) {
            code.line("enum " + names.tag(enumeration.name()) + " {");
            for (Enumeration.Value value : values) {
                code.line(CCode.remarked(
                        "    " + constant(value) + " = " + CText.integer(value.value()) + ",", remark(value)));
            }
            code.line("};");
        } else {
            for (Enumeration.Value value : values) {
                int octets = value.value().bitLength() > Integer.SIZE ? Long.BYTES : Integer.BYTES;
                code.line(CCode.remarked(
                        "#define " + constant(value) + " " + CText.number(value.value(), octets), remark(value)));
            }
        }
        code.gap();
        addName();
    }

    private String constant(Enumeration.Value value) {
        return names.constant(enumeration.name(), value.name());
    }

    private String remark(Enumeration.Value value) {
        String label = value.label().equals(value.name()) ? "" : value.label();
        return String.join(" ", label, value.description(), remarks.apply(value))
                .strip();
    }

    private String reserved() {
        return enumeration.reserved().isEmpty()
                ? ""
                : "Reserved: "
                        + String.join(
                                "; ",
                                enumeration.reserved().stream()
                                        .map(range -> (range.spelling() + " " + range.label()).strip())
                                        .toList());
    }

    private void addName() {
        code.line("/* The name of a value, or NULL if it has none. */");
        code.function("const char *", names.function(enumeration.name(), "name"), "uint64_t value");
        code.line("    switch (value) {");
        Set<BigInteger> seen = new HashSet<>();
        for (Enumeration.Value value : enumeration.values()) {
            if (seen.add(value.value())) {
                code.line("    case " + constant(value) + ":");
                code.line("        return " + CText.literal(value.name()) + ";");
            }
        }
        code.line("    default:");
        code.line("        return NULL;");
        code.line("    }");
        code.line("}").gap();
    }
}
