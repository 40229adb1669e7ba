package io.streamspec.write.html;

import io.streamspec.model.ExpressionText;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What is written into a diagram's cells, the best first. */
final class DiagramWords {

    private DiagramWords() {}

    /** What a cell may be called. */
    static List<String> labels(Field field, String label) {
        List<String> labels = new ArrayList<>(List.of(label));
        field.symbol().ifPresent(symbol -> labels.add(label.endsWith("]") ? symbol + "[]" : symbol));
        return labels;
    }

    /** What may stand under the name in a cell of so many octets. */
    static List<String> notes(Field field, String structure, long octets) {
        String size = FieldWords.octets(octets);
        if (field.type() instanceof FieldType.Constant constant) {
            String value = FieldWords.hexadecimal(constant);
            return List.of(value + " · " + size, value, octets + "");
        } else if (field.when().isPresent()) {
            String when = ExpressionText.of(field.when().get(), structure);
            return List.of("only when " + when + " · " + size, "not always · " + size, "not always");
        }
        return List.of(size, octets + "");
    }

    /** What may stand under the name of a field without a fixed size. */
    static List<String> openNotes(Field field, String structure) {
        FieldType type = field.type().element();
        String words = FieldWords.type(type, structure);
        return List.of(words, "of variable size");
    }

    /** What a gap between elements leaves out. */
    static String amount(FieldType.Array array, String structure) {
        if (array.extent() instanceof Extent.ToEnd) {
            return "up to the end";
        }
        String many = ExpressionText.of(array.extent(), structure);
        return array.extent() instanceof Extent.ForEach ? "one for " + many : many + " in all";
    }

    /** The index of the last element. */
    static String lastIndex(FieldType.Array array) {
        return array.extent() instanceof Extent.Fixed fixed ? Long.toString(fixed.count() - 1) : "last";
    }

    /** All fields with their places. */
    static String description(List<Placement.Placed> fields) {
        return fields.isEmpty()
                ? "An empty body."
                : fields.stream().map(DiagramWords::description).collect(Collectors.joining("; ", "", "."));
    }

    private static String description(Placement.Placed placed) {
        String at = placed.offset().isPresent() ? " at octet " + placed.offset().getAsLong() : "";
        return placed.field().label()
                + at
                + (placed.size().isPresent()
                        ? ", " + FieldWords.octets(placed.size().getAsLong())
                        : ", of variable size");
    }

    static OptionalLong plus(OptionalLong offset, long more) {
        return offset.isPresent() ? OptionalLong.of(offset.getAsLong() + more) : offset;
    }
}
