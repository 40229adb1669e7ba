package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.diff.Layout.FieldText;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of the fields of a structure that is in both revisions. */
final class FieldChanges {

    private final Structure before;
    private final Structure after;
    private final Pairing<FieldText> fields;
    private final Names names;
    private final Revisions revisions;
    private final PlaceJudge places;
    private final TypeJudge types;
    private final boolean onWire;

    FieldChanges(Revisions revisions, Pairing.Pair<Structure> structure) {
        this.before = structure.before();
        this.after = structure.after();
        this.fields = paired(revisions.old(), revisions.now(), revisions.names(), structure);
        this.names = names(revisions.names(), fields);
        this.revisions = revisions;
        this.places = new PlaceJudge(revisions, structure);
        this.types = new TypeJudge(revisions);
        this.onWire = revisions.onWire(structure);
    }

    /**
     * Fields of the same name are the same, and fields of another name of the same place, width and type. Reserved
     * octets have no name that means anything; they are the same only where they lie in the same place.
     */
    static Pairing<FieldText> paired(
            Specification old, Specification now, Names names, Pairing.Pair<Structure> structure) {
        return Pairing.of(
                        Layout.of(old, structure.before()).fields(),
                        Layout.of(now, structure.after()).fields())
                .by(field -> field.field().isIgnored() ? "" : field.name())
                .by(field -> names.in(form(field)), FieldChanges::form);
    }

    private static Names names(Names known, Pairing<FieldText> fields) {
        Map<String, String> names = new HashMap<>();
        fields.pairs().stream()
                .filter(pair -> !pair.before().field().isIgnored())
                .forEach(pair -> names.put(pair.before().name(), pair.after().name()));
        return known.with(names);
    }

    private static String form(FieldText field) {
        return field.place() + " " + field.octets() + " " + field.type();
    }

    /** Which fields are the same. */
    Pairing<FieldText> fields() {
        return fields;
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        fields.removed().forEach(gone -> changes.add(removed(gone)));
        fields.added().forEach(come -> changes.add(added(come)));
        fields.pairs().forEach(pair -> changes.addAll(changes(pair)));
        return changes;
    }

    private Change removed(FieldText gone) {
        return Change.removed(
                Subject.FIELD,
                path(before, gone),
                anchor(before, gone),
                gone.all(),
                gone.field().span(),
                judged(places.removed(gone.field())));
    }

    private Change added(FieldText come) {
        return Change.added(
                Subject.FIELD,
                path(after, come),
                anchor(after, come),
                come.all(),
                come.field().span(),
                judged(places.added(come.field())));
    }

    /** In what a field that is in both revisions differs. */
    List<Change> changes(Pairing.Pair<FieldText> pair) {
        FieldText old = pair.before();
        FieldText now = pair.after();
        FieldType was = old.field().type();
        FieldType is = now.field().type();
        List<Change> changes = new ArrayList<>();
        if (!shown(old).equals(shown(now))) {
            changes.add(change(Kind.RENAMED, pair, shown(old), shown(now), Revisions.NAMES));
        }
        if (!names.in(old.type()).equals(now.type())) {
            changes.add(change(Kind.RETYPED, pair, old.type(), now.type(), types.judge(was, is)));
        }
        if (!names.in(old.place()).equals(now.place())) {
            Judgement moved = Judgement.misread("readers look for it where it was");
            changes.add(change(Kind.MOVED, pair, old.place(), now.place(), moved));
        }
        if (!names.in(terms(old)).equals(terms(now))) {
            changes.add(change(Kind.CHANGED, pair, terms(old), terms(now), terms(pair)));
        }
        Passages words = Passages.of(old.field().description(), now.field().description());
        if (!words.before().equals(words.after())) {
            changes.add(change(Kind.REWORDED, pair, words.before(), words.after(), Revisions.WORDS));
        }
        if (was.element() instanceof FieldType.Flags flags && is.element() instanceof FieldType.Flags others) {
            changes.addAll(BitChanges.of(revisions, path(after, now), onWire, flags.bits(), others.bits()));
        }
        return changes;
    }

    /** What other values, another unit or another condition mean. */
    private Judgement terms(Pairing.Pair<FieldText> pair) {
        FieldText old = pair.before();
        FieldText now = pair.after();
        if (!names.in(old.condition()).equals(now.condition())) {
            return Judgement.misread("it is there under another condition, and what is behind it stands elsewhere");
        }
        FieldType was = old.field().type().element();
        FieldType is = now.field().type().element();
        if (was instanceof FieldType.Scalar one
                && is instanceof FieldType.Scalar other
                && !one.unit().equals(other.unit())) {
            return one.unit().isEmpty() || other.unit().isEmpty()
                    ? Judgement.same("the unit is now said, or no longer")
                    : Judgement.misread("the numbers count something else");
        }
        Optional<Domain> before = Domain.of(revisions.old(), was);
        return Domain.of(revisions.now(), is)
                .flatMap(after -> before.map(after::insteadOf))
                .orElse(Judgement.misread("its values mean something else"));
    }

    /** Its name and symbol. */
    private static String shown(FieldText field) {
        return field.field().isIgnored()
                ? ""
                : field.field().label()
                        + field.field()
                                .symbol()
                                .map(symbol -> " (" + symbol + ")")
                                .orElse("");
    }

    private static String terms(FieldText field) {
        return field.values() + (field.condition().isEmpty() ? "" : " when " + field.condition());
    }

    private static String path(Structure structure, FieldText field) {
        return structure.name() + "." + field.name();
    }

    /** Reserved octets have no lasting name. */
    private static String anchor(Structure structure, FieldText field) {
        return field.field().isIgnored() ? structure.anchor() : path(structure, field);
    }

    private Judgement judged(Judgement judgement) {
        return onWire ? judgement : Revisions.OFF_WIRE;
    }

    private Change change(Kind kind, Pairing.Pair<FieldText> pair, String was, String is, Judgement judgement) {
        FieldText field = pair.after();
        return Change.of(
                kind,
                Subject.FIELD,
                path(after, field),
                anchor(after, field),
                was,
                is,
                pair.before().field().span(),
                field.field().span(),
                judged(judgement));
    }
}
