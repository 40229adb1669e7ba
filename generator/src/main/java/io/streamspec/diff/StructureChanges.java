package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.diff.Judgement.Effect;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes of structures as wholes; of those that are in both revisions, the changes of their fields too. */
final class StructureChanges {

    private static final Judgement USERS = Judgement.same("what is computed with it is told of");
    private static final Judgement UNUSED = Judgement.same("nothing is computed with it");

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
            changes.add(Change.removed(
                    Subject.STRUCTURE, gone.name(), gone.anchor(), fields(gone), gone.span(), gone(gone.name())));
        });
        revisions.structures().added().forEach(come -> {
            changes.add(Change.added(
                    Subject.STRUCTURE, come.name(), come.anchor(), fields(come), come.span(), come(come.name())));
        });
        revisions.structures().pairs().forEach(this::compare);
        return changes;
    }

    private Judgement come(String name) {
        return !revisions.isOnWire().has(name) ? Revisions.OFF_WIRE : told(revisions.now(), name);
    }

    private Judgement gone(String name) {
        return !revisions.wasOnWire().has(name) ? Revisions.OFF_WIRE : told(revisions.old(), name);
    }

    /** Streams change where something has the structure: that differs, and is judged. */
    private static Judgement told(Specification specification, String name) {
        boolean isBody = !specification.recordsOf(name).isEmpty();
        boolean isHeader = specification.headers().contains(name);
        boolean isFrame = specification.framing().isEmpty()
                || specification.framing().get().structure().equals(name);
        return isHeader
                ? Judgement.misread("a stream has other headers")
                : isFrame && !isBody
                        ? Judgement.misread("it is a layout of its own, which only one side knows")
                        : Judgement.same(isBody ? "its record is told of" : "what holds it is told of");
    }

    private void compare(Pairing.Pair<Structure> pair) {
        Structure before = pair.before();
        Structure after = pair.after();
        if (!inherited(before).equals(after.name())) {
            add(Kind.RENAMED, pair, before.name(), after.name(), Revisions.NAMES);
        }
        if (before.byteOrder() != after.byteOrder()) {
            String old = before.byteOrder().word() + " byte order";
            String now = after.byteOrder().word() + " byte order";
            Judgement turned = Judgement.misread("the octets of its integers are read the other way round");
            boolean hasIntegers = after.fields().stream().anyMatch(field -> !field.isIgnored());
            Judgement judgement = hasIntegers ? turned : Judgement.same("it has no integers");
            add(Kind.CHANGED, pair, old, now, revisions.onWire(pair) ? judgement : Revisions.OFF_WIRE);
        }
        addExtension(pair);
        changes.addAll(new FieldChanges(revisions, pair).changes());
        addDefinitions(pair);
    }

    private void addExtension(Pairing.Pair<Structure> pair) {
        boolean was = pair.before().zeroExtended();
        if (was != pair.after().zeroExtended()) {
            Judgement judgement = was
                    ? new Judgement(Effect.SAME, Effect.REFUSED, "bodies that lack octets were right before")
                    : Judgement.same("writers write all octets, as before");
            add(
                    Kind.CHANGED,
                    pair,
                    extension(was),
                    extension(!was),
                    revisions.onWire(pair) ? judgement : Revisions.OFF_WIRE);
        }
    }

    private static String extension(boolean isShort) {
        return isShort ? "missing octets are zero" : "all octets are there";
    }

    /** What the structure is called if nothing but its owner has a new name. */
    private String inherited(Structure structure) {
        return structure
                .owner()
                .map(owner -> revisions.names().of(owner) + structure.name().substring(owner.length()))
                .orElse(structure.name());
    }

    private void addDefinitions(Pairing.Pair<Structure> pair) {
        Structure before = pair.before();
        Structure after = pair.after();
        Pairing<Structure.Definition> definitions = Pairing.of(before.definitions(), after.definitions())
                .by(Structure.Definition::name)
                .by(old -> revisions.names().in(value(before, old)), now -> value(after, now));
        definitions.removed().forEach(gone -> {
            changes.add(Change.removed(
                    Subject.DEFINITION, path(before, gone), before.anchor(), value(before, gone), gone.span(), USERS));
        });
        definitions.added().forEach(come -> {
            changes.add(Change.added(
                    Subject.DEFINITION, path(after, come), after.anchor(), value(after, come), come.span(), USERS));
        });
        definitions.pairs().forEach(definition -> compare(pair, definition));
    }

    private void compare(Pairing.Pair<Structure> in, Pairing.Pair<Structure.Definition> pair) {
        Structure.Definition before = pair.before();
        Structure.Definition after = pair.after();
        String old = value(in.before(), before);
        String now = value(in.after(), after);
        if (!before.name().equals(after.name())) {
            define(Kind.RENAMED, in, pair, before.name(), after.name(), Revisions.NAMES);
        } else if (!revisions.names().in(old).equals(now)) {
            boolean used = revisions.wasOnWire().uses(in.before().name(), before.name())
                    && revisions.isOnWire().uses(in.after().name(), after.name());
            define(
                    Kind.CHANGED,
                    in,
                    pair,
                    old,
                    now,
                    used ? Judgement.misread("what is computed with it comes out differently") : UNUSED);
        }
    }

    private void define(
            Kind kind,
            Pairing.Pair<Structure> in,
            Pairing.Pair<Structure.Definition> pair,
            String before,
            String after,
            Judgement judgement) {
        changes.add(Change.of(
                kind,
                Subject.DEFINITION,
                path(in.after(), pair.after()),
                in.after().anchor(),
                before,
                after,
                pair.before().span(),
                pair.after().span(),
                judgement));
    }

    private static String path(Structure in, Structure.Definition definition) {
        return in.name() + "." + definition.name();
    }

    private static String value(Structure structure, Structure.Definition definition) {
        return ExpressionText.of(definition.value(), structure.name());
    }

    private static String fields(Structure structure) {
        return structure.fields().isEmpty()
                ? "no fields"
                : structure.fields().stream().map(field -> field.label()).collect(Collectors.joining(", "));
    }

    private void add(Kind kind, Pairing.Pair<Structure> pair, String before, String after, Judgement judgement) {
        Structure now = pair.after();
        changes.add(Change.of(
                kind,
                Subject.STRUCTURE,
                now.name(),
                now.anchor(),
                before,
                after,
                pair.before().span(),
                now.span(),
                judgement));
    }
}
