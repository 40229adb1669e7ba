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

    private static final Judgement FIELDS = Judgement.same("the fields that hold its values are told of");
    private static final Judgement NOTE = Judgement.same("a remark");
    private static final Judgement RANGE = Judgement.same("these values mean nothing yet; those that do are told of");

    private final Revisions revisions;
    private final ValueJudge judge;
    private final List<Change> changes = new ArrayList<>();

    private EnumerationChanges(Revisions revisions) {
        this.revisions = revisions;
        this.judge = new ValueJudge(revisions);
    }

    static List<Change> of(Revisions revisions) {
        EnumerationChanges all = new EnumerationChanges(revisions);
        revisions.enumerations().removed().forEach(gone -> {
            all.changes.add(
                    Change.removed(Subject.ENUMERATION, gone.name(), gone.anchor(), values(gone), gone.span(), FIELDS));
        });
        revisions.enumerations().added().forEach(come -> {
            all.changes.add(
                    Change.added(Subject.ENUMERATION, come.name(), come.anchor(), values(come), come.span(), FIELDS));
        });
        revisions.enumerations().pairs().forEach(all::compare);
        return all.changes;
    }

    private void compare(Pairing.Pair<Enumeration> pair) {
        Enumeration before = pair.before();
        Enumeration after = pair.after();
        if (!before.name().equals(after.name())
                && !revisions.names().of(before.name()).equals(before.name())
                && !isCalledAfterItsField(pair)) {
            changes.add(Change.of(
                    Kind.RENAMED,
                    Subject.ENUMERATION,
                    after.name(),
                    after.anchor(),
                    before.name(),
                    after.name(),
                    before.span(),
                    after.span(),
                    Revisions.NAMES));
        }
        Pairing<Value> values = Pairing.of(values(revisions.old(), before), values(revisions.now(), after))
                .by(Value::name)
                .by(value -> value.value().toString());
        values.removed().forEach(gone -> {
            String path = path(before, gone);
            changes.add(
                    Change.removed(Subject.VALUE, path, path, gone.spelling(), gone.span(), judge.removed(pair, gone)));
        });
        values.added().forEach(come -> {
            String path = path(after, come);
            changes.add(Change.added(Subject.VALUE, path, path, come.spelling(), come.span(), judge.added(pair, come)));
        });
        values.pairs().forEach(value -> compare(pair, value));
        compareRanges(pair);
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

    private void compare(Pairing.Pair<Enumeration> in, Pairing.Pair<Value> pair) {
        Value before = pair.before();
        Value after = pair.after();
        if (!before.name().equals(after.name())) {
            add(Kind.RENAMED, in.after(), pair, before.name(), after.name(), Revisions.NAMES);
        }
        if (!before.value().equals(after.value())) {
            add(Kind.CHANGED, in.after(), pair, before.spelling(), after.spelling(), judge.renumbered(in));
        }
        if (!before.note().equals(after.note())) {
            add(Kind.CHANGED, in.after(), pair, before.note(), after.note(), NOTE);
        }
        if (before.name().equals(after.name()) && !words(before).equals(words(after))) {
            add(Kind.REWORDED, in.after(), pair, words(before), words(after), Revisions.WORDS);
        }
    }

    private void compareRanges(Pairing.Pair<Enumeration> in) {
        Enumeration before = in.before();
        Enumeration after = in.after();
        Pairing<ReservedRange> ranges = Pairing.of(before.reserved(), after.reserved())
                .by(range -> range.from() + " " + range.to())
                .by(range -> range.from().toString())
                .by(range -> range.to().toString());
        ranges.removed().forEach(gone -> {
            changes.add(Change.removed(
                    Subject.RESERVED_RANGE, before.name(), before.anchor(), gone.spelling(), gone.span(), RANGE));
        });
        ranges.added().forEach(come -> {
            changes.add(Change.added(
                    Subject.RESERVED_RANGE, after.name(), after.anchor(), come.spelling(), come.span(), RANGE));
        });
        ranges.pairs().stream()
                .filter(pair -> !sameRange(pair.before(), pair.after()))
                .forEach(pair -> changes.add(Change.of(
                        Kind.CHANGED,
                        Subject.RESERVED_RANGE,
                        after.name(),
                        after.anchor(),
                        pair.before().spelling(),
                        pair.after().spelling(),
                        pair.before().span(),
                        pair.after().span(),
                        RANGE)));
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

    private static String path(Enumeration in, Value value) {
        return in.name() + "." + value.name();
    }

    private void add(
            Kind kind, Enumeration in, Pairing.Pair<Value> pair, String before, String after, Judgement judgement) {
        String path = path(in, pair.after());
        changes.add(Change.of(
                kind,
                Subject.VALUE,
                path,
                path,
                before,
                after,
                pair.before().span(),
                pair.after().span(),
                judgement));
    }
}
