package io.streamspec.write.html;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.source.Count;
import java.util.Locale;
import java.util.stream.Collectors;

/** Types of fields in words. */
public final class FieldWords {

    private FieldWords() {}

    /** What the field is, for its row in the table. */
    public static String type(Field field, String structure) {
        String words = type(field.type(), structure);
        return field.when()
                .map(when -> words + ", present when " + ExpressionText.of(when, structure))
                .orElse(words);
    }

    /** What a field or an element of this type is. */
    static String type(FieldType type, String structure) {
        if (type instanceof FieldType.Scalar scalar) {
            return "u" + scalar.octets() * 8 + unit(scalar) + allowed(scalar);
        } else if (type instanceof FieldType.Constant constant) {
            String kind = constant.isOctets() ? octets(constant.octets()) : "u" + constant.octets() * 8;
            return kind + ", always " + hexadecimal(constant) + accepted(constant);
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return "u" + enumerated.octets() * 8 + ", one of the values below"
                    + (enumerated.open() ? "; readers take any" : "");
        } else if (type instanceof FieldType.Flags flags) {
            return "u" + flags.octets() * 8 + ", bits";
        } else if (type instanceof FieldType.Octets octets) {
            return many(octets.extent(), structure, "octets");
        } else if (type instanceof FieldType.Text text) {
            return text.extent() instanceof Extent.Terminated
                    ? "ASCII text " + amount(text.extent(), structure)
                    : "ASCII text of " + many(text.extent(), structure, "octets");
        } else if (type instanceof FieldType.Array array) {
            return "array of " + type(array.element(), structure) + "; " + many(array.extent(), structure, "elements");
        } else if (type instanceof FieldType.Composite composite) {
            return composite.structure();
        } else if (type instanceof FieldType.Padding padding) {
            return padding.least() + " to " + padding.most() + " zero octets";
        }
        return "zero octets";
    }

    private static String unit(FieldType.Scalar scalar) {
        return scalar.unit().map(unit -> ", in " + unit).orElse("");
    }

    private static String allowed(FieldType.Scalar scalar) {
        return scalar.allowed().isEmpty()
                ? ""
                : ", one of "
                        + scalar.allowed().stream()
                                .map(range -> range.from().equals(range.to())
                                        ? range.from().toString()
                                        : range.from() + " to " + range.to())
                                .collect(Collectors.joining(", "));
    }

    private static String accepted(FieldType.Constant constant) {
        return constant.accepted().isEmpty()
                ? ""
                : " when written; readers accept "
                        + constant.accepted().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static String amount(Extent extent, String structure) {
        return ExpressionText.of(extent, structure);
    }

    /** How many there are of {@code things}. */
    private static String many(Extent extent, String structure, String things) {
        if (extent instanceof Extent.ToEnd) {
            return things + " up to the end of the body";
        } else if (extent instanceof Extent.ForEach) {
            return "one for " + ExpressionText.of(extent, structure);
        }
        return amount(extent, structure) + " " + things;
    }

    static String hexadecimal(FieldType.Constant constant) {
        return String.format(Locale.ROOT, "0x%0" + 2 * constant.octets() + "X", constant.value());
    }

    /** An offset or a number without a width of its own: {@code 0x0A}. */
    public static String hexadecimal(long number) {
        String digits = Long.toHexString(number).toUpperCase(Locale.ROOT);
        return "0x" + (digits.length() % 2 == 0 ? digits : "0" + digits);
    }

    /** The byte order of a field's integers, or nothing where no integer has more than one octet. */
    static String byteOrder(Field field, ByteOrder order) {
        FieldType type = field.type().element();
        int octets = type instanceof FieldType.Scalar scalar
                ? scalar.octets()
                : type instanceof FieldType.Constant constant
                        ? constant.isOctets() ? 1 : constant.octets()
                        : type instanceof FieldType.Enumerated enumerated
                                ? enumerated.octets()
                                : type instanceof FieldType.Flags flags ? flags.octets() : 1;
        return octets < 2 ? "" : order == ByteOrder.STREAM ? "stream’s byte order" : order.word() + "-endian";
    }

    public static String octets(long count) {
        return Count.of(count, "octet");
    }
}
