package io.streamspec.example;

import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.Map;
import java.util.Optional;

/** How many octets values take. */
final class Sizes {

    private final Specification specification;
    private final Placement placement;

    Sizes(Specification specification) {
        this.specification = specification;
        this.placement = Placement.of(specification);
    }

    /** The octets that {@code value} takes as a field of this type. */
    long of(FieldType type, Value value) {
        if (value instanceof Value.Octets octets) {
            return octets.octets().remaining();
        } else if (value instanceof Value.Text text) {
            boolean ends = type instanceof FieldType.Text what && what.extent() instanceof Extent.Terminated;
            return text.text().length() + (ends ? 1 : 0);
        } else if (value instanceof Value.Many many && type instanceof FieldType.Array array) {
            return many.elements().stream()
                    .mapToLong(element -> of(array.element(), element))
                    .sum();
        } else if (value instanceof Value.Group group) {
            return of(group);
        }
        return placement.elementSize(type).orElse(0);
    }

    /** The octets that {@code group} takes, padding behind it not counted if it is a record's body. */
    long of(Value.Group group) {
        Structure structure = specification.structure(group.structure());
        long size = 0;
        for (Field field : structure.fields()) {
            Value value = group.fields().get(field.name());
            if (value != null) {
                size += of(field.type(), value);
            } else if (field.type() instanceof FieldType.Padding padding && padding.least() != padding.most()) {
                size += Math.floorMod(-size, padding.most() + 1);
            } else if (field.isIgnored() && field.when().isEmpty()) {
                size += placement.size(field.type()).orElse(0);
            }
        }
        return size;
    }

    /** The length of the body, as the frame's own field gives it, if {@code field} of {@code structure} stands for that body. */
    Optional<Long> body(Structure structure, String field, Map<String, Value> values) {
        return specification
                .framing()
                .filter(framing -> framing.structure().equals(structure.name())
                        && framing.body().equals(field))
                .flatMap(framing -> framing.length().map(values::get))
                .map(length ->
                        length instanceof Value.Number number ? number.number().longValue() : 0L);
    }

    /** The number of elements, octets or characters of {@code value}. */
    static long extent(Value value) {
        if (value instanceof Value.Octets octets) {
            return octets.octets().remaining();
        } else if (value instanceof Value.Text text) {
            return text.text().length();
        }
        return value instanceof Value.Many many ? many.elements().size() : 1;
    }
}
