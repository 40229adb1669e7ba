package io.streamspec.diff;

import io.streamspec.model.Specification;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the anchors of a specification come from, and what became of those that it lacks.
 *
 * @param since the revision that brought an anchor; those of the oldest known revision are not in it
 * @param lost anchors that the latest revision lacks, and the last revision that had them
 */
public record History(Map<String, String> since, Map<String, String> lost) {

    public History {
        since = Map.copyOf(since);
        lost = Collections.unmodifiableMap(new TreeMap<>(lost));
    }

    /** The history of {@code now} and its {@code older} revisions, the latest first. */
    public static History of(Specification now, List<Specification> older) {
        if (older.isEmpty()) {
            return new History(Map.of(), Map.of());
        }
        Map<String, String> since = new LinkedHashMap<>();
        Map<String, String> lost = new LinkedHashMap<>();
        Specification before = older.get(older.size() - 1);
        for (int i = older.size() - 1; i >= 0; i--) {
            Specification after = i == 0 ? now : older.get(i - 1);
            step(before, after, since, lost);
            before = after;
        }
        return new History(since, lost);
    }

    private static void step(
            Specification before, Specification after, Map<String, String> since, Map<String, String> lost) {
        Set<String> old = Anchors.of(before);
        Set<String> now = Anchors.of(after);
        Names names = Revisions.of(before, after).names();
        Map<String, String> kept = new LinkedHashMap<>();
        old.forEach(anchor -> kept.put(renamed(names, anchor), since.getOrDefault(anchor, "")));
        since.clear();
        for (String anchor : now) {
            String revision = kept.getOrDefault(anchor, name(after));
            if (!revision.isEmpty()) {
                since.put(anchor, revision);
            }
            lost.remove(anchor);
        }
        old.stream().filter(anchor -> !now.contains(anchor)).forEach(anchor -> lost.put(anchor, name(before)));
    }

    private static String renamed(Names names, String anchor) {
        return anchor.startsWith("rule.") ? "rule." + names.of(anchor.substring(5)) : names.of(anchor);
    }

    /** What a revision is called. */
    public static String name(Specification specification) {
        return specification.revision().orElse("without a number");
    }
}
