package io.streamspec.tools.edit;

import io.streamspec.example.SpecificationExamples.Part;
import io.streamspec.model.BitRange;
import io.streamspec.model.ByteOrder;
import io.streamspec.model.Expression;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.Optional;

/** The fields of a header or record by their names, {@code pfn[0].type}, as its specification has them. */
final class Fields {

    private final Specification specification;
    private final Structure structure;
    private final List<Part> parts;

    /** @param parts that the octets were taken apart into */
    Fields(Specification specification, Structure structure, List<Part> parts) {
        this.specification = specification;
        this.structure = structure;
        this.parts = parts;
    }

    /** A field, where its octets are, and which of its bits are meant. */
    record Meant(Part part, Structure structure, Field field, Optional<BitRange> bits) {

        /** The field's type; an element's, if it is one of an array. */
        FieldType type() {
            return element(field.type());
        }

        /** Whether its integers are in big-endian byte order, in a stream that is. */
        boolean isBig(boolean isBigStream) {
            return structure.byteOrder() == ByteOrder.STREAM ? isBigStream : structure.byteOrder() == ByteOrder.BIG;
        }

        /** Whether others in the same structure are as long, or as many, as it says, or are there only if it says so. */
        boolean isMeasure() {
            return structure.fields().stream()
                    .anyMatch(other -> dependsOn(extent(other.type())) || dependsOn(other.when()));
        }

        private boolean dependsOn(Optional<Expression> expression) {
            return expression.stream()
                    .flatMap(one -> one.leaves().stream())
                    .anyMatch(leaf -> leaf instanceof Expression.FieldValue value
                            && value.structure().equals(structure.name())
                            && value.field().equals(field.name()));
        }
    }

    /** The field of this name, if there is one. */
    Optional<Meant> find(String name) {
        return part(name).flatMap(part -> meant(part, Optional.empty())).or(() -> bits(name));
    }

    private Optional<Meant> bits(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        return part(name.substring(0, dot))
                .flatMap(part -> meant(part, Optional.empty()))
                .filter(meant -> meant.type() instanceof FieldType.Flags)
                .flatMap(meant -> ((FieldType.Flags) meant.type())
                        .bits().stream()
                                .filter(range -> range.name().equalsIgnoreCase(name.substring(dot + 1)))
                                .findFirst()
                                .map(range ->
                                        new Meant(meant.part(), meant.structure(), meant.field(), Optional.of(range))));
    }

    private Optional<Part> part(String name) {
        return parts.stream().filter(part -> part.path().equalsIgnoreCase(name)).findFirst();
    }

    /** Follows the part's name through the specification. */
    private Optional<Meant> meant(Part part, Optional<BitRange> bits) {
        Structure within = structure;
        Field field = null;
        for (String step : part.path().split("\\.")) {
            if (field != null && element(field.type()) instanceof FieldType.Composite composite) {
                within = specification.structure(composite.structure());
            }
            Optional<Field> next = within.field(step.replaceAll("\\[.*", ""));
            if (next.isEmpty()) {
                return Optional.empty(); // octets that the layout has no place for
            }
            field = next.get();
        }
        return field == null ? Optional.empty() : Optional.of(new Meant(part, within, field, bits));
    }

    private static FieldType element(FieldType type) {
        return type instanceof FieldType.Array array ? element(array.element()) : type;
    }

    private static Optional<Expression> extent(FieldType type) {
        Extent extent = null;
        if (type instanceof FieldType.Array array) {
            extent = array.extent();
        } else if (type instanceof FieldType.Octets octets) {
            extent = octets.extent();
        } else if (type instanceof FieldType.Text text) {
            extent = text.extent();
        }
        return extent instanceof Extent.Computed computed ? Optional.of(computed.count()) : Optional.empty();
    }

    /** What there is, of an array its first element: {@code count, pfn[0]}. */
    List<String> names() {
        return parts.stream()
                .map(Part::path)
                .filter(path -> !path.matches(".*\\[[1-9]\\d*].*") && !path.isEmpty())
                .toList();
    }
}
