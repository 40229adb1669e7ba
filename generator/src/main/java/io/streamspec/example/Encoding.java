package io.streamspec.example;

import io.streamspec.model.ByteOrder;
import io.streamspec.model.Extent;
import io.streamspec.model.Field;
import io.streamspec.model.FieldType;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The octets of values by the model alone. What is published is encoded by generated code; this is for trying rules. */
final class Encoding {

    private final Specification specification;
    private final java.nio.ByteOrder order;

    Encoding(Specification specification, java.nio.ByteOrder order) {
        this.specification = specification;
        this.order = order;
    }

    /** The octets of {@code group}; those of a record's body end before the padding. */
    byte[] of(Value.Group group) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(group, out);
        return out.toByteArray();
    }

    private void write(Value.Group group, ByteArrayOutputStream out) {
        Structure structure = specification.structure(group.structure());
        int start = out.size();
        for (Field field : structure.fields()) {
            Optional<Value> value = Optional.ofNullable(group.fields().get(field.name()));
            if (value.isPresent()) {
                write(structure, field.type(), value.get(), out);
            } else if (field.type() instanceof FieldType.Reserved reserved
                    && field.when().isEmpty()) {
                out.writeBytes(new byte[(int) reserved.octets()]);
            } else if (field.type() instanceof FieldType.Padding padding) {
                out.writeBytes(new byte[padding(structure, field, padding, out.size() - start)]);
            }
        }
    }

    private int padding(Structure structure, Field field, FieldType.Padding padding, int before) {
        boolean isBody = !specification.recordsOf(structure.name()).isEmpty();
        boolean isLast = structure.fields().indexOf(field) == structure.fields().size() - 1;
        if (isBody && isLast) {
            return 0;
        }
        return (int) (padding.least() == padding.most() ? padding.most() : Math.floorMod(-before, padding.most() + 1));
    }

    private void write(Structure structure, FieldType type, Value value, ByteArrayOutputStream out) {
        if (value instanceof Value.Group group) {
            write(group, out);
        } else if (value instanceof Value.Many many && type instanceof FieldType.Array array) {
            many.elements().forEach(element -> write(structure, array.element(), element, out));
        } else if (value instanceof Value.Octets octets) {
            byte[] all = new byte[octets.octets().remaining()];
            octets.octets().duplicate().get(all);
            out.writeBytes(all);
        } else if (value instanceof Value.Text text) {
            out.writeBytes(text.text().getBytes(StandardCharsets.ISO_8859_1));
            if (type instanceof FieldType.Text what && what.extent() instanceof Extent.Terminated end) {
                out.write(end.terminator());
            }
        } else if (value instanceof Value.Number number) {
            number(structure, type, number.number(), out);
        }
    }

    private void number(Structure structure, FieldType type, BigInteger number, ByteArrayOutputStream out) {
        int octets = (int) Placement.of(specification).elementSize(type).orElse(0);
        boolean isBig = type instanceof FieldType.Constant constant && constant.isOctets()
                || structure.byteOrder() == ByteOrder.BIG
                || structure.byteOrder() == ByteOrder.STREAM && order == java.nio.ByteOrder.BIG_ENDIAN;
        for (int i = 0; i < octets; i++) {
            out.write(number.shiftRight(8 * (isBig ? octets - 1 - i : i)).intValue() & 0xFF);
        }
    }
}
