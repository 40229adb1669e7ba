package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.Part;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Count;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks over octets by the model. Bounded: no count makes it take more than the octets that are there. */
final class DissectionWalk {

    private static final int MOST_PARTS = 100_000;
    private static final int MOST_DEPTH = 32;

    private final Specification specification;
    private final ByteBuffer octets;
    private final ByteOrder order;
    private final Map<String, Value.Group> earlier;
    private final Meanings meanings;
    private final Sizes sizes;
    private final List<Part> parts = new ArrayList<>();
    private int position;
    private String field = "";

    DissectionWalk(Specification specification, ByteBuffer octets, ByteOrder order, Map<String, Value.Group> earlier) {
        this.specification = specification;
        this.octets = octets;
        this.order = order;
        this.earlier = earlier;
        this.meanings = new Meanings(specification);
        this.sizes = new Sizes(specification);
    }

    /** The structure at hand: where it starts, and what is known of it so far. */
    private record Frame(
            Structure structure, String path, int start, int depth, Map<String, Value> values, Evaluation evaluation) {}

    /** The octets do not have the layout. */
    private static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misfit(String message) {
            super(message, null, false, false);
        }
    }

    Dissection walk(Structure structure) {
        Frame frame = frame(structure, "", 0);
        Optional<String> fault = Optional.empty();
        try {
            fields(frame);
            if (left() > 0) {
                field = "";
                fault = Optional.of(Count.of(left(), "octet") + " behind the last field");
            }
        } catch (Misfit | Evaluation.Fault e) {
            fault = Optional.of(field + ": " + e.getMessage());
        }
        if (left() > 0) {
            add(field, left(), fault.orElse(""));
        }
        return new Dissection(parts, new Value.Group(structure.name(), frame.values()), fault);
    }

    private Frame frame(Structure structure, String path, int depth) {
        if (depth > MOST_DEPTH) {
            throw new Misfit("structures inside of structures, too deep");
        }
        Map<String, Value> values = new LinkedHashMap<>();
        Evaluation evaluation = Evaluation.of(specification, structure.name(), values, earlier);
        return new Frame(structure, path, position, depth, values, evaluation);
    }

    private void fields(Frame frame) {
        for (Field next : frame.structure().fields()) {
            if (frame.depth() == 0) {
                field = next.name();
            }
            if (next.when().isEmpty() || frame.evaluation().holds(next.when().get())) {
                field(frame, next);
            }
        }
    }

    private void field(Frame frame, Field next) {
        String path = frame.path() + next.name();
        if (next.type() instanceof FieldType.Reserved reserved) {
            blank(path, need(reserved.octets()), "reserved");
        } else if (next.type() instanceof FieldType.Padding padding) {
            blank(path, padding(frame, next, padding), "padding");
        } else {
            frame.values().put(next.name(), value(frame, next.type(), path));
        }
    }

    private Value value(Frame frame, FieldType type, String path) {
        if (type instanceof FieldType.Array array) {
            return array(frame, array, path);
        } else if (type instanceof FieldType.Composite composite) {
            Structure inner = specification.structure(composite.structure());
            Frame group = frame(inner, path + ".", frame.depth() + 1);
            fields(group);
            return new Value.Group(inner.name(), group.values());
        } else if (type instanceof FieldType.Octets raw) {
            int size = need(
                    sizes.body(frame.structure(), field, frame.values()).orElseGet(() -> count(frame, raw.extent())));
            Value.Octets value = new Value.Octets(octets.slice(position, size));
            add(path, size, Count.of(size, "octet"));
            return value;
        } else if (type instanceof FieldType.Text text) {
            return text(frame, text, path);
        }
        return number(frame, type, path);
    }

    private boolean isBig(Structure structure, FieldType type) {
        if (type instanceof FieldType.Constant constant && constant.isOctets()) {
            return true;
        }
        return switch (structure.byteOrder()) {
            case BIG -> true;
            case LITTLE -> false;
            case STREAM -> order == ByteOrder.BIG_ENDIAN;
        };
    }

    private Value number(Frame frame, FieldType type, String path) {
        int size = need(meanings.octets(type));
        boolean isBig = isBig(frame.structure(), type);
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < size; i++) {
            int octet = Byte.toUnsignedInt(octets.get(isBig ? position + i : position + size - 1 - i));
            number = number.shiftLeft(Byte.SIZE).or(BigInteger.valueOf(octet));
        }
        add(path, size, meanings.of(type, number));
        return new Value.Number(number);
    }

    private Value text(Frame frame, FieldType.Text type, String path) {
        boolean ends = type.extent() instanceof Extent.Terminated;
        int size = type.extent() instanceof Extent.Terminated end
                ? lengthUntil(end.terminator())
                : need(count(frame, type.extent()));
        byte[] text = new byte[size];
        octets.get(position, text);
        String read = new String(text, StandardCharsets.ISO_8859_1);
        add(path, size + (ends ? 1 : 0), Meanings.quoted(read));
        return new Value.Text(read);
    }

    private int lengthUntil(int terminator) {
        for (int at = position; at < octets.limit(); at++) {
            if (Byte.toUnsignedInt(octets.get(at)) == terminator) {
                return at - position;
            }
        }
        throw new Misfit("no octet ends the text");
    }

    private Value array(Frame frame, FieldType.Array array, String path) {
        boolean toEnd = array.extent() instanceof Extent.ToEnd;
        long count = toEnd ? Long.MAX_VALUE : count(frame, array.extent());
        List<Value> elements = new ArrayList<>();
        while (elements.size() < count && (!toEnd || left() > 0)) {
            int before = position;
            elements.add(value(frame, array.element(), path + "[" + elements.size() + "]"));
            if (elements.size() > MOST_PARTS || toEnd && position == before) {
                throw new Misfit("more elements than are shown");
            }
        }
        return new Value.Many(elements);
    }

    private long count(Frame frame, Extent extent) {
        if (extent instanceof Extent.Fixed fixed) {
            return fixed.count();
        } else if (extent instanceof Extent.Computed computed) {
            BigInteger count = frame.evaluation().number(computed.count());
            if (count.signum() < 0 || count.bitLength() >= Long.SIZE) {
                throw new Misfit("its extent would be " + count);
            }
            return count.longValue();
        } else if (extent instanceof Extent.ForEach each) {
            Value array = frame.values().get(each.array());
            return array instanceof Value.Many many
                    ? many.elements().stream()
                            .filter(element -> each.where().isEmpty()
                                    || frame.evaluation()
                                            .forElement(each.array(), element)
                                            .holds(each.where().get()))
                            .count()
                    : 0;
        }
        return left();
    }

    /** Padding that ends a record's drawing is the frame's: of the body it is what is left, if anything. */
    private int padding(Frame frame, Field padding, FieldType.Padding type) {
        List<Field> fields = frame.structure().fields();
        boolean isLast = fields.subList(fields.lastIndexOf(padding), fields.size()).stream()
                .allMatch(field -> field.type() instanceof FieldType.Padding);
        boolean isBody = !specification.recordsOf(frame.structure().name()).isEmpty();
        if (isLast && isBody) {
            return (int) Math.min(left(), type.most());
        } else if (type.least() == type.most()) {
            return need(type.least());
        }
        long fill = Math.floorMod(frame.start() - position, type.most() + 1);
        return isFrame(frame.structure()) ? need(fill) : (int) Math.min(left(), fill);
    }

    private boolean isFrame(Structure structure) {
        return specification
                .framing()
                .filter(framing -> framing.structure().equals(structure.name()))
                .isPresent();
    }

    private void blank(String path, int size, String name) {
        boolean isZero = true;
        for (int at = position; at < position + size; at++) {
            isZero &= octets.get(at) == 0;
        }
        add(path, size, isZero ? name : name + ", but not zero");
    }

    private int left() {
        return octets.limit() - position;
    }

    private int need(long size) {
        if (size > left()) {
            throw new Misfit("needs " + Count.of(size, "octet") + ", has " + left());
        } else if (parts.size() >= MOST_PARTS) {
            throw new Misfit("more fields than are shown");
        }
        return (int) size;
    }

    private void add(String path, int size, String shown) {
        if (size > 0) {
            byte[] taken = new byte[size];
            octets.get(position, taken);
            parts.add(new Part(field, path, position, HexFormat.of().formatHex(taken), shown));
            position += size;
        }
    }
}
