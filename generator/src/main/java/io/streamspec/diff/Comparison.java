package io.streamspec.diff;

import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A structure whose layout differs, as it was and as it is.
 *
 * @param before absent if it is new
 * @param after absent if it is gone
 * @param marksBefore what became of the fields of {@code before}, by name: removed or changed; others stayed
 * @param marksAfter what the fields of {@code after} are, by name: added or changed; others stayed
 */
public record Comparison(
        Optional<Structure> before,
        Optional<Structure> after,
        Map<String, Change.Kind> marksBefore,
        Map<String, Change.Kind> marksAfter) {

    public Comparison {
        marksBefore = Map.copyOf(marksBefore);
        marksAfter = Map.copyOf(marksAfter);
    }

    /** The structures that differ in more than words, in the order of the new document; those that are gone come last. */
    public static List<Comparison> between(Specification old, Specification now) {
        Revisions revisions = Revisions.of(old, now);
        Map<Structure, Comparison> known = new LinkedHashMap<>();
        for (Pairing.Pair<Structure> pair : revisions.structures().pairs()) {
            Comparison comparison = of(revisions, pair);
            if (!comparison.marksBefore().isEmpty() || !comparison.marksAfter().isEmpty()) {
                known.put(pair.after(), comparison);
            }
        }
        for (Structure come : revisions.structures().added()) {
            known.put(
                    come,
                    new Comparison(Optional.empty(), Optional.of(come), Map.of(), marks(come, Change.Kind.ADDED)));
        }
        List<Comparison> comparisons = new ArrayList<>();
        for (Structure structure : now.structures()) {
            Optional.ofNullable(known.get(structure)).ifPresent(comparisons::add);
        }
        for (Structure gone : revisions.structures().removed()) {
            comparisons.add(
                    new Comparison(Optional.of(gone), Optional.empty(), marks(gone, Change.Kind.REMOVED), Map.of()));
        }
        return comparisons;
    }

    private static Comparison of(Revisions revisions, Pairing.Pair<Structure> pair) {
        FieldChanges fields = new FieldChanges(revisions, pair);
        Map<String, Change.Kind> before = new LinkedHashMap<>();
        Map<String, Change.Kind> after = new LinkedHashMap<>();
        fields.fields().removed().forEach(gone -> before.put(gone.name(), Change.Kind.REMOVED));
        fields.fields().added().forEach(come -> after.put(come.name(), Change.Kind.ADDED));
        for (Pairing.Pair<Layout.FieldText> field : fields.fields().pairs()) {
            boolean differs = fields.changes(field).stream().anyMatch(change -> change.kind() != Change.Kind.REWORDED);
            if (differs) {
                before.put(field.before().name(), Change.Kind.CHANGED);
                after.put(field.after().name(), Change.Kind.CHANGED);
            }
        }
        return new Comparison(Optional.of(pair.before()), Optional.of(pair.after()), before, after);
    }

    private static Map<String, Change.Kind> marks(Structure structure, Change.Kind kind) {
        Map<String, Change.Kind> marks = new LinkedHashMap<>();
        structure.fields().forEach(field -> marks.put(field.name(), kind));
        return marks;
    }
}
