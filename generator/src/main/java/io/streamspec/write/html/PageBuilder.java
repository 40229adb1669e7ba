package io.streamspec.write.html;

import io.streamspec.diff.History;
import io.streamspec.example.SpecificationExamples;
import io.streamspec.model.Enumeration;
import io.streamspec.model.NormativeProse;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.Structure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a model into what the page's template shows. */
final class PageBuilder {

    private static final Pattern AUTHOR = Pattern.compile("(.*?)\\s*<+([^<>\\s]+@[^<>\\s]+)>+\\s*");

    private final Specification specification;
    private final Footnotes footnotes = new Footnotes();
    private final Anchors anchors = new Anchors();
    private final RuleAnchors ruleAnchors;
    private final RulePieces rules;
    private final CrossReferences references;
    private final ProseRenderer prose;
    private final JavaClasses java;
    private final FieldRows rows;
    private final ExamplePieces examples;
    private final Optional<String> matrixHome;
    private final Map<String, String> since;
    private final Map<Content.Prose, String> texts = new HashMap<>();

    private PageBuilder(Site site, Specification specification, Function<String, Optional<String>> links) {
        this.specification = specification;
        this.matrixHome = MatrixTable.home(specification);
        this.since = History.of(specification, site.older().getOrDefault(specification.name(), List.of()))
                .since();
        this.ruleAnchors = new RuleAnchors(specification);
        Names names = new Names(site, specification);
        this.rules = new RulePieces(site, specification, ruleAnchors, names);
        this.references = new CrossReferences(names);
        this.prose = new ProseRenderer(
                LinkDefinitions.of(specification), links, footnotes, new StatementMarks(ruleAnchors), references);
        this.java = new JavaClasses(site, specification);
        this.rows = new FieldRows(specification, prose, anchors, since, java);
        this.examples = new ExamplePieces(
                specification, site.examples().getOrDefault(specification.name(), SpecificationExamples.NONE));
    }

    /**
     * The page of {@code specification}, one of those of {@code site}.
     *
     * @param links what an address in the document is on the page; one that is nothing there is no link
     */
    static Page build(Site site, Specification specification, Function<String, Optional<String>> links) {
        return new PageBuilder(site, specification, links).build();
    }

    private Page build() {
        NormativeProse statements = NormativeProse.of(specification);
        for (Section section : specification.sections()) {
            for (Content content : section.contents()) {
                if (content instanceof Content.Prose running) {
                    String marked = StatementMarks.marked(running.text(), statements.statements(running));
                    texts.put(running, footnotes.gather(marked));
                }
            }
        }
        specification.sections().forEach(section -> anchors.claim(section.anchor()));
        List<Page.Part> parts = new ArrayList<>(
                specification.sections().stream().map(this::part).toList());
        references.enter("", List.of());
        List<Page.Footnote> notes = new ArrayList<>();
        footnotes
                .used()
                .forEach((name, text) -> notes.add(new Page.Footnote(
                        notes.size() + 1, Footnotes.id(name), prose.blocks(text), footnotes.references(name))));
        parts.replaceAll(this::withUses);
        parts.add(new Page.Part(1, "All rules", "page:rules", List.of(rules.index()), Optional.empty()));
        return new Page(
                specification.title(),
                specification.authors().stream().map(PageBuilder::author).toList(),
                specification.revision(),
                parts,
                notes,
                SearchEntries.of(specification, parts, anchors));
    }

    private static Page.Author author(String text) {
        Matcher author = AUTHOR.matcher(text);
        return author.matches()
                ? new Page.Author(author.group(1), Optional.of(author.group(2)))
                : new Page.Author(text, Optional.empty());
    }

