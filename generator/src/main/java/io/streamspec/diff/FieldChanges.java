package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.diff.Layout.FieldText;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of the fields of a structure that is in both revisions. */
final class FieldChanges {

    private final Structure before;
    private final Structure after;
    private final Pairing<FieldText> fields;
    private final Names names;

    FieldChanges(Revisions revisions, Pairing.Pair<Structure> structure) {
        this.before = structure.before();
        this.after = structure.after();
        this.fields = paired(revisions.old(), revisions.now(), revisions.names(), structure);
        this.names = names(revisions.names(), fields);
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
        Names names = known;
        for (Pairing.Pair<FieldText> pair : fields.pairs()) {
            names = pair.before().field().isIgnored()
                    ? names
                    : names.with(pair.before().name(), pair.after().name());
        }
        return names;
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
        fields.removed().forEach(gone -> changes.add(change(Kind.REMOVED, before, gone, gone.all(), "")));
        fields.added().forEach(come -> changes.add(change(Kind.ADDED, after, come, "", come.all())));
        fields.pairs().forEach(pair -> changes.addAll(changes(pair)));
        return changes;
    }

    /** In what a field that is in both revisions differs. */
    List<Change> changes(Pairing.Pair<FieldText> pair) {
        FieldText old = pair.before();
        FieldText now = pair.after();
        List<Change> changes = new ArrayList<>();
        compare(Kind.RENAMED, now, shown(old), shown(now)).ifPresent(changes::add);
        compare(Kind.RETYPED, now, names.in(old.type()), now.type()).ifPresent(changes::add);
        compare(Kind.MOVED, now, names.in(old.place()), now.place()).ifPresent(changes::add);
        compare(Kind.CHANGED, now, names.in(terms(old)), terms(now)).ifPresent(changes::add);
        Passages words = Passages.of(old.field().description(), now.field().description());
        compare(Kind.REWORDED, now, words.before(), words.after()).ifPresent(changes::add);
        if (bare(old.field().type()) instanceof FieldType.Flags was
                && bare(now.field().type()) instanceof FieldType.Flags is) {
            changes.addAll(BitChanges.of(path(after, now), was.bits(), is.bits()));
        }
        return changes;
    }

    private Optional<Change> compare(Kind kind, FieldText now, String was, String is) {
        return was.equals(is) ? Optional.empty() : Optional.of(change(kind, after, now, was, is));
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

    private static FieldType bare(FieldType type) {
        return type instanceof FieldType.Array array ? array.element() : type;
    }

    private static String path(Structure structure, FieldText field) {
        return structure.name() + "." + field.name();
    }

    private static Change change(Kind kind, Structure in, FieldText field, String was, String is) {
        String path = path(in, field);
        String anchor = field.field().isIgnored() ? in.anchor() : path; // reserved octets have no lasting name
        return new Change(
                kind, Subject.FIELD, path, anchor, was, is, field.field().span());
    }
}
