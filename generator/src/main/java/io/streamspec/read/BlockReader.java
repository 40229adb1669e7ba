package io.streamspec.read;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Turns the tree of a document's lines into blocks. */
final class BlockReader {

    private static final int DEEPEST_PROSE = 100;
    private static final int MOST_BRACKETS = 1000;

    private final SourceText source;
    private final Diagnostics diagnostics;
    private final TableReader tables;
    private final List<Block> blocks = new ArrayList<>();

    private BlockReader(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
        this.tables = new TableReader(source, diagnostics);
    }

    static Document read(SourceText source, Diagnostics diagnostics) {
        String text = source.text().startsWith("\uFEFF") ? source.text().substring(1) : source.text();
        Syntax<SpecBlocks.DocumentContext> syntax = Syntax.of(
                text.endsWith("\n") ? text : text + "\n", SpecLines::new, SpecBlocks::new, SpecBlocks::document);
        if (!syntax.misfits().isEmpty()) {
            throw new IllegalStateException("the block grammar leaves lines over: " + syntax.misfits());
        }
        BlockReader reader = new BlockReader(source, diagnostics);
        Optional<TitleBlock> title = reader.title(syntax.tree().titleBlock());
        syntax.tree().block().forEach(reader::add);
        return new Document(source, title, reader.blocks);
    }

    private Optional<TitleBlock> title(SpecBlocks.@org.jspecify.annotations.Nullable TitleBlockContext tree) {
        if (tree == null) {
            diagnostics.report(Faults.TITLE_MISSING
                    .at(source.span(0, source.lineEnd(1)), "the document does not begin with a title block")
                    .hint("begin with three lines: %% title, %% authors, %% Revision 1"));
            return Optional.empty();
        }
        List<List<Passage>> fields = new ArrayList<>();
        for (int line = first(tree); line <= last(tree); line++) {
            Span span = line(line);
            if (span.text().startsWith("%")) {
                fields.add(new ArrayList<>());
                span = source.span(span.start() + 1, span.end());
            }
            fields.get(fields.size() - 1).add(Passage.of(span));
        }
        return Optional.of(titleBlock(fields, span(tree)));
    }

    private TitleBlock titleBlock(List<List<Passage>> fields, Span span) {
        Passage title =
                Passage.joining(fields.get(0).stream().map(Passage::span).toList());
        List<Passage> authors = fields.size() > 1
                ? fields.get(1).stream().filter(author -> !author.isEmpty()).toList()
                : List.of();
        Optional<Passage> revision = Optional.empty();
        for (List<Passage> field : fields.subList(Math.min(2, fields.size()), fields.size())) {
            Passage text = field.get(0);
            boolean named = text.text().matches("(?i)revision\\s+\\S+");
            if (named && revision.isEmpty() && field.size() == 1) {
                revision =
                        Optional.of(text.part("revision".length(), text.text().length()));
            } else {
                diagnostics.report(Faults.LINE_STRAY
                        .at(text.span(), "'%s' is not a revision", text.text())
                        .hint("the third %% line reads: %% Revision 1"));
            }
        }
        if (title.isEmpty()) {
            diagnostics.report(
                    Faults.TITLE_MISSING.at(span, "the title is empty").hint("write the title behind the first %%"));
        }
        return new TitleBlock(title, authors, revision, span);
    }

    private void add(SpecBlocks.BlockContext tree) {
        if (tree instanceof SpecBlocks.ParagraphContext || tree instanceof SpecBlocks.ListContext) {
            addProse(span(tree));
        } else if (tree instanceof SpecBlocks.SetextHeadingContext heading) {
            int level = heading.EQUALS() == null ? 2 : 1;
            blocks.add(new Block.Heading(level, Passage.of(line(first(tree))), span(tree)));
        } else if (tree instanceof SpecBlocks.AtxHeadingContext) {
            addAtxHeading(tree);
        } else if (tree instanceof SpecBlocks.MultilineTableContext table) {
            addMultiline(table);
        } else if (tree instanceof SpecBlocks.SimpleTableContext table) {
            blocks.add(tables.simple(
                    first(tree),
                    last(table.rowLine(table.rowLine().size() - 1)),
                    caption(table.caption()),
                    span(tree)));
        } else if (tree instanceof SpecBlocks.PipeTableContext table) {
            int lines = table.PIPE().size();
            blocks.add(tables.pipe(first(tree), first(tree) + lines - 1, caption(table.caption()), span(tree)));
        } else if (tree instanceof SpecBlocks.FencedContext fenced) {
            addFenced(fenced);
        } else if (tree instanceof SpecBlocks.SilenceContext) {
            SilenceReader.read(span(tree), diagnostics).ifPresent(blocks::add);
        } else if (tree instanceof SpecBlocks.IndentedContext) {
            addIndented(tree);
        } else if (tree instanceof SpecBlocks.PageBreakContext) {
            blocks.add(new Block.PageBreak(span(tree)));
        } else if (tree instanceof SpecBlocks.StrayContext) {
            diagnostics.report(Faults.LINE_STRAY
                    .at(span(tree), "this line belongs to nothing")
                    .hint("a heading has its title on the line above; a table needs a rule above and below"));
        }
    }

    /** Paragraphs that follow each other are one piece of prose. */
    private void addProse(Span span) {
        reportDepth(span);
        if (!blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof Block.Prose before) {
            blocks.set(blocks.size() - 1, new Block.Prose(before.span().to(span)));
        } else {
            blocks.add(new Block.Prose(span));
        }
    }

