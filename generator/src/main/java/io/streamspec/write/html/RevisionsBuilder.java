package io.streamspec.write.html;

import gg.jte.Content;
import io.streamspec.diff.Change;
import io.streamspec.diff.Comparison;
import io.streamspec.diff.Finding;
import io.streamspec.diff.History;
import io.streamspec.diff.Judgement.Verdict;
import io.streamspec.diff.Review;
import io.streamspec.diff.Words;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import io.streamspec.source.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the differences between a document's revisions into what their page's template shows. */
final class RevisionsBuilder {

    private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]+]");

    private final Specification specification;
    private final String document;
    private final ProseRenderer prose = new ProseRenderer(LinkDefinitions.NONE, RevisionsBuilder::elsewhere);

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
        return new SitePage(file(specification), page.title(), "revisions.jte", page, List.of(), List.of())
                .styled("document.css", "revisions.css");
    }

    /** A page about one comparison that travels alone: nothing leads from it to other pages. */
    static SitePage alone(Review review) {
        RevisionsBuilder builder = new RevisionsBuilder(review.now());
        List<RevisionsPage.Step> steps = List.of(builder.step(review, false));
        RevisionsPage page = new RevisionsPage(review.now().title() + ": what changed", "", steps, List.of());
        String file = file(review.now());
        return new SitePage(file, page.title(), "revisions.jte", page, List.of(), List.of())
                .styled("document.css", "revisions.css");
    }

    /** Places on pages come and go with revisions, so links out of their words lead off the site or nowhere. */
    private static Optional<String> elsewhere(String address) {
        return Links.safe(address).filter(safe -> safe.matches("(?i)(https?|mailto):.*"));
    }

    private RevisionsPage page(List<Specification> older) {
        List<RevisionsPage.Step> steps = new ArrayList<>();
        Specification after = specification;
        for (Specification before : older) {
            steps.add(step(Review.of(before, after), after == specification));
            after = before;
        }
        List<RevisionsPage.Lost> lost = new ArrayList<>();
        History.of(specification, older)
                .lost()
                .forEach((anchor, revision) -> lost.add(new RevisionsPage.Lost(anchor, revision)));
        return new RevisionsPage(specification.title() + ": revisions", document, steps, lost);
    }

    private RevisionsPage.Step step(Review review, boolean latest) {
        Specification before = review.old();
        Specification after = review.now();
        List<Change> changes = review.changes();
        return new RevisionsPage.Step(
                "page:revision." + History.name(after),
                History.name(before),
                History.name(after),
                latest,
                review.verdict().map(Verdict::words).orElse(""),
                counts(changes),
                review.findings().stream().map(finding -> rule(finding, latest)).toList(),
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
                Words.of(change.kind()),
                Words.of(change.subject()),
                change.path(),
                there ? document + (change.anchor().isEmpty() ? "" : "#" + change.anchor()) : "",
                content(change, change.before()),
                content(change, change.after()),
                mark(change.judgement().verdict()),
                reason(change));
    }

    private Content content(Change change, String text) {
        if (change.kind() != Change.Kind.REWORDED) {
            return output -> output.writeUserContent(text);
        }
        String markup = prose.blocks(FOOTNOTE.matcher(text).replaceAll("")).markup();
        return output -> output.writeContent(markup);
    }

    private static RevisionsPage.Mark mark(Verdict verdict) {
        return new RevisionsPage.Mark(verdict.words(), "verdict-" + verdict.ordinal());
    }

    private static String reason(Change change) {
        String consequence = change.judgement().consequence();
        return (consequence.isEmpty() ? "" : consequence + ": ")
                + change.judgement().reason();
    }

    private RevisionsPage.RuleRow rule(Finding finding, boolean latest) {
        RevisionsPage.Mark state = finding.kept()
                ? new RevisionsPage.Mark("kept", "verdict-0")
                : finding.rule().must()
                        ? new RevisionsPage.Mark("broken", "verdict-2")
                        : new RevisionsPage.Mark("not heeded", "verdict-1");
        return new RevisionsPage.RuleRow(
                finding.rule().id(),
                latest && !document.isEmpty()
                        ? document + "#" + RuleAnchors.id(finding.rule().id())
                        : "",
                state,
                finding.diagnostics().stream().map(Diagnostic::message).toList());
    }

    private static List<String> counts(List<Change> changes) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Change change : changes) {
            counts.merge(Words.of(change.subject()) + " " + Words.of(change.kind()), 1, Integer::sum);
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
}
