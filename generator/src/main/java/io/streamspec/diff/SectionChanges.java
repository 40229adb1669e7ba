package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.model.ProseExamples;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of sections: headings, places, and the words that no other part of the model holds. */
final class SectionChanges {

    private final Revisions revisions;
    private final Pairing<Section> sections;
    private final List<Change> changes = new ArrayList<>();

    private SectionChanges(Revisions revisions) {
        this.revisions = revisions;
        this.sections = Pairing.of(revisions.old().sections(), revisions.now().sections())
                .by(Section::anchor)
                .by(section -> revisions.names().in(subjects(section)), SectionChanges::subjects)
                .by(section -> words(section).isEmpty() ? "" : section.level() + " " + words(section));
    }

    static List<Change> of(Revisions revisions) {
        return new SectionChanges(revisions).changes();
    }

    private List<Change> changes() {
        Set<String> gone = anchors(revisions.structures().removed());
        Set<String> come = anchors(revisions.structures().added());
        sections.removed().stream()
                .filter(section -> !gone.contains(section.anchor()))
                .forEach(section -> changes.add(Change.removed(
                        Subject.SECTION,
                        section.title(),
                        section.anchor(),
                        section.title(),
                        section.span(),
                        Revisions.WORDS)));
        sections.added().stream()
                .filter(section -> !come.contains(section.anchor()))
                .forEach(section -> changes.add(Change.added(
                        Subject.SECTION,
                        section.title(),
                        section.anchor(),
                        section.title(),
                        section.span(),
                        Revisions.WORDS)));
        sections.pairs().forEach(this::compare);
        addMoved();
        return changes;
    }

    private void compare(Pairing.Pair<Section> pair) {
        Section before = pair.before();
        Section after = pair.after();
        if (!before.title().equals(after.title())) {
            add(Kind.RENAMED, pair, before.title(), after.title());
        }
        if (before.level() != after.level()) {
            add(Kind.MOVED, pair, "level " + before.level(), "level " + after.level());
        }
        if (!words(before).equals(words(after))) {
            Passages passages = Passages.of(words(before), words(after));
            add(Kind.REWORDED, pair, passages.before(), passages.after());
        }
    }

    /** Sections that stand elsewhere among the others: as few of them as explain the new order. */
    private void addMoved() {
        Map<Section, Pairing.Pair<Section>> pairs = new IdentityHashMap<>();
        sections.pairs().forEach(pair -> pairs.put(pair.before(), pair));
        List<Section> now = revisions.now().sections();
        Map<Section, Integer> numbers = new IdentityHashMap<>();
        now.forEach(section -> numbers.put(section, numbers.size()));
        List<Section> order = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        Map<Integer, Pairing.Pair<Section>> byPlace = new HashMap<>();
        for (Section section : revisions.old().sections()) {
            Pairing.Pair<Section> pair = pairs.get(section);
            if (pair != null) {
                int place = numbers.getOrDefault(pair.after(), 0);
                order.add(pair.after());
                places.add(place);
                byPlace.put(place, pair);
            }
        }
        for (int moved : Sequence.outOfOrder(places)) {
            Pairing.Pair<Section> pair = Objects.requireNonNull(byPlace.get(moved));
            add(Kind.MOVED, pair, behind(order, places.indexOf(moved)), behind(now, moved));
        }
    }

    private static String behind(List<Section> sections, int at) {
        return at == 0 ? "at the beginning" : "behind " + sections.get(at - 1).title();
    }

    private void add(Kind kind, Pairing.Pair<Section> pair, String before, String after) {
        Section now = pair.after();
        changes.add(Change.of(
                kind,
                Subject.SECTION,
                now.title(),
                now.anchor(),
                before,
                after,
                pair.before().span(),
                now.span(),
                Revisions.WORDS));
    }

    private static Set<String> anchors(List<Structure> structures) {
        return structures.stream().map(Structure::anchor).collect(Collectors.toSet());
    }

    /** What the section draws or lists. */
    private static String subjects(Section section) {
        return section.contents().stream()
                .flatMap(content -> content instanceof Content.Diagram diagram
                        ? diagram.structures().stream()
                        : content instanceof Content.ValueTable table ? Stream.of(table.enumeration()) : Stream.of())
                .collect(Collectors.joining(" "));
    }

    private static String words(Section section) {
        return section.contents().stream()
                .map(SectionChanges::words)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    private static String words(Content content) {
        if (content instanceof Content.Prose prose) {
            return prose.text().strip().replaceAll("(?m)[ \\t]+$", "");
        } else if (content instanceof Content.PlainTable table) {
            return Stream.concat(
                            table.caption().stream(),
                            Stream.concat(
                                    Stream.of(String.join(" | ", table.header())),
                                    table.rows().stream().map(SectionChanges::row)))
                    .collect(Collectors.joining("\n"));
        } else if (content instanceof Content.ValueTable table) {
            return table.caption().orElse("");
        }
        return content instanceof Content.Listing listing ? words(listing) : "";
    }

    /** An example says what it is one of, since that of a rejected stream would read as what the document says. */
    private static String words(Content.Listing listing) {
        return ProseExamples.of(listing)
                .map(example -> (example.accepted() ? "accepted" : "rejected") + " by `" + example.rule() + "`:\n"
                        + listing.text().replaceAll("\n\\s*\n", "\n"))
                .orElse(listing.text());
    }

    private static String row(List<List<String>> cells) {
        return cells.stream().map(cell -> String.join(" ", cell)).collect(Collectors.joining(" | "));
    }
}