    /** Lists and quotes nest by recursion, and brackets are matched with each other: both need a bound. */
    private void reportDepth(Span span) {
        boolean deep = span.text().chars().filter(c -> c == '[').count() > MOST_BRACKETS;
        for (int line = span.line(); !deep && line <= source.lineOf(span.end()); line++) {
            String text = source.line(line);
            int marks = 0;
            while (marks < text.length() && " \t>*+-".indexOf(text.charAt(marks)) >= 0) {
                marks++;
            }
            deep = marks > DEEPEST_PROSE;
        }
        if (deep) {
            diagnostics.report(Faults.PROSE_TOO_DEEP
                    .at(source.lineSpan(span.line()), "lists, quotes or brackets are nested too deeply here")
                    .hint("indent by at most %d columns, and open at most %d brackets", DEEPEST_PROSE, MOST_BRACKETS));
        }
    }

    private void addAtxHeading(ParserRuleContext tree) {
        Span line = line(first(tree));
        String text = line.text();
        int level = 0;
        while (level < text.length() && text.charAt(level) == '#') {
            level++;
        }
        int end = text.replaceFirst("\\s+#+\\s*$", "").length();
        Passage title = Passage.of(source.span(line.start() + level, line.start() + Math.max(level, end)));
        if (level > 6 || title.isEmpty()) {
            diagnostics.report(Faults.LINE_STRAY
                    .at(line, "this is not a heading")
                    .hint("write one to six # signs, a space and the title"));
            return;
        }
        blocks.add(new Block.Heading(level, title, line));
    }

    private void addMultiline(SpecBlocks.MultilineTableContext tree) {
        int top = first(tree);
        int bottom = tree.DASHES(1).getSymbol().getLine();
        tables.multiline(top, bottom, caption(tree.caption()), span(tree)).ifPresent(blocks::add);
    }

    private Optional<Passage> caption(SpecBlocks.@org.jspecify.annotations.Nullable CaptionContext tree) {
        if (tree == null) {
            return Optional.empty();
        }
        Span first = line(first(tree));
        int colon = first.text().indexOf(':');
        List<Span> parts = new ArrayList<>(List.of(source.span(first.start() + colon + 1, first.end())));
        for (int line = first(tree) + 1; line <= last(tree); line++) {
            parts.add(line(line));
        }
        return Optional.of(Passage.joining(parts));
    }

    private void addFenced(SpecBlocks.FencedContext tree) {
        int top = first(tree);
        if (tree.FENCE_END() == null) {
            diagnostics.report(Faults.FENCE_OPEN
                    .at(line(top), "the fenced block is not closed")
                    .hint("close it with a line of as many signs as open it"));
            return;
        }
        int bottom = tree.FENCE_END().getSymbol().getLine();
        String info = line(top).text().strip().replaceFirst("^[`~]+", "").strip();
        if (isLayout(info)) {
            blocks.add(new Block.Rules(LayoutReader.read(source, top + 1, bottom - 1, diagnostics), span(tree)));
        } else if (info.isEmpty() && isDiagram(top + 1, bottom - 1)) {
            blocks.add(DiagramReader.read(source, top + 1, bottom - 1, diagnostics));
        } else {
            blocks.add(new Block.Listing(info, text(top + 1, bottom - 1), span(tree)));
        }
    }

    private static boolean isLayout(String info) {
        return info.equals("layout") || info.matches("\\{\\s*\\.layout(\\s[^}]*)?\\}");
    }

    private void addIndented(ParserRuleContext tree) {
        if (isDiagram(first(tree), last(tree))) {
            blocks.add(DiagramReader.read(source, first(tree), last(tree), diagnostics));
        } else {
            blocks.add(new Block.Listing("", text(first(tree), last(tree)).stripIndent(), span(tree)));
        }
    }

    /** A rule, a row of cells or a row of ticks makes a listing a diagram, even where the others are misdrawn. */
    private boolean isDiagram(int top, int bottom) {
        for (int line = top; line <= bottom; line++) {
            String text = source.line(line).strip();
            if (text.startsWith("+-") || text.startsWith("|") || text.equals("...") || isTicks(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTicks(String text) {
        String[] words = text.split("\\s+");
        long numbers = Stream.of(words)
                .filter(word -> word.chars().allMatch(c -> c >= '0' && c <= '9'))
                .count();
        return words.length > 1 && Character.isDigit(text.charAt(0)) && numbers >= words.length - 1;
    }

    private String text(int top, int bottom) {
        return top > bottom
                ? ""
                : source.text()
                        .substring(source.lineStart(top), source.lineEnd(bottom))
                        .replace("\r\n", "\n");
    }

    private Span line(int line) {
        Span span = source.lineSpan(line);
        boolean mark = line == 1 && span.text().startsWith("\uFEFF");
        return mark ? source.span(span.start() + 1, span.end()) : span;
    }

    private Span span(ParserRuleContext tree) {
        return line(first(tree)).to(line(last(tree)));
    }

    private static int first(ParserRuleContext tree) {
        return tree.getStart().getLine();
    }

    private static int last(ParserRuleContext tree) {
        Token stop = tree.getStop();
        return stop == null || stop.getType() == Token.EOF
                ? Math.max(first(tree), stop == null ? 0 : stop.getLine() - 1)
                : stop.getLine();
    }
}
