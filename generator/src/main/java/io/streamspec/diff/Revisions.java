package io.streamspec.diff;

import io.streamspec.model.Enumeration;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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
        Map<String, String> oldTypes = types(old);
        Map<String, String> nowTypes = types(now);
        Pairing<Structure> structures = Pairing.of(old.structures(), now.structures())
                .by(Structure::name)
                .by(
                        structure -> oldTypes.getOrDefault(structure.name(), ""),
                        structure -> nowTypes.getOrDefault(structure.name(), ""))
                .by(structure -> shape(old, structure), structure -> shape(now, structure))
                .by(structure -> role(old, now, structure), structure -> role(now, old, structure));
        Map<String, String> owners = names(structures);
        structures.by(
                structure -> within(owners, structure),
                structure -> structure.owner().isEmpty() ? "" : structure.name());
        Map<String, String> renamed = names(structures);
        Homes oldHomes = Homes.of(old, name -> renamed.getOrDefault(name, ""));
        Homes nowHomes = Homes.of(now, UnaryOperator.identity());
        Pairing<Enumeration> enumerations = Pairing.of(old.enumerations(), now.enumerations())
                .by(Enumeration::name)
                .by(Revisions::values)
                .by(oldHomes::key, nowHomes::key);
        records.pairs()
                .forEach(pair ->
                        renamed.putIfAbsent(pair.before().name(), pair.after().name()));
        enumerations
                .pairs()
                .forEach(pair ->
                        renamed.putIfAbsent(pair.before().name(), pair.after().name()));
        Names names = Names.NONE.with(renamed);
        Map<String, String> fields = new HashMap<>();
        for (Pairing.Pair<Structure> pair : structures.pairs()) {
            addFields(fields, pair, FieldChanges.paired(old, now, names, pair));
        }
        return new Revisions(
                old, now, structures, enumerations, records, names.with(fields), Wire.of(old), Wire.of(now));
    }

    /** Whether streams of both revisions have the structure. */
    boolean onWire(Pairing.Pair<Structure> structure) {
        return wasOnWire.has(structure.before().name())
                && isOnWire.has(structure.after().name());
    }

    private static void addFields(
            Map<String, String> names, Pairing.Pair<Structure> structure, Pairing<Layout.FieldText> fields) {
        for (Pairing.Pair<Layout.FieldText> field : fields.pairs()) {
            if (!field.before().field().isIgnored()) {
                names.put(
                        structure.before().name() + "." + field.before().name(),
                        structure.after().name() + "." + field.after().name());
            }
        }
    }

    /** The numbers of the records that have a structure as their body. */
    private static Map<String, String> types(Specification specification) {
        Map<String, String> types = new HashMap<>();
        for (RecordKind kind : specification.records()) {
            kind.structure()
                    .ifPresent(
                            name -> types.merge(name, Long.toString(kind.type()), (one, other) -> one + " " + other));
        }
        return types;
    }

    private static Map<String, String> names(Pairing<Structure> structures) {
        Map<String, String> names = new HashMap<>();
        structures
                .pairs()
                .forEach(pair -> names.put(pair.before().name(), pair.after().name()));
        return names;
    }

    /** What the structure is to streams: their frame, or the first, second, ... of as many headers. */
    private static String role(Specification specification, Specification other, Structure structure) {
        boolean isFrame = specification
                .framing()
                .filter(framing -> framing.structure().equals(structure.name()))
                .isPresent();
        int header = specification.headers().size() == other.headers().size()
                ? specification.headers().indexOf(structure.name())
                : -1;
        return isFrame ? "frame" : header < 0 ? "" : "header " + header;
    }

    /** The name of an element in a structure that has a new name. */
    private static String within(Map<String, String> owners, Structure structure) {
        return structure
                .owner()
                .filter(owners::containsKey)
                .map(owner -> owners.get(owner) + structure.name().substring(owner.length()))
                .orElse("");
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
