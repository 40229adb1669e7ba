package io.streamspec.write.imhex;

import io.streamspec.model.BitRange;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One structure as a struct of ImHex's language, with the functions and types that its fields need before it. */
final class PatternStructure {

    private static final Set<Integer> WIDTHS = Set.of(1, 2, 3, 4, 6, 8);

    private final Specification specification;
    private final Placement placement;
    private final PatternNames names;
    private final Globals globals;
    private final Structure structure;
    private final PatternCode code;
    private final Set<String> taken = new HashSet<>();
    private final Map<String, String> members = new HashMap<>();
    private final Map<String, String> definitions = new HashMap<>();

    PatternStructure(
            Specification specification, PatternNames names, Globals globals, Structure structure, PatternCode code) {
        this.specification = specification;
        this.placement = Placement.of(specification);
        this.names = names;
        this.globals = globals;
        this.structure = structure;
        this.code = code;
        structure.fields().forEach(field -> members.put(field.name(), PatternNames.member(field.name(), taken)));
    }

    /** Adds the struct of {@code fields}, and before its end the lines of {@code rest}. */
    void add(List<Field> fields, List<String> rest) {
        fields.forEach(this::addBefore);
        code.comment(structure.section() + ". " + structure.description());
        code.line("struct " + names.type(structure.name()) + " {");
        fields.forEach(this::addField);
        structure.definitions().forEach(definition -> {
            if (globals.has(structure.name(), definition.name())) {
                String value = define(definition.name());
                code.line(globals.name(structure.name(), definition.name()) + " = " + value + ";");
            }
        });
        rest.forEach(code::line);
        code.line("};").gap();
    }

    /** The member that a field is. */
    String member(String field) {
        return members.getOrDefault(field, "x");
    }

    /** A variable of that name, or of one like it that is free. */
    String local(String name) {
        return PatternNames.member(name, taken);
    }

    /** The value of a field as a number. */
    String number(String field) {
        return number(structure.field(field).orElseThrow(), Optional.empty());
    }

    /** The value of a field, or of some of its bits, as a number: read anew, so that no order of bits matters. */
    private String value(String member, int octets, Optional<BitRange> bits) {
        String big = structure.byteOrder() == ByteOrder.STREAM
                ? "std::core::get_endian()"
                : "std::mem::Endian::" + (structure.byteOrder() == ByteOrder.BIG ? "Big" : "Little");
        String whole = "std::mem::read_unsigned(addressof(%s), %d, %s)".formatted(member, octets, big);
        return bits.map(range -> "((%s >> %d) & 0x%X)".formatted(whole, range.low(), -1L >>> (64 - range.width())))
                .orElse(whole);
    }

    private void addBefore(Field field) {
        FieldType type = field.type();
        if (type instanceof FieldType.Array array
                && array.extent() instanceof Extent.ForEach each
                && each.where().isPresent()) {
            addCount(field, each, each.where().get());
        }
        while (type instanceof FieldType.Array array) {
            type = array.element();
        }
        if (type instanceof FieldType.Flags flags) {
            PatternBits.add(names.type(structure.name(), field.name(), "bits"), flags, names, code);
        }
    }

    /** A function that counts the elements of an array for which a condition holds. */
    private void addCount(Field field, Extent.ForEach each, Expression where) {
        Field array = structure.field(each.array()).orElseThrow();
        PatternExpression expression = new PatternExpression(leaf -> leaf instanceof Expression.FieldValue value
                        && value.field().equals(each.array())
                        && value.structure().equals(structure.name())
                ? value("array[i]", width(element(array.type())), bits(array, value))
                : leaf(leaf));
        code.line("fn " + names.function(structure.name(), field.name(), "count") + "(ref auto array) {");
        code.line("u64 number = 0;");
        code.line("for (u64 i = 0, i < std::core::member_count(array), i = i + 1) {");
        code.line("if (" + expression.condition(where) + ") {");
        code.line("number = number + 1;");
        code.line("}");
        code.line("}");
        code.line("return number;");
        code.line("};").gap();
    }

