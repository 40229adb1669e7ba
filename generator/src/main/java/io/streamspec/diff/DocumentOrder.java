package io.streamspec.diff;

import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.source.Span;
import java.util.Comparator;
import java.util.List;

/** Changes by the place in the new document; what is gone comes last in the section that it stood in. */
final class DocumentOrder implements Comparator<Change> {

    private final Specification old;
    private final Specification now;
    private final Comparator<Change> order = Comparator.comparingInt(this::section)
            .thenComparing(this::isGone)
            .thenComparingInt(change -> change.span().start())
            .thenComparing(Change::subject)
            .thenComparing(Change::path)
            .thenComparing(Change::kind)
            .thenComparing(Change::before);

    DocumentOrder(Specification old, Specification now) {
        this.old = old;
        this.now = now;
    }

    @Override
    public int compare(Change left, Change right) {
        return order.compare(left, right);
    }

    private boolean isGone(Change change) {
        return change.kind() == Change.Kind.REMOVED;
    }

    /** The section of the new document that the change belongs to, counted from 0. */
    private int section(Change change) {
        if (!isGone(change)) {
            return sectionAt(now, change.span());
        }
        for (int at = sectionAt(old, change.span()); at >= 0; at--) {
            String anchor = old.sections().get(at).anchor();
            int here = anchors(now).indexOf(anchor);
            if (here >= 0) {
                return here;
            }
        }
        return -1;
    }

    /** The last section that starts before the place; -1 for what stands before all, or in a supplement. */
    private static int sectionAt(Specification specification, Span span) {
        int found = -1;
        for (int i = 0; i < specification.sections().size(); i++) {
            Span section = specification.sections().get(i).span();
            if (section.source() == span.source() && section.start() <= span.start()) {
                found = i;
            }
        }
        return found;
    }

    private static List<String> anchors(Specification specification) {
        return specification.sections().stream().map(Section::anchor).toList();
    }
}
