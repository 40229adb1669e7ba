package io.streamspec.model;

import java.util.Optional;
import java.util.stream.Collectors;

/** Reads out in plain English what a field is. */
final class FieldReading {

    private final Specification specification;
    private final Structure structure;
    private final ExpressionReading expressions;

    private FieldReading(Specification specification, Structure structure) {
        this.specification = specification;
        this.structure = structure;
        this.expressions = ExpressionReading.in(specification, structure.name());
    }

    /** {@code one page_data of page_size octets for each pfn whose type is not XTAB}. */
    static String of(Specification specification, Structure structure, Field field) {
        FieldReading reading = new FieldReading(specification, structure);
        return reading.sentence(field.name(), field.type())
                + field.when()
                        .map(when -> ", and there only when " + reading.expressions.condition(when))
                        .orElse("");
    }

    /** Of some bits of a field, whose values have names. */
    static String ofBits(Field field, BitRange range) {
        return "the " + range.name() + " of " + field.name() + " is one of the values of "
                + range.enumeration().orElse(range.name());
    }

    private String sentence(String name, FieldType type) {
        if (type instanceof FieldType.Array array) {
            return array(name, array);
        } else if (type instanceof FieldType.Octets octets) {
            return octets.extent() instanceof Extent.ToEnd
                    ? name + " is all octets up to the end of the body"
                    : name + " has " + amount(octets.extent(), "octet");
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return name + " is one of the values of " + enumerated.enumeration();
        }
        return name + " is " + noun(type);
    }

    private String array(String name, FieldType.Array array) {
        String element = noun(array.element());
        if (array.extent() instanceof Extent.ForEach each) {
            String article = element.startsWith("a ") ? element.substring(2) : element;
            String size = array.element() instanceof FieldType.Octets octets
                    ? "one " + name + " of " + amount(octets.extent(), "octet")
                    : "one " + article + " in " + name;
            return size + " for each " + each.array()
                    + each.where().map(where -> where(each.array(), where)).orElse("");
        } else if (array.extent() instanceof Extent.ToEnd) {
            return name + " is one " + element.replaceFirst("^(a|one) ", "")
                    + " after the other, up to the end of the body";
        }
        return name + " has " + amount(array.extent(), "element") + ", each " + element;
    }

    private String where(String array, Expression where) {
        ExpressionReading ofElement = expressions.ofElement(array);
        boolean isOfBits = where instanceof Expression.In in
                && in.value() instanceof Expression.FieldValue value
                && value.field().equals(array)
                && value.bits().isPresent();
        return (isOfBits ? " whose " : " for which ") + ofElement.condition(where);
    }

    private String amount(Extent extent, String thing) {
        if (extent instanceof Extent.Fixed fixed) {
            return fixed.count() + " " + thing + (fixed.count() == 1 ? "" : "s");
        } else if (extent instanceof Extent.Computed computed) {
            return expressions.amount(computed.count(), thing);
        }
        return thing + "s up to the end of the body";
    }

    private String noun(FieldType type) {
        if (type instanceof FieldType.Text text) {
            return text.extent() instanceof Extent.Terminated terminated
                    ? "text up to the first octet 0x%02X".formatted(terminated.terminator())
                    : "text of " + amount(text.extent(), "octet");
        } else if (type instanceof FieldType.Octets octets) {
            return amount(octets.extent(), "octet");
        } else if (type instanceof FieldType.Composite composite) {
            return composite(composite.structure());
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return "a value of " + enumerated.enumeration();
        } else if (type instanceof FieldType.Array array) {
            return "an array of " + amount(array.extent(), noun(array.element()));
        }
        return octets(type).map(octets -> "a u" + 8 * octets).orElse("a run of zero octets");
    }

    /** A structure with a section of its own by its name, others by what they are made of. */
    private String composite(String name) {
        if (!name.startsWith(structure.name() + ".")) {
            return "a " + name;
        }
        return specification.structure(name).fields().stream()
                .map(field -> field.name() + " (" + noun(field.type()) + ")")
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), members -> "one group of " + Lists.and(members)));
    }

    private static Optional<Integer> octets(FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return Optional.of(scalar.octets());
        } else if (type instanceof FieldType.Constant constant) {
            return Optional.of(constant.octets());
        }
        return type instanceof FieldType.Flags flags ? Optional.of(flags.octets()) : Optional.empty();
    }
}