    private void addField(Field field) {
        Globals.expressions(field).forEach(this::define);
        field.when().ifPresent(when -> code.line("if (" + expressions().condition(when) + ") {"));
        code.comment(field.isIgnored() ? "" : field.description());
        setMarkedOrder(field);
        addMember(field);
        if (globals.has(structure.name(), field.name())) {
            code.line("%s = %s;", globals.name(structure.name(), field.name()), number(field, Optional.empty()));
        }
        field.when().ifPresent(when -> code.line("}"));
        specification
                .endianFlag()
                .filter(flag -> flag.structure().equals(structure.name())
                        && flag.field().equals(field.name()))
                .ifPresent(flag -> code.line(
                        "std::core::set_endian(((%s >> %d) & 1) == 1 ? std::mem::Endian::Big : std::mem::Endian::Little);",
                        number(field, Optional.empty()), flag.bit()));
    }

    /** Sets the order that the octets of a constant tell, before it is read. */
    private void setMarkedOrder(Field field) {
        boolean isMark = specification
                .preamble()
                .mark()
                .filter(mark -> mark.structure().equals(structure.name())
                        && mark.field().equals(field.name()))
                .isPresent();
        if (isMark && field.type() instanceof FieldType.Constant constant) {
            code.line(
                    "std::core::set_endian(std::mem::read_unsigned($, %d, std::mem::Endian::Big) == 0x%s"
                            + " ? std::mem::Endian::Big : std::mem::Endian::Little);",
                    constant.octets(), constant.value().toString(16));
        }
    }

    private void addMember(Field field) {
        FieldType type = field.type();
        String member = member(field.name());
        if (type instanceof FieldType.Reserved reserved) {
            code.line("padding[%d];", reserved.octets());
        } else if (type instanceof FieldType.Padding padding) {
            code.line(
                    padding.least() == padding.most()
                            ? "padding[%1$d];"
                            : "padding[(%2$d - ($ - addressof(this)) %% %2$d) %% %2$d];",
                    padding.least(),
                    padding.most() + 1);
        } else if (type instanceof FieldType.Array array) {
            addArray(field, member, array);
        } else if (type instanceof FieldType.Text text && text.extent() instanceof Extent.Terminated end) {
            code.line("char %s[while(std::mem::read_unsigned($, 1) != 0x%02X)];", member, end.terminator());
            code.line("padding[1];");
        } else {
            code.line(type(field, type) + " " + member + dimension(type) + ";");
        }
    }

    private static FieldType element(FieldType type) {
        return type instanceof FieldType.Array array ? element(array.element()) : type;
    }

