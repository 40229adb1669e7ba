package io.streamspec.diff;

import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;

/** Changes of the title block, and of what the specification is called. */
final class TitleChanges {

    private TitleChanges() {}

    static List<Change> of(Revisions revisions) {
        Specification old = revisions.old();
        Specification now = revisions.now();
        List<Change> changes = new ArrayList<>();
        add(changes, Change.Kind.REWORDED, "title", old.title(), now, now.title());
        add(changes, Change.Kind.REWORDED, "authors", text(old.authors()), now, text(now.authors()));
        add(changes, Change.Kind.CHANGED, "short_name", old.shortName(), now, now.shortName());
        return changes;
    }

    private static void add(
            List<Change> changes, Change.Kind kind, String path, String before, Specification now, String after) {
        if (!before.equals(after)) {
            changes.add(new Change(
                    kind,
                    Change.Subject.TITLE,
                    path,
                    "",
                    before,
                    after,
                    now.span().source().span(0, 0)));
        }
    }

    private static String text(List<String> authors) {
        return String.join(", ", authors);
    }
}
