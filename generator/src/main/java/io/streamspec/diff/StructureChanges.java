package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Structure;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes of structures as wholes; of those that are in both revisions, the changes of their fields too. */
final class StructureChanges {

    private final Revisions revisions;
    private final List<Change> changes = new ArrayList<>();

    private StructureChanges(Revisions revisions) {
        this.revisions = revisions;
    }

    static List<Change> of(Revisions revisions) {
        return new StructureChanges(revisions).changes();
    }

    private List<Change> changes() {
        revisions.structures().removed().forEach(gone -> {
            add(Kind.REMOVED, gone, gone.name(), fields(gone), "", gone.span());
        });
        revisions.structures().added().forEach(come -> {
            add(Kind.ADDED, come, come.name(), "", fields(come), come.span());
        });
        revisions.structures().pairs().forEach(this::compare);
        return changes;
    }

    private void compare(Pairing.Pair<Structure> pair) {
        Structure before = pair.before();
        Structure after = pair.after();
        if (!inherited(before).equals(after.name())) {
            add(Kind.RENAMED, after, after.name(), before.name(), after.name(), after.span());
        }
        if (before.byteOrder() != after.byteOrder()) {
            String old = before.byteOrder().word() + " byte order";
            String now = after.byteOrder().word() + " byte order";
            add(Kind.CHANGED, after, after.name(), old, now, after.span());
        }
        changes.addAll(new FieldChanges(revisions, pair).changes());
        addDefinitions(before, after);
    }

    /** What the structure is called if nothing but its owner has a new name. */
    private String inherited(Structure structure) {
        return structure
                .owner()
                .map(owner -> revisions.names().of(owner) + structure.name().substring(owner.length()))
                .orElse(structure.name());
    }

    private void addDefinitions(Structure before, Structure after) {
        Pairing<Structure.Definition> definitions = Pairing.of(before.definitions(), after.definitions())
                .by(Structure.Definition::name)
                .by(old -> revisions.names().in(value(before, old)), now -> value(after, now));
        definitions.removed().forEach(gone -> define(Kind.REMOVED, before, gone, value(before, gone), ""));
        definitions.added().forEach(come -> define(Kind.ADDED, after, come, "", value(after, come)));
        for (Pairing.Pair<Structure.Definition> pair : definitions.pairs()) {
            String old = value(before, pair.before());
            String now = value(after, pair.after());
            if (!pair.before().name().equals(pair.after().name())) {
                define(
                        Kind.RENAMED,
                        after,
                        pair.after(),
                        pair.before().name(),
                        pair.after().name());
            } else if (!revisions.names().in(old).equals(now)) {
                define(Kind.CHANGED, after, pair.after(), old, now);
            }
        }
    }

    private void define(Kind kind, Structure in, Structure.Definition definition, String before, String after) {
        String path = in.name() + "." + definition.name();
        changes.add(new Change(kind, Subject.DEFINITION, path, in.anchor(), before, after, definition.span()));
    }

    private static String value(Structure structure, Structure.Definition definition) {
        return ExpressionText.of(definition.value(), structure.name());
    }

    private static String fields(Structure structure) {
        return structure.fields().isEmpty()
                ? "no fields"
                : structure.fields().stream().map(field -> field.label()).collect(Collectors.joining(", "));
    }

    private void add(Kind kind, Structure structure, String path, String before, String after, Span span) {
        changes.add(new Change(kind, Subject.STRUCTURE, path, structure.anchor(), before, after, span));
    }
}