    private Page.Part part(Section section) {
        List<Page.Piece> pieces = new ArrayList<>();
        references.enter(section.anchor(), drawn(section));
        java.of(drawn(section)).ifPresent(pieces::add);
        boolean described = section.contents().stream().anyMatch(Content.FieldTable.class::isInstance);
        for (Content content : section.contents()) {
            pieces.add(piece(content));
            if (content instanceof Content.FieldTable table) {
                pieces.addAll(examples.of(table.structures()));
            }
            if (content instanceof Content.Diagram diagram && !described) {
                fields(diagram.structures())
                        .ifPresent(pieces::add); // drawn, but described nowhere: links need a target
                pieces.addAll(examples.of(diagram.structures()));
            }
        }
        if (matrixHome.filter(section.anchor()::equals).isPresent()) {
            MatrixTable.of(specification).ifPresent(pieces::add);
        }
        return new Page.Part(
                section.level(),
                section.title(),
                section.anchor(),
                pieces,
                Optional.ofNullable(since.get(section.anchor())));
    }

    private static List<String> drawn(Section section) {
        return section.contents().stream()
                .filter(Content.Diagram.class::isInstance)
                .flatMap(content -> ((Content.Diagram) content).structures().stream())
                .toList();
    }

    /** The part with what refers to it, and with ways to values: all of that is known when everything has been rendered. */
    private Page.Part withUses(Page.Part part) {
        List<Page.Piece> pieces = new ArrayList<>(part.pieces());
        pieces.replaceAll(piece ->
                piece instanceof Page.Piece.Example example ? ExamplePieces.linked(example, anchors::has) : piece);
        specification.sections().stream()
                .filter(section ->
                        section.anchor().equals(part.id()) && !drawn(section).isEmpty())
                .findFirst()
                .flatMap(section -> UsedBy.of(specification, drawn(section), ruleAnchors.all(), mentions(part)))
                .ifPresent(uses -> pieces.add(
                        isLast(Page.Piece.PageBreak.class, pieces) ? pieces.size() - 1 : pieces.size(), uses));
        return new Page.Part(part.level(), part.title(), part.id(), pieces, part.since());
    }

    private static boolean isLast(Class<?> kind, List<Page.Piece> pieces) {
        return !pieces.isEmpty() && kind.isInstance(pieces.get(pieces.size() - 1));
    }

    private List<UsedBy.Entry> mentions(Page.Part part) {
        return specification.sections().stream()
                .filter(section ->
                        section.level() > 0 && references.mentionsOf(part.id()).contains(section.anchor()))
                .map(section -> new UsedBy.Entry(section.title(), section.anchor()))
                .toList();
    }

    private Page.Piece piece(Content content) {
        if (content instanceof Content.Prose running) {
            return new Page.Piece.Prose(prose.blocks(texts.getOrDefault(running, "")));
        } else if (content instanceof Content.Diagram diagram) {
            return new Page.Piece.Drawing(DiagramLayout.of(
                    specification, specification.structure(diagram.structures().get(0)), diagram.octetsPerRow()));
        } else if (content instanceof Content.FieldTable table) {
            return fields(table.structures()).orElse(new Page.Piece.Listing(""));
        } else if (content instanceof Content.ValueTable table) {
            return values(table);
        } else if (content instanceof Content.PlainTable table) {
            return new Page.Piece.Table(
                    table.caption().map(prose::phrase),
                    table.header().stream().map(prose::phrase).toList(),
                    table.rows().stream().map(this::row).toList());
        } else if (content instanceof Content.Rules box) {
            return rules.box(box);
        } else if (content instanceof Content.Listing listing) {
            return rules.example(listing).orElseGet(() -> new Page.Piece.Listing(listing.text()));
        }
        return new Page.Piece.PageBreak();
    }

    private Optional<Page.Piece> fields(List<String> names) {
        List<Structure> structures =
                names.stream().map(specification::structure).toList();
        return structures.isEmpty() || structures.get(0).fields().isEmpty()
                ? Optional.empty()
                : Optional.of(new Page.Piece.Fields(structures.get(0).name(), rows.of(structures)));
    }

    private Page.Piece values(Content.ValueTable table) {
        Enumeration enumeration = specification.enumeration(table.enumeration());
        return new Page.Piece.Values(enumeration.name(), table.caption().map(prose::phrase), rows.values(enumeration));
    }

    private List<Page.Html> row(List<List<String>> cells) {
        return cells.stream()
                .map(paragraphs -> paragraphs.size() == 1
                        ? prose.phrase(paragraphs.get(0))
                        : prose.blocks(String.join("\n\n", paragraphs)))
                .toList();
    }
}
