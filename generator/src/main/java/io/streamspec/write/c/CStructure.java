package io.streamspec.write.c;

import io.streamspec.model.BitRange;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Structure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The part of a structure that is always at the same place: its type, assertions on it, and access to its integers. */
final class CStructure {

    private final CLayout layout;
    private final CNames names;
    private final Structure structure;
    private final CCode code;

    CStructure(CLayout layout, Structure structure, CCode code) {
        this.layout = layout;
        this.names = layout.names();
        this.structure = structure;
        this.code = code;
    }

    void add() {
        code.comment("", words());
        structure.fields().forEach(this::addValues);
        if (layout.headSize(structure) > 0) {
            addType();
        }
        layout.head(structure).forEach(this::addAccess);
    }

    /** What the document says of the structure, and what of it C cannot say. */
    private List<String> words() {
        List<String> words = new ArrayList<>(List.of(structure.section(), structure.description()));
        boolean isFixed = layout.isFixed(structure);
        if (structure.fields().isEmpty()) {
            words.add("It has no octets.");
        } else if (!isFixed) {
            words.add("This is the beginning, which is always at the same place.");
        }
        structure.fields().stream()
                .skip(layout.head(structure).size())
                .forEach(field -> words.add("Then: " + field.label() + kind(field) + ". " + field.description()));
        structure.constraints().forEach(rule -> words.add("Rule " + rule.id() + " (not checked here): " + rule.text()));
        return words;
    }

    private String kind(Field field) {
        return field.when()
                .map(when -> ", only when " + ExpressionText.of(when, structure.name()))
                .orElse("");
    }

    private void addType() {
        String tag = "struct " + layout.tag(structure);
        Set<String> members = new HashSet<>();
        List<String> asserted = new ArrayList<>(
                List.of("static_assert(sizeof(%s) == %d, \"size\");".formatted(tag, layout.headSize(structure))));
        code.line(tag + " {");
        for (Placement.Placed placed : layout.head(structure)) {
            if (placed.size().orElse(0) == 0) {
                continue; // C has no arrays without elements
            }
            CLayout.Member member = layout.member(structure, placed);
            String name = CNames.member(placed.field().name(), members);
            code.comment("    ", List.of(remark(placed.field())));
            code.line("    " + member.type() + " " + name + member.array() + ";");
            asserted.add("static_assert(offsetof(%s, %s) == %d, \"%s\");"
                    .formatted(tag, name, placed.offset().orElse(0), name));
        }
        code.line("};");
        asserted.forEach(code::line);
        code.gap();
    }

    private static String remark(Field field) {
        return field.isIgnored()
                ? "zero, ignored when read"
                : (field.label().equals(field.name()) ? "" : field.label() + ": ") + field.description();
    }

    /** The values of constants, and where the bits of fields are. */
    private void addValues(Field field) {
        FieldType type = field.type();
        while (type instanceof FieldType.Array array) {
            type = array.element();
        }
        if (type instanceof FieldType.Constant constant && CLayout.width(constant) > 0) {
            String accepted = constant.accepted().isEmpty() ? "" : "readers also take " + constant.accepted();
            code.line(CCode.remarked(
                    "#define " + names.constant(structure.name(), field.name()) + " "
                            + CText.number(constant.value(), constant.octets()),
                    accepted));
            code.gap();
        } else if (type instanceof FieldType.Flags flags) {
            List<BitRange> named =
                    flags.bits().stream().filter(range -> !range.reserved()).toList();
            named.forEach(range -> addBits(field, flags, range));
        }
    }

    private void addBits(Field field, FieldType.Flags flags, BitRange range) {
        String[] path = {structure.name(), field.name(), range.name()};
        BigInteger ones = BigInteger.ONE.shiftLeft(range.width()).subtract(BigInteger.ONE);
        String mask = names.constant(path[0], path[1], path[2], "mask");
        String shift = names.constant(path[0], path[1], path[2], "shift");
        String type = CText.type(flags.octets());
        code.comment("", List.of(range.name() + ": " + range.description() + meanings(range)));
        code.line("#define " + mask + " " + CText.number(ones.shiftLeft(range.low()), flags.octets()));
        code.line("#define " + shift + " " + range.low());
        code.function(type, names.function(path), type + " value");
        String bits = "(value & " + mask + ") >> " + shift;
        code.line("    return " + (isCast(type) ? "(" + type + ")(" + bits + ")" : bits) + ";");
        code.line("}").gap();
    }

    private static String meanings(BitRange range) {
        return String.join(
                "",
                range.meanings().stream()
                        .map(value -> " " + value.spelling() + ": " + value.label() + ".")
                        .toList());
    }

    private void addAccess(Placement.Placed placed) {
        FieldType type = placed.field().type();
        int width = CLayout.width(type);
        if (width > 0) {
            addGet(placed, width);
            addSet(placed, width);
        } else if (type instanceof FieldType.Array array
                && CLayout.width(array.element()) > 0
                && placed.size().orElse(0) > 0) {
            addElement(placed, CLayout.width(array.element()));
        }
    }

    private void addGet(Placement.Placed placed, int width) {
        String type = CText.type(width);
        String name = names.function(structure.name(), placed.field().name());
        String order = layout.orderParameter(structure);
        code.function(type, name, "const void *octets" + order);
        String cast = isCast(type) ? "(" + type + ")" : "";
        code.line("    return %s%s;", cast, get(Long.toString(placed.offset().orElse(0)), width));
        code.line("}");
        code.gap();
    }

    /** Whether an integer of 64 bits has to be told to become one of this type. */
    private static boolean isCast(String type) {
        return !type.equals("uint64_t");
    }

    private String get(String offset, int width) {
        return "%s(octets, %s, %d, %s)".formatted(names.helper("get"), offset, width, layout.order(structure, "order"));
    }

    private void addSet(Placement.Placed placed, int width) {
        String name = names.function(structure.name(), "set", placed.field().name());
        String parameters = layout.orderParameter(structure) + ", " + CText.type(width) + " value";
        code.function("void", name, "void *octets" + parameters);
        String order = layout.order(structure, "order");
        code.line(
                "    %s(octets, %d, %d, %s, value);",
                names.helper("put"), placed.offset().orElse(0), width, order);
        code.line("}");
        code.gap();
    }

    /** An element of a fixed array of integers; 0 if there is none of that index. */
    private void addElement(Placement.Placed placed, int width) {
        String type = CText.type(width);
        long count = placed.size().orElse(0) / width;
        String name = names.function(structure.name(), placed.field().name());
        code.comment("", List.of("The integer at `index`, or 0 if there is none."));
        code.function(type, name, "const void *octets" + layout.orderParameter(structure) + ", size_t index");
        String offset = placed.offset().orElse(0) + " + index * " + width;
        code.line("    return (%s)(index >= %d ? 0 : %s);", type, count, get(offset, width));
        code.line("}");
        code.gap();
    }
}
