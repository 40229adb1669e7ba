package io.streamspec.diff;

import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Changes by the place in the new document; what is gone comes last in the section that it stood in. */
final class DocumentOrder {

    private final Specification old;
    private final Map<SourceText, NavigableMap<Integer, Integer>> oldStarts;
    private final Map<SourceText, NavigableMap<Integer, Integer>> nowStarts;
    private final Map<String, Integer> anchors = new HashMap<>();

    private DocumentOrder(Specification old, Specification now) {
        this.old = old;
        this.oldStarts = starts(old);
        this.nowStarts = starts(now);
        for (Section section : now.sections()) {
            anchors.put(section.anchor(), anchors.size());
        }
    }

    /** A change and the section of the new document that it belongs to, counted from 0. */
    private record Placed(int section, Change change) {}

    static List<Change> sorted(Specification old, Specification now, List<Change> changes) {
        DocumentOrder order = new DocumentOrder(old, now);
        return changes.stream()
                .map(change -> new Placed(order.section(change), change))
                .sorted(Comparator.comparingInt(Placed::section)
                        .thenComparing(placed -> placed.change.kind() == Change.Kind.REMOVED)
                        .thenComparingInt(placed -> placed.change.span().start())
                        .thenComparing(placed -> placed.change.subject())
                        .thenComparing(placed -> placed.change.path())
                        .thenComparing(placed -> placed.change.kind())
                        .thenComparing(placed -> placed.change.before()))
                .map(Placed::change)
                .toList();
    }

    private int section(Change change) {
        if (change.kind() != Change.Kind.REMOVED) {
            return sectionAt(nowStarts, change.span());
        }
        for (int at = sectionAt(oldStarts, change.span()); at >= 0; at--) {
            Integer here = anchors.get(old.sections().get(at).anchor());
            if (here != null) {
                return here;
            }
        }
        return -1;
    }

    /** The last section that starts before the place; -1 for what stands before all. */
    private static int sectionAt(Map<SourceText, NavigableMap<Integer, Integer>> starts, Span span) {
        Map.Entry<Integer, Integer> section =
                starts.getOrDefault(span.source(), new TreeMap<>()).floorEntry(span.start());
        return section == null ? -1 : section.getValue();
    }

    /** The sections by where they start, in the document and in its supplement. */
    private static Map<SourceText, NavigableMap<Integer, Integer>> starts(Specification specification) {
        Map<SourceText, NavigableMap<Integer, Integer>> starts = new IdentityHashMap<>();
        for (int i = 0; i < specification.sections().size(); i++) {
            Span span = specification.sections().get(i).span();
            starts.computeIfAbsent(span.source(), any -> new TreeMap<>()).put(span.start(), i);
        }
        return starts;
    }
}
