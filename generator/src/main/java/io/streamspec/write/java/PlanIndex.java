package io.streamspec.write.java;

import com.palantir.javapoet.ClassName;
import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is asked of a plan for each of its types, found once: to look through all types for each takes the square. */
final class PlanIndex {

    private final Map<String, Codec> byStructure = new HashMap<>();
    private final Map<Long, Codec> byRecordType = new HashMap<>();
    private final Map<String, List<Codec>> inside = new HashMap<>();
    private final Set<String> parts = new HashSet<>();
    private final Set<ClassName> arrays = new HashSet<>();

    PlanIndex(Specification specification, List<Codec> codecs, Optional<Codec> head) {
        codecs.forEach(this::add);
        head.ifPresent(this::addAlone);
        specification.structures().stream()
                .flatMap(structure -> structure.fields().stream())
                .forEach(field -> References.composite(field.type()).ifPresent(parts::add));
    }

    private void add(Codec codec) {
        addAlone(codec);
        codec.kind().ifPresent(kind -> byRecordType.putIfAbsent(kind.type(), codec));
        if (codec.type().enclosingClassName() != null) {
            codec.structure().owner().ifPresent(owner -> inside.computeIfAbsent(owner, key -> new ArrayList<>())
                    .add(codec));
        }
    }

    private void addAlone(Codec codec) {
        byStructure.putIfAbsent(codec.structure().name(), codec);
        codec.members().forEach(member -> addArrays(member.shape()));
    }

    private void addArrays(Shape shape) {
        if (shape instanceof Shape.Many many) {
            many.array().ifPresent(arrays::add);
            addArrays(many.element());
        }
    }

    Optional<Codec> codec(String structure) {
        return Optional.ofNullable(byStructure.get(structure));
    }

    Optional<Codec> record(long type) {
        return Optional.ofNullable(byRecordType.get(type));
    }

    List<Codec> inside(String structure) {
        return inside.getOrDefault(structure, List.of());
    }

    /** Whether a field is of the structure, or an array of it. */
    boolean isPart(String structure) {
        return parts.contains(structure);
    }

    /** Whether there is an array type of that name. */
    boolean hasArray(ClassName array) {
        return arrays.contains(array);
    }
}
