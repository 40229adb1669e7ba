package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Enumeration.ReservedRange;
import io.streamspec.model.Enumeration.Value;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Changes of named values and of the ranges kept for later. Types of records are {@link RecordChanges}. */
final class EnumerationChanges {

    private final Revisions revisions;
    private final List<Change> changes = new ArrayList<>();

    private EnumerationChanges(Revisions revisions) {
        this.revisions = revisions;
    }

    static List<Change> of(Revisions revisions) {
        EnumerationChanges all = new EnumerationChanges(revisions);
        revisions.enumerations().removed().forEach(gone -> all.add(Kind.REMOVED, gone, values(gone), ""));
        revisions.enumerations().added().forEach(come -> all.add(Kind.ADDED, come, "", values(come)));
        revisions.enumerations().pairs().forEach(all::compare);
        return all.changes;
    }

    private void compare(Pairing.Pair<Enumeration> pair) {
        Enumeration before = pair.before();
        Enumeration after = pair.after();
        if (!before.name().equals(after.name())
                && !revisions.names().of(before.name()).equals(before.name())
                && !isCalledAfterItsField(pair)) {
            add(Kind.RENAMED, after, before.name(), after.name());
        }
        Pairing<Value> values = Pairing.of(values(revisions.old(), before), values(revisions.now(), after))
                .by(Value::name)
                .by(value -> value.value().toString());
        values.removed().forEach(gone -> add(Kind.REMOVED, before, gone, gone.spelling(), ""));
        values.added().forEach(come -> add(Kind.ADDED, after, come, "", come.spelling()));
        values.pairs().forEach(value -> compare(after, value));
        compareRanges(before, after);
    }

    /** An enumeration without a name of its own is called after its field, whose new name is told already. */
    private boolean isCalledAfterItsField(Pairing.Pair<Enumeration> pair) {
        return !pair.before().anchor().isEmpty()
                && fieldOf(revisions.old(), pair.before().name())
                && fieldOf(revisions.now(), pair.after().name());
    }

    private static boolean fieldOf(Specification specification, String enumeration) {
        return specification.structures().stream().anyMatch(structure -> structure.fields().stream()
                .anyMatch(field -> enumeration.equals(structure.name() + "_" + field.name())
                        || enumeration.equals(structure.name() + "." + field.name())));
    }

    private void compare(Enumeration in, Pairing.Pair<Value> pair) {
        Value before = pair.before();
        Value after = pair.after();
        if (!before.name().equals(after.name())) {
            add(Kind.RENAMED, in, after, before.name(), after.name());
        }
        if (!before.value().equals(after.value())) {
            add(Kind.CHANGED, in, after, before.spelling(), after.spelling());
        }
        if (!before.note().equals(after.note())) {
            add(Kind.CHANGED, in, after, before.note(), after.note());
        }
        if (before.name().equals(after.name()) && !words(before).equals(words(after))) {
            add(Kind.REWORDED, in, after, words(before), words(after));
        }
    }

    private void compareRanges(Enumeration before, Enumeration after) {
        Pairing<ReservedRange> ranges = Pairing.of(before.reserved(), after.reserved())
                .by(range -> range.from() + " " + range.to())
                .by(range -> range.from().toString())
                .by(range -> range.to().toString());
        ranges.removed().forEach(gone -> add(Kind.REMOVED, before, gone, gone.spelling(), ""));
        ranges.added().forEach(come -> add(Kind.ADDED, after, come, "", come.spelling()));
        ranges.pairs().stream()
                .filter(pair -> !sameRange(pair.before(), pair.after()))
                .forEach(pair -> add(
                        Kind.CHANGED,
                        after,
                        pair.after(),
                        pair.before().spelling(),
                        pair.after().spelling()));
    }

    private static boolean sameRange(ReservedRange before, ReservedRange after) {
        return before.from().equals(after.from()) && before.to().equals(after.to());
    }

    /** The values that are no types of records. */
    private static List<Value> values(Specification specification, Enumeration enumeration) {
        boolean types =
                recordTypes(specification).filter(enumeration.name()::equals).isPresent();
        Set<String> records =
                specification.records().stream().map(kind -> kind.name()).collect(Collectors.toSet());
        return enumeration.values().stream()
                .filter(value -> !types || !records.contains(value.name()))
                .toList();
    }

    /** The enumeration of the field that tells the type of a record. */
    static Optional<String> recordTypes(Specification specification) {
        return specification
                .framing()
                .flatMap(framing -> specification.structure(framing.structure()).field(framing.type()))
                .flatMap(field -> field.type() instanceof FieldType.Enumerated enumerated
                        ? Optional.of(enumerated.enumeration())
                        : Optional.empty());
    }

    private static String words(Value value) {
        return value.description().isEmpty() ? value.label() : value.description();
    }

    private static String values(Enumeration enumeration) {
        return enumeration.values().stream().map(Value::name).collect(Collectors.joining(", "));
    }

    private void add(Kind kind, Enumeration enumeration, String before, String after) {
        changes.add(new Change(
                kind,
                Subject.ENUMERATION,
                enumeration.name(),
                enumeration.anchor(),
                before,
                after,
                enumeration.span()));
    }

    private void add(Kind kind, Enumeration in, Value value, String before, String after) {
        String path = in.name() + "." + value.name();
        changes.add(new Change(kind, Subject.VALUE, path, path, before, after, value.span()));
    }

    private void add(Kind kind, Enumeration in, ReservedRange range, String before, String after) {
        changes.add(new Change(kind, Subject.RESERVED_RANGE, in.name(), in.anchor(), before, after, range.span()));
    }
}
