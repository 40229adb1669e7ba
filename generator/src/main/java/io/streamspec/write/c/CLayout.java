package io.streamspec.write.c;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How structures lie in C: the part of each that is always at the same place, as members that compilers put there without
 * being told to pack them. An index derived from the model.
 */
final class CLayout {

    /** Longer structures get no type: nobody wants such a variable, and compilers have limits. */
    private static final long LONGEST = 1 << 20;

    private static final int WIDEST = 8;

    private final Specification specification;
    private final CNames names;
    private final Placement placement;
    private final Map<String, Integer> alignments = new HashMap<>();
    private final Map<String, Head> heads = new HashMap<>();

    private record Head(List<Placement.Placed> fields, long octets) {}

    CLayout(Specification specification, CNames names) {
        this.specification = specification;
        this.names = names;
        this.placement = Placement.of(specification);
    }

    Specification specification() {
        return specification;
    }

    CNames names() {
        return names;
    }

    /** The octets that a field of this type takes, if always the same. */
    OptionalLong size(FieldType type) {
        return placement.size(type);
    }

    /** The octets of an unsigned integer that C can hold; 0 for every other type. */
    static int width(FieldType type) {
        int octets = 0;
        if (type instanceof FieldType.Scalar scalar) {
            octets = scalar.octets();
        } else if (type instanceof FieldType.Constant constant) {
            octets = constant.octets();
        } else if (type instanceof FieldType.Enumerated enumerated) {
            octets = enumerated.octets();
        } else if (type instanceof FieldType.Flags flags) {
            octets = flags.octets();
        }
        return octets > WIDEST ? 0 : octets;
    }

    /** Whether all of the structure is at the same place in each of its occurrences. */
    boolean isFixed(Structure structure) {
        return head(structure).size() == structure.fields().size();
    }

    /** The fields at the beginning of {@code structure} that are always at the same place; of a frame, its head. */
    List<Placement.Placed> head(Structure structure) {
        return measured(structure).fields();
    }

    /** The octets of {@link #head}. */
    long headSize(Structure structure) {
        return measured(structure).octets();
    }

    private Head measured(Structure structure) {
        return heads.computeIfAbsent(structure.name(), name -> measure(structure));
    }

    private Head measure(Structure structure) {
        Optional<String> body = specification
                .framing()
                .filter(frame -> frame.structure().equals(structure.name()))
                .map(Framing::body);
        List<Placement.Placed> head = new ArrayList<>();
        long end = 0;
        for (Placement.Placed placed : placement.fields(structure)) {
            boolean isBody = body.filter(placed.field().name()::equals).isPresent();
            if (isBody || placed.size().isEmpty() || placed.size().getAsLong() > LONGEST - end) {
                break;
            }
            end += placed.size().getAsLong();
            head.add(placed);
        }
        return new Head(head, end);
    }

    /** The tag of the structure's type, or of its head's. */
    String tag(Structure structure) {
        return isFixed(structure) ? names.tag(structure.name()) : names.tag(structure.name(), "head");
    }

    /** What the type of the structure, or of its head, is aligned to. */
    int alignment(Structure structure) {
        Integer known = alignments.get(structure.name());
        if (known == null) {
            known = 1;
            for (Placement.Placed placed : head(structure)) {
                known = Math.max(known, member(structure, placed).alignment());
            }
            alignments.put(structure.name(), known);
        }
        return known;
    }

    /** A member's declaration but for its name: {@code uint32_t} and {@code [3]}. */
    record Member(String type, String array, int alignment) {}

    /** The member for a field of the head; where it would not lie right by itself, it is made of octets. */
    Member member(Structure structure, Placement.Placed placed) {
        FieldType type = placed.field().type();
        long count = 1;
        String array = "";
        if (type instanceof FieldType.Array many
                && placement.size(many.element()).orElse(0) > 0) {
            count = placed.size().orElse(0) / placement.size(many.element()).orElse(1);
            array = "[" + count + "]";
            type = many.element();
        }
        int width = width(type);
        long at = placed.offset().orElse(0) | headSize(structure);
        if (Integer.bitCount(width) == 1 && at % width == 0) {
            return new Member(CText.type(width), array, width);
        } else if (type instanceof FieldType.Composite composite) {
            Structure inner = specification.structure(composite.structure());
            int alignment = alignment(inner);
            if (at % alignment == 0) {
                return new Member("struct " + tag(inner), array, alignment);
            }
        }
        return new Member("uint8_t", "[" + placed.size().orElse(0) + "]", 1);
    }

    /** The parameter for the byte order of the structure's integers, if it has to be told. */
    String orderParameter(Structure structure) {
        return structure.byteOrder() == ByteOrder.STREAM ? ", enum " + names.helper("byte_order") + " order" : "";
    }

    /** The byte order of the structure's integers, where {@code stream} is that of the stream. */
    String order(Structure structure, String stream) {
        return structure.byteOrder() == ByteOrder.STREAM
                ? stream
                : names.prelude("PREFIX_" + structure.byteOrder().name() + "_ENDIAN");
    }
}
