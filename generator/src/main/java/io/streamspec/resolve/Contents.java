package io.streamspec.resolve;

import io.streamspec.model.LayoutLine;
import io.streamspec.model.MarkedText;
import io.streamspec.model.Section;
import io.streamspec.read.Block;
import io.streamspec.read.Passage;
import io.streamspec.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The document's outline for readers: every block, with diagrams and tables replaced by what they mean. */
final class Contents {

    private final Map<String, List<String>> structures;

    /** {@code structures} are those that each section draws, by its anchor. */
    Contents(Map<String, List<String>> structures) {
        this.structures = structures;
    }

    Section section(Outline.Part part) {
        List<Section.Content> contents =
                part.blocks().stream().map(block -> content(part, block)).toList();
        Span span = part.blocks().isEmpty()
                ? part.heading()
                : part.heading().source() == last(part).source()
                        ? part.heading().to(last(part))
                        : part.heading();
        return new Section(part.level(), part.title(), part.anchor(), contents, span);
    }

    private static Span last(Outline.Part part) {
        return part.blocks().get(part.blocks().size() - 1).span();
    }

    private Section.Content content(Outline.Part part, Block block) {
        List<String> drawn = structures.getOrDefault(part.anchor(), List.of());
        if (block instanceof Block.Prose prose) {
            return MarkedText.prose(prose.span());
        } else if (block instanceof Block.Diagram diagram) {
            return new Section.Content.Diagram(drawn, diagram.octetsPerRow(), diagram.span());
        } else if (block instanceof Block.Table table) {
            return table(table, drawn);
        } else if (block instanceof Block.Rules rules) {
            List<LayoutLine> lines = rules.rules().stream().map(RuleLines::line).toList();
            return new Section.Content.Rules(body(rules.span()), lines, drawn, rules.span());
        } else if (block instanceof Block.Listing listing) {
            return new Section.Content.Listing(listing.info(), listing.text(), listing.span());
        } else if (block instanceof Block.PageBreak pageBreak) {
            return new Section.Content.PageBreak(pageBreak.span());
        }
        throw new IllegalStateException("a heading among the blocks of " + part.title());
    }

    private static Section.Content table(Block.Table table, List<String> drawn) {
        List<String> header = table.header().stream().map(Passage::text).toList();
        Optional<String> caption = table.caption().map(Passage::text);
        if (Tables.isFieldTable(table)) {
            return new Section.Content.FieldTable(drawn, header, table.span());
        } else if (Tables.isValueTable(table)) {
            return new Section.Content.ValueTable(
                    Words.snake(Words.plain(header.get(0))), header, caption, table.span());
        }
        List<List<List<String>>> rows = table.rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell ->
                                cell.paragraphs().stream().map(Passage::text).toList())
                        .toList())
                .toList();
        return new Section.Content.PlainTable(header, rows, caption, table.span());
    }

    /** What stands between the fences. */
    private static String body(Span fenced) {
        List<String> lines = fenced.text().lines().toList();
        return String.join("\n", lines.subList(1, Math.max(1, lines.size() - 1)));
    }
}
