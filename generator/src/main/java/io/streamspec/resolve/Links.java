package io.streamspec.resolve;

import io.streamspec.model.BitRange;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Structure;
import java.util.List;
import java.util.Optional;

/** Ties bit ranges to the tables that name their values. */
final class Links {

    private Links() {}

    /**
     * Ties a bit range to a table of values of the same section if both speak of the same family of constants, as in
     * {@code Bit 63-60: PFINFO_* type} and {@code Table: PFINFO_* Page Types}.
     */
    static Structure withFamilies(Structure structure, Enumeration enumeration, String caption) {
        List<String> families = Words.families(caption);
        Structure linked = structure;
        for (Field field : structure.fields()) {
            for (BitRange range : bits(field)) {
                boolean same = Words.families(range.description()).stream().anyMatch(families::contains);
                if (same && range.enumeration().isEmpty()) {
                    Field changed =
                            withEnumeration(linked.field(field.name()).orElseThrow(), range, enumeration.name());
                    linked = linked.withFields(linked.fields().stream()
                            .map(other -> other.name().equals(changed.name()) ? changed : other)
                            .toList());
                }
            }
        }
        return linked;
    }

    static Field withEnumeration(Field field, BitRange range, String enumeration) {
        if (field.type() instanceof FieldType.Array array && array.element() instanceof FieldType.Flags flags) {
            return field.withType(new FieldType.Array(withEnumeration(flags, range, enumeration), array.extent()));
        }
        return field.withType(withEnumeration((FieldType.Flags) field.type(), range, enumeration));
    }

    private static FieldType withEnumeration(FieldType.Flags flags, BitRange wanted, String enumeration) {
        return new FieldType.Flags(
                flags.octets(),
                flags.bits().stream()
                        .map(range -> range.equals(wanted) ? named(range, enumeration) : range)
                        .toList());
    }

    private static BitRange named(BitRange range, String enumeration) {
        return new BitRange(
                range.name(),
                range.low(),
                range.high(),
                range.reserved(),
                Optional.of(enumeration),
                range.meanings(),
                range.description(),
                range.span());
    }

    private static List<BitRange> bits(Field field) {
        FieldType type = field.type().element();
        return type instanceof FieldType.Flags flags ? flags.bits() : List.of();
    }
}
