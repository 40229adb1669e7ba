package io.streamspec.tools.inspect;

import io.streamspec.example.Dissection;
import io.streamspec.example.Value;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.tools.stream.Level;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes headers and records of a walk apart, field by field, by the specification itself. What later ones depend on has to be
 * taken apart before them: the headers, and the records that {@link #mayMatter}.
 */
public final class Dissector {

    /** The longest body of a record that later ones may depend on. */
    private static final int REMEMBERED = 256;

    private final Documents documents = new Documents();
    private final Map<Level, Map<String, Value.Group>> earlier = new HashMap<>();

    /** The specification of this stream. */
    public Specification specification(Level level) {
        return documents.of(level.document());
    }

    /** The layout of the record that {@code level} stands on, if it has one. */
    public Optional<Structure> layout(Level level) {
        Specification specification = specification(level);
        String type = level.reader().typeName();
        return specification.records().stream()
                .filter(one -> one.name().equals(type))
                .findFirst()
                .flatMap(RecordKind::structure)
                .map(specification::structure);
    }

    /** Whether later records may depend on one whose body has so many octets. */
    public boolean mayMatter(long length) {
        return length <= REMEMBERED;
    }

    /** Takes {@code octets} apart, which are a header or a body, in the stream's byte order. */
    public Dissection dissect(Level level, Structure structure, ByteBuffer octets) {
        Map<String, Value.Group> known = earlier.computeIfAbsent(level, one -> new HashMap<>());
        Dissection dissection =
                Dissection.of(specification(level), structure, octets.slice(), level.byteOrder(), known);
        known.put(structure.name(), dissection.values());
        return dissection;
    }

    /** The stream has ended, or has stopped: if nothing more comes of it, what is known of it is forgotten. */
    public void endOf(Level level) {
        if (level.reader().hasEnded()) {
            earlier.remove(level);
        }
    }
}
