package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.Part;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The octets of a structure, part by part, as the model alone explains them: every octet is in one part, and the parts stand in
 * order. Octets that the layout has no place for, or that are too few for it, are a part as well, and a fault.
 *
 * @param values of the fields, as far as they could be read
 * @param fault what keeps the octets from being exactly this structure
 */
public record Dissection(List<Part> parts, Value.Group values, Optional<String> fault) {

    public Dissection {
        parts = List.copyOf(parts);
    }

    /**
     * Takes {@code octets} apart, from the buffer's position to its limit. Octets that a body may lack are zeroes here.
     *
     * @param order the stream's byte order
     * @param earlier the latest value of each structure that came before, by name
     */
    public static Dissection of(
            Specification specification,
            Structure structure,
            ByteBuffer octets,
            ByteOrder order,
            Map<String, Value.Group> earlier) {
        ByteBuffer whole = structure.zeroExtended() ? extended(specification, structure, octets) : octets;
        return new DissectionWalk(specification, whole.slice().asReadOnlyBuffer(), order, earlier).walk(structure);
    }

    /** {@code octets} and, if the structure has more, zeroes up to its size. */
    private static ByteBuffer extended(Specification specification, Structure structure, ByteBuffer octets) {
        long size = Placement.of(specification).size(structure).orElse(0);
        return octets.remaining() < size
                ? ByteBuffer.allocate(Math.toIntExact(size)).put(octets.slice()).rewind()
                : octets;
    }
}
