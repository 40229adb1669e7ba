package io.streamspec.diff;

import io.streamspec.model.Enumeration;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.stream.Collectors;

/**
 * Two revisions, and which structures and enumerations of theirs are the same.
 *
 * @param names what the new revision calls structures, enumerations and records of the old one
 * @param wasOnWire what of the old revision streams consist of
 * @param isOnWire what of the new revision streams consist of
 */
record Revisions(
        Specification old,
        Specification now,
        Pairing<Structure> structures,
        Pairing<Enumeration> enumerations,
        Pairing<RecordKind> records,
        Names names,
        Wire wasOnWire,
        Wire isOnWire) {

    static final Judgement WORDS = Judgement.same("words alone");
    static final Judgement NAMES =
            Judgement.same("streams hold no names; programs that use the old one have to follow");
    static final Judgement OFF_WIRE = Judgement.same("no header and no record has it");

    static Revisions of(Specification old, Specification now) {
        Pairing<RecordKind> records =
                Pairing.of(old.records(), now.records()).by(RecordKind::name).by(kind -> Long.toString(kind.type()));
        Pairing<Structure> structures = Pairing.of(old.structures(), now.structures())
                .by(Structure::name)
                .by(structure -> types(old, structure), structure -> types(now, structure))
                .by(structure -> shape(old, structure), structure -> shape(now, structure));
        Pairing<Enumeration> enumerations = Pairing.of(old.enumerations(), now.enumerations())
                .by(Enumeration::name)
                .by(Revisions::values);
        Names names = new Names();
        for (Pairing.Pair<RecordKind> pair : records.pairs()) {
            names = names.with(pair.before().name(), pair.after().name());
        }
        for (Pairing.Pair<Enumeration> pair : enumerations.pairs()) {
            names = names.with(pair.before().name(), pair.after().name());
        }
        for (Pairing.Pair<Structure> pair : structures.pairs()) {
            names = names.with(pair.before().name(), pair.after().name());
        }
        for (Pairing.Pair<Structure> pair : structures.pairs()) {
            names = withFields(names, pair, FieldChanges.paired(old, now, names, pair));
        }
        return new Revisions(old, now, structures, enumerations, records, names, Wire.of(old), Wire.of(now));
    }

    /** Whether streams of both revisions have the structure. */
    boolean onWire(Pairing.Pair<Structure> structure) {
        return wasOnWire.has(structure.before().name())
                && isOnWire.has(structure.after().name());
    }

    private static Names withFields(Names known, Pairing.Pair<Structure> structure, Pairing<Layout.FieldText> fields) {
        Names names = known;
        for (Pairing.Pair<Layout.FieldText> field : fields.pairs()) {
            if (!field.before().field().isIgnored()) {
                names = names.with(
                        structure.before().name() + "." + field.before().name(),
                        structure.after().name() + "." + field.after().name());
            }
        }
        return names;
    }

    /** The numbers of the records that have this body. */
    private static String types(Specification specification, Structure structure) {
        return specification.recordsOf(structure.name()).stream()
                .map(kind -> Long.toString(kind.type()))
                .collect(Collectors.joining(" "));
    }

    private static String shape(Specification specification, Structure structure) {
        return Layout.of(specification, structure).fields().stream()
                .map(field -> field.name() + " " + field.place() + " " + field.type())
                .collect(Collectors.joining("\n"));
    }

    private static String values(Enumeration enumeration) {
        return enumeration.values().stream()
                .map(value -> value.value() + " " + value.name())
                .collect(Collectors.joining("\n"));
    }
}
