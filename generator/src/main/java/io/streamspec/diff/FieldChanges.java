package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.diff.Layout.FieldText;
import io.streamspec.model.FieldType;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;

/** Changes of the fields of a structure that is in both revisions. */
final class FieldChanges {

    private final Structure before;
    private final Structure after;
    private final Pairing<FieldText> fields;
    private final Names names;
    private final List<Change> changes = new ArrayList<>();

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

    List<Change> changes() {
        fields.removed().forEach(gone -> add(Kind.REMOVED, before, gone, gone.all(), ""));
        fields.added().forEach(come -> add(Kind.ADDED, after, come, "", come.all()));
        fields.pairs().forEach(this::compare);
        return changes;
    }

    private void compare(Pairing.Pair<FieldText> pair) {
        FieldText old = pair.before();
        FieldText now = pair.after();
        compare(Kind.RENAMED, now, shown(old), shown(now));
        compare(Kind.RETYPED, now, names.in(old.type()), now.type());
        compare(Kind.MOVED, now, names.in(old.place()), now.place());
        compare(Kind.CHANGED, now, names.in(terms(old)), terms(now));
        if (!old.field().description().equals(now.field().description())) {
            Passages passages =
                    Passages.of(old.field().description(), now.field().description());
            add(Kind.REWORDED, after, now, passages.before(), passages.after());
        }
        if (bare(old.field().type()) instanceof FieldType.Flags was
                && bare(now.field().type()) instanceof FieldType.Flags is) {
            changes.addAll(BitChanges.of(path(after, now), was.bits(), is.bits()));
        }
    }

    private void compare(Kind kind, FieldText now, String was, String is) {
        if (!was.equals(is)) {
            add(kind, after, now, was, is);
        }
    }

    /** Its name and symbol. */
    private static String shown(FieldText field) {
        return field.field().isIgnored()
                ? ""
                : field.field().label()
                        + field.field().symbol().map(symbol -> " (" + symbol + ")").orElse("");
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

    private void add(Kind kind, Structure in, FieldText field, String was, String is) {
        String path = path(in, field);
        changes.add(new Change(kind, Subject.FIELD, path, path, was, is, field.field().span()));
    }
}
