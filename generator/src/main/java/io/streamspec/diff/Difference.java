package io.streamspec.diff;

import io.streamspec.model.Specification;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The differences between two revisions of a specification, in meaning and in words. */
public final class Difference {

    private static final List<Function<Revisions, List<Change>>> CONCERNS = List.of(
            TitleChanges::of,
            SectionChanges::of,
            StructureChanges::of,
            EnumerationChanges::of,
            RecordChanges::of,
            RuleChanges::of,
            StreamChanges::of);

    private Difference() {}

    /**
     * What has to be said of {@code now} to someone who knows {@code old}, in the order of the new document; what is gone
     * stands at the end of the section that it stood in. The number of the revision itself is no difference.
     */
    public static List<Change> between(Specification old, Specification now) {
        return between(Revisions.of(old, now));
    }

    static List<Change> between(Revisions revisions) {
        Stream<Change> changes = CONCERNS.stream().flatMap(concern -> concern.apply(revisions).stream());
        return DocumentOrder.sorted(revisions.old(), revisions.now(), changes.toList());
    }
}
