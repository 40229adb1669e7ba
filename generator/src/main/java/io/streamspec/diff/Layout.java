package io.streamspec.diff;

import io.streamspec.model.ExpressionText;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A structure in words that can be compared and shown: each field's place, type, values and condition. */
record Layout(Structure structure, List<FieldText> fields) {

    /**
     * A field in words.
     *
     * @param place {@code octet 4}, or {@code behind key} where the offset varies
     * @param octets {@code 4}, or empty where the size varies
     * @param type its kind and width: {@code u32}, {@code u64[count]}
     * @param values which values it takes, as far as that is no matter of its type
     */
    record FieldText(Field field, String place, String octets, String type, String values, String condition) {

        String name() {
            return field.name();
        }

        /** A name and a place: {@code count: u32 at octet 4}. */
        String all() {
            String when = condition.isEmpty() ? "" : " when " + condition;
            return type + (values.isEmpty() ? "" : ", " + values) + " " + at(place) + when;
        }

        private static String at(String place) {
            return place.startsWith("octet") ? "at " + place : place;
        }
    }

    static Layout of(Specification specification, Structure structure) {
        List<FieldText> fields = new ArrayList<>();
        String before = "";
        for (Placement.Placed placed : Placement.of(specification).fields(structure)) {
            Field field = placed.field();
            fields.add(new FieldText(
                    field,
                    place(placed.offset(), before),
                    placed.size().isPresent() ? Long.toString(placed.size().getAsLong()) : "",
                    type(field.type(), structure.name()),
                    values(field.type()),
                    field.when()
                            .map(when -> ExpressionText.of(when, structure.name()))
                            .orElse("")));
            before = field.name();
        }
        return new Layout(structure, fields);
    }

    private static String place(OptionalLong offset, String before) {
        return offset.isPresent() ? "octet " + offset.getAsLong() : "behind " + before;
    }

    private static String type(FieldType type, String structure) {
        if (type instanceof FieldType.Scalar scalar) {
            return unsigned(scalar.octets());
        } else if (type instanceof FieldType.Constant constant) {
            return unsigned(constant.octets());
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return unsigned(enumerated.octets()) + " " + enumerated.enumeration();
        } else if (type instanceof FieldType.Flags flags) {
            return unsigned(flags.octets()) + " of bits";
        } else if (type instanceof FieldType.Reserved reserved) {
            return reserved.octets() + " reserved octets";
        } else if (type instanceof FieldType.Padding padding) {
            return padding.least() + " to " + padding.most() + " octets of padding";
        } else if (type instanceof FieldType.Octets octets) {
            return "octets" + extent(octets.extent(), structure);
        } else if (type instanceof FieldType.Text text) {
            return "text" + extent(text.extent(), structure);
        } else if (type instanceof FieldType.Composite composite) {
            return composite.structure();
        }
        FieldType.Array array = (FieldType.Array) type;
        return type(array.element(), structure) + extent(array.extent(), structure);
    }

    private static String unsigned(int octets) {
        return "u" + 8 * octets;
    }

    private static String extent(Extent extent, String structure) {
        return "[" + ExpressionText.of(extent, structure) + "]";
    }

    private static String values(FieldType type) {
        if (type instanceof FieldType.Constant constant) {
            return "always " + constant.spelling()
                    + constant.accepted().stream()
                            .map(value -> ", readers take " + value)
                            .collect(Collectors.joining());
        } else if (type instanceof FieldType.Scalar scalar) {
            String allowed = scalar.allowed().stream()
                    .map(range ->
                            range.from().equals(range.to()) ? "" + range.from() : range.from() + " to " + range.to())
                    .collect(Collectors.joining(", "));
            String unit = scalar.unit().map(of -> "in " + of).orElse("");
            return allowed + (allowed.isEmpty() || unit.isEmpty() ? "" : " ") + unit;
        } else if (type instanceof FieldType.Enumerated enumerated && enumerated.open()) {
            return "or any other value";
        }
        return type instanceof FieldType.Array array ? values(array.element()) : "";
    }
}
