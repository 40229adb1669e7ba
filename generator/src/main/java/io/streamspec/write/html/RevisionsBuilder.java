package io.streamspec.write.html;

import io.streamspec.diff.Change;
import io.streamspec.diff.Comparison;
import io.streamspec.diff.Difference;
import io.streamspec.diff.History;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Turns the differences between a document's revisions into what their page's template shows. */
final class RevisionsBuilder {

    private final Specification specification;
    private final String document;

    private RevisionsBuilder(Specification specification) {
        this.specification = specification;
        this.document = specification.pageName() + ".html";
    }

    /** The file of the page about the revisions of {@code specification}. */
    static String file(Specification specification) {
        return specification.pageName() + "-revisions.html";
    }

    /** The page about {@code specification} and its {@code older} revisions, the latest first. */
    static SitePage build(Specification specification, List<Specification> older) {
        RevisionsPage page = new RevisionsBuilder(specification).page(older);
        return new SitePage(file(specification), page.title(), "revisions.jte", page, List.of(), List.of());
    }

    private RevisionsPage page(List<Specification> older) {
        List<RevisionsPage.Step> steps = new ArrayList<>();
        Specification after = specification;
        for (Specification before : older) {
            steps.add(step(before, after));
            after = before;
        }
        List<RevisionsPage.Lost> lost = new ArrayList<>();
        History.of(specification, older)
                .lost()
                .forEach((anchor, revision) -> lost.add(new RevisionsPage.Lost(anchor, revision)));
        return new RevisionsPage(specification.title() + ": revisions", document, steps, lost);
    }

    private RevisionsPage.Step step(Specification before, Specification after) {
        List<Change> changes = Difference.between(before, after);
        boolean latest = after == specification;
        return new RevisionsPage.Step(
                "page:revision." + History.name(after),
                History.name(before),
                History.name(after),
                latest,
                counts(changes),
                Comparison.between(before, after).stream()
                        .filter(comparison ->
                                isDrawn(before, comparison.before()) || isDrawn(after, comparison.after()))
                        .map(comparison -> side(before, after, comparison))
                        .toList(),
                changes.stream().map(change -> row(change, latest)).toList());
    }

    private RevisionsPage.Row row(Change change, boolean latest) {
        boolean there = latest && change.kind() != Change.Kind.REMOVED;
        return new RevisionsPage.Row(
                word(change.kind()),
                word(change.subject()),
                change.path(),
                there ? document + (change.anchor().isEmpty() ? "" : "#" + change.anchor()) : "",
                change.before(),
                change.after());
    }

    private static List<String> counts(List<Change> changes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Change change : changes) {
            counts.merge(word(change.subject()) + " " + word(change.kind()), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(count -> count.getKey() + ": " + count.getValue())
                .toList();
    }

    private static RevisionsPage.Side side(Specification before, Specification after, Comparison comparison) {
        String name = comparison.after().or(comparison::before).orElseThrow().name();
        return new RevisionsPage.Side(
                name,
                comparison.before().map(structure -> diagram(before, structure, comparison.marksBefore())),
                comparison.after().map(structure -> diagram(after, structure, comparison.marksAfter())));
    }

    private static Diagram diagram(Specification revision, Structure structure, Map<String, Change.Kind> marks) {
        int perRow = drawing(revision, structure)
                .map(Section.Content.Diagram::octetsPerRow)
                .orElse(8);
        Diagram plain = DiagramLayout.of(revision, structure, perRow);
        return MarkedDiagram.of(plain, structure.name() + " in revision " + History.name(revision), marks);
    }

    private static boolean isDrawn(Specification revision, Optional<Structure> structure) {
        return structure.flatMap(drawn -> drawing(revision, drawn)).isPresent();
    }

    private static Optional<Section.Content.Diagram> drawing(Specification revision, Structure structure) {
        return revision.sections().stream()
                .flatMap(section -> section.contents().stream())
                .filter(Section.Content.Diagram.class::isInstance)
                .map(Section.Content.Diagram.class::cast)
                .filter(diagram -> diagram.structures().contains(structure.name()))
                .findFirst();
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