    private static int width(FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return scalar.octets();
        } else if (type instanceof FieldType.Constant constant) {
            return constant.octets();
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return enumerated.octets();
        }
        return type instanceof FieldType.Flags flags ? flags.octets() : 0;
    }

    private String order() {
        return structure.byteOrder() == ByteOrder.STREAM ? "" : structure.byteOrder() == ByteOrder.BIG ? "be " : "le ";
    }

    /** The type of a field, or of one element; numbers of unusual width are octets. */
    private String type(Field field, FieldType type) {
        int width = width(type);
        if (type instanceof FieldType.Flags) {
            return order() + names.type(structure.name(), field.name(), "bits");
        } else if (type instanceof FieldType.Enumerated enumerated && WIDTHS.contains(width)) {
            return order() + names.type(enumerated.enumeration(), "u" + 8 * width);
        } else if (WIDTHS.contains(width)) {
            return (width == 1 ? "" : order()) + "u" + 8 * width;
        } else if (type instanceof FieldType.Composite composite) {
            return names.type(composite.structure());
        }
        return type instanceof FieldType.Text ? "char" : "u8";
    }

    /** What stands in brackets behind a member. */
    private String dimension(FieldType type) {
        int width = width(type);
        if (width > 0) {
            return WIDTHS.contains(width) || type instanceof FieldType.Flags ? "" : "[" + width + "]";
        } else if (type instanceof FieldType.Octets octets) {
            return "[" + amount(octets.extent()) + "]";
        }
        return type instanceof FieldType.Text text ? "[" + amount(text.extent()) + "]" : "";
    }

    private String amount(Extent extent) {
        if (extent instanceof Extent.Fixed fixed) {
            return Long.toString(fixed.count());
        } else if (extent instanceof Extent.Computed computed) {
            return expressions().number(computed.count());
        } else if (extent instanceof Extent.ForEach each) {
            return "std::core::member_count(" + member(each.array()) + ")";
        }
        return Globals.END + " - $";
    }

    private void addArray(Field field, String member, FieldType.Array array) {
        FieldType element = array.element();
        String count = amount(array.extent());
        if (array.extent() instanceof Extent.ForEach each && each.where().isPresent()) {
            count = names.function(structure.name(), field.name(), "count") + "(" + member(each.array()) + ")";
        } else if (array.extent() instanceof Extent.ToEnd) {
            count = "while($ < " + Globals.END + ")";
        }
        if (element instanceof FieldType.Text text && text.extent() instanceof Extent.Terminated end) {
            code.line("%s<0x%02X> %s[%s];", Globals.LINE, end.terminator(), member, count);
        } else if (dimension(element).isEmpty() && !(element instanceof FieldType.Array)) {
            code.line(type(field, element) + " " + member + "[" + count + "];");
        } else {
            String size = element instanceof FieldType.Array
                    ? Long.toString(placement.size(element).orElse(1))
                    : dimension(element).substring(1, dimension(element).length() - 1);
            code.line("%s<%s> %s[%s];", Globals.OCTETS, size, member, count);
        }
    }

    private PatternExpression expressions() {
        return new PatternExpression(this::leaf);
    }

    private String leaf(Expression leaf) {
        if (leaf instanceof Expression.FieldValue value && value.structure().equals(structure.name())) {
            Field field = structure.field(value.field()).orElseThrow();
            return number(field, bits(field, value));
        } else if (leaf instanceof Expression.FieldValue value) {
            Field field = specification
                    .structure(value.structure())
                    .field(value.field())
                    .orElseThrow();
            String global = globals.name(value.structure(), value.field());
            return bits(field, value)
                    .map(range -> "((%s >> %d) & 0x%X)".formatted(global, range.low(), -1L >>> (64 - range.width())))
                    .orElse(global);
        } else if (leaf instanceof Expression.Defined defined) {
            return defined.structure().equals(structure.name())
                    ? define(defined.name())
                    : globals.name(defined.structure(), defined.name());
        }
        Expression.Measure measure = (Expression.Measure) leaf;
        return (measure.octets() ? "sizeof(" : "std::core::member_count(") + member(measure.field()) + ")";
    }

    private String number(Field field, Optional<BitRange> bits) {
        boolean isPlain = bits.isEmpty()
                && WIDTHS.contains(width(field.type()))
                && (field.type() instanceof FieldType.Scalar || field.type() instanceof FieldType.Constant);
        return field.isIgnored()
                ? "0"
                : isPlain ? member(field.name()) : value(member(field.name()), width(field.type()), bits);
    }

    private static Optional<BitRange> bits(Field field, Expression.FieldValue value) {
        return value.bits().flatMap(name -> ((FieldType.Flags) element(field.type()))
                .bits().stream().filter(range -> range.name().equals(name)).findFirst());
    }

    /** Makes a variable of each definition in an expression. */
    private void define(Expression expression) {
        for (Expression leaf : expression.leaves()) {
            if (leaf instanceof Expression.Defined defined
                    && defined.structure().equals(structure.name())) {
                define(defined.name());
            }
        }
    }

    /** The variable of a definition, which is written where it is needed first. */
    private String define(String name) {
        String known = definitions.get(name);
        if (known == null) {
            Expression value = structure.definitions().stream()
                    .filter(definition -> definition.name().equals(name))
                    .map(Structure.Definition::value)
                    .findFirst()
                    .orElseThrow();
            define(value);
            known = PatternNames.member(name, taken);
            definitions.put(name, known);
            code.line("u128 " + known + " = " + expressions().number(value) + ";");
        }
        return known;
    }
}
