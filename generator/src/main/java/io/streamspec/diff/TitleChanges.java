package io.streamspec.diff;

import io.streamspec.model.Specification;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Changes of the title block, and of what the specification is called. */
final class TitleChanges {

    private static final Judgement WORDS = Judgement.same("words alone");
    private static final Judgement NAME =
            Judgement.same("generated packages and types get other names, streams stay as they are");

    private final Revisions revisions;
    private final List<Change> changes = new ArrayList<>();

    private TitleChanges(Revisions revisions) {
        this.revisions = revisions;
    }

    static List<Change> of(Revisions revisions) {
        Specification old = revisions.old();
        Specification now = revisions.now();
        TitleChanges all = new TitleChanges(revisions);
        all.add(Change.Kind.REWORDED, "title", old.title(), now.title(), WORDS);
        all.add(
                Change.Kind.REWORDED,
                "authors",
                String.join(", ", old.authors()),
                String.join(", ", now.authors()),
                WORDS);
        all.add(Change.Kind.CHANGED, "short_name", old.shortName(), now.shortName(), NAME);
        return all.changes;
    }

    private void add(Change.Kind kind, String path, String before, String after, Judgement judgement) {
        if (!before.equals(after)) {
            Span was = start(revisions.old());
            Span is = start(revisions.now());
            changes.add(Change.of(kind, Change.Subject.TITLE, path, "", before, after, was, is, judgement));
        }
    }

    private static Span start(Specification specification) {
        return specification.span().source().span(0, 0);
    }
}
