package io.streamspec.example;

import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.model.FieldType;
import io.streamspec.model.Framing;
import io.streamspec.model.Placement;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Count;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Examples of rules about lengths: how many octets are right, and how many are not. */
final class LayoutExamples {

    private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private final Specification specification;
    private final Map<String, Value.Group> samples;

    LayoutExamples(Specification specification, Map<String, Value.Group> samples) {
        this.specification = specification;
        this.samples = samples;
    }

    /** A length that fits, and the nearest one that does not: an octet less, else one more, else still less, if any. */
    Optional<RuleExample> of(Structure structure) {
        if (isFrame(structure)) {
            return cutShort();
        }
        return Optional.ofNullable(samples.get(structure.name()))
                .map(group -> new Encoding(specification, ORDER).of(group))
                .filter(octets -> fits(structure, octets, octets.length))
                .map(octets -> misfit(structure, octets)
                        .map(length -> new RuleExample(length(octets.length), length(length)))
                        .orElseGet(() -> new RuleExample(length(octets.length) + ", or any other number", "")));
    }

    private Optional<Integer> misfit(Structure structure, byte[] octets) {
        LongStream shorter = LongStream.range(0, octets.length).map(i -> octets.length - 1 - i);
        LongStream tried = LongStream.concat(
                LongStream.concat(LongStream.of(octets.length - 1L, octets.length + 1L), shorter.limit(64)),
                LongStream.of(0));
        return tried.filter(length -> length >= 0 && !fits(structure, octets, (int) length))
                .mapToObj(length -> (int) length)
                .findFirst();
    }

    private boolean fits(Structure structure, byte[] octets, int length) {
        ByteBuffer cut = ByteBuffer.wrap(java.util.Arrays.copyOf(octets, length));
        return Dissection.of(specification, structure, cut, ORDER, samples)
                .fault()
                .isEmpty();
    }

    private boolean isFrame(Structure structure) {
        return specification
                .framing()
                .filter(framing -> framing.structure().equals(structure.name()))
                .isPresent();
    }

    private static String length(long octets) {
        return Count.of(octets, "octet");
    }

    /** A record that is all there, and one that lacks its last octet. */
    Optional<RuleExample> cutShort() {
        Framing framing = specification.framing().orElseThrow();
        Structure frame = specification.structure(framing.structure());
        OptionalLong head = Placement.of(specification).fields(frame).stream()
                .filter(placed -> placed.field().name().equals(framing.body()))
                .map(Placement.Placed::offset)
                .findFirst()
                .orElse(OptionalLong.empty());
        Optional<FieldType> type = framing.length().flatMap(frame::field).map(field -> field.type());
        if (head.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        Value.Group sample = samples.get(frame.name());
        if (sample == null) {
            return Optional.empty();
        }
        byte[] octets = new Encoding(specification, ORDER).of(sample);
        boolean isShown = fits(frame, octets, octets.length) && !fits(frame, octets, octets.length - 1);
        return isShown
                ? Optional.of(new RuleExample(
                        "a record of " + length(octets.length) + ", all of them there",
                        "a record of " + length(octets.length) + ", of which only " + (octets.length - 1)
                                + " are there"))
                : Optional.empty();
    }
}
