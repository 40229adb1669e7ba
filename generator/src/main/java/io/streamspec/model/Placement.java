package io.streamspec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where the fields of a structure lie: an index derived from the model. Offsets and sizes are in octets; an offset
 * behind a part of variable size is absent, as is the size of a variable part.
 */
public final class Placement {

    private final Specification specification;

    private Placement(Specification specification) {
        this.specification = specification;
    }

    /** The placement of all structures of {@code specification}. */
    public static Placement of(Specification specification) {
        return new Placement(specification);
    }

    /** A field and its place. */
    public record Placed(Field field, OptionalLong offset, OptionalLong size) {}

    /** The fields of {@code structure}, in order, with their places. */
    public List<Placed> fields(Structure structure) {
        List<Placed> placed = new ArrayList<>();
        OptionalLong offset = OptionalLong.of(0);
        for (Field field : structure.fields()) {
            OptionalLong size = field.when().isPresent() ? OptionalLong.empty() : size(field.type());
            placed.add(new Placed(field, offset, size));
            offset = sum(offset, size);
        }
        return placed;
    }

    /** The octets that {@code structure} takes, if always the same. */
    public OptionalLong size(Structure structure) {
        OptionalLong size = OptionalLong.of(0);
        for (Placed placed : fields(structure)) {
            size = sum(size, placed.size());
        }
        return size;
    }

    /** The least octets that {@code structure} takes. */
    public long minSize(Structure structure) {
        return structure.fields().stream()
                .mapToLong(field -> field.when().isPresent() ? 0 : minSize(field.type()))
                .sum();
    }

    /** The octets that a field of this type takes, if always the same. */
    public OptionalLong size(FieldType type) {
        Optional<Extent> extent = extent(type);
        if (extent.isPresent()) {
            return extent.get() instanceof Extent.Fixed fixed
                    ? times(elementSize(type), fixed.count())
                    : OptionalLong.empty();
        }
        return type instanceof FieldType.Padding padding && padding.least() != padding.most()
                ? OptionalLong.empty()
                : elementSize(type);
    }

    /** The octets of one element of an array, or of the field itself; 1 for octets and text. */
    public OptionalLong elementSize(FieldType type) {
        if (type instanceof FieldType.Scalar scalar) {
            return OptionalLong.of(scalar.octets());
        } else if (type instanceof FieldType.Constant constant) {
            return OptionalLong.of(constant.octets());
        } else if (type instanceof FieldType.Enumerated enumerated) {
            return OptionalLong.of(enumerated.octets());
        } else if (type instanceof FieldType.Flags flags) {
            return OptionalLong.of(flags.octets());
        } else if (type instanceof FieldType.Reserved reserved) {
            return OptionalLong.of(reserved.octets());
        } else if (type instanceof FieldType.Padding padding) {
            return OptionalLong.of(padding.least());
        } else if (type instanceof FieldType.Composite composite) {
            return size(specification.structure(composite.structure()));
        } else if (type instanceof FieldType.Array array) {
            return size(array.element());
        }
        return OptionalLong.of(1);
    }

    private long minSize(FieldType type) {
        Optional<Extent> extent = extent(type);
        if (extent.isPresent()) {
            return extent.get() instanceof Extent.Fixed fixed
                    ? fixed.count() * minElementSize(type)
                    : extent.get() instanceof Extent.Terminated ? 1 : 0;
        }
        return minElementSize(type);
    }

    private long minElementSize(FieldType type) {
        if (type instanceof FieldType.Composite composite) {
            return minSize(specification.structure(composite.structure()));
        }
        return type instanceof FieldType.Array array
                ? minSize(array.element())
                : elementSize(type).orElse(0);
    }

    private static Optional<Extent> extent(FieldType type) {
        if (type instanceof FieldType.Array array) {
            return Optional.of(array.extent());
        } else if (type instanceof FieldType.Octets octets) {
            return Optional.of(octets.extent());
        }
        return type instanceof FieldType.Text text ? Optional.of(text.extent()) : Optional.empty();
    }

    private static OptionalLong sum(OptionalLong a, OptionalLong b) {
        return a.isPresent() && b.isPresent() ? OptionalLong.of(a.getAsLong() + b.getAsLong()) : OptionalLong.empty();
    }

    private static OptionalLong times(OptionalLong size, long count) {
        return size.isPresent() ? OptionalLong.of(Math.multiplyExact(size.getAsLong(), count)) : size;
    }
}
