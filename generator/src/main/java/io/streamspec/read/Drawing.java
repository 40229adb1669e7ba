package io.streamspec.read;

import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The signs of a diagram, line by line, each in the column where it is seen. */
public record Drawing(List<Line> lines) {

    public Drawing {
        lines = List.copyOf(lines);
    }

    /** A sign and its column, from 0. */
    public record Sign(int column, Span span) {}

    /** What the lines of a diagram are. */
    public enum Kind {
        /** The numbers over the octets. */
        TICKS,
        /** {@code +-----+-----+}, whose signs are the corners. */
        RULE,
        /** {@code | a   | b   |}, whose signs are the bars. */
        CELLS,
        /** {@code ...}, or nothing that could be read. */
        OTHER
    }

    /** One line and its signs, from left to right. */
    public record Line(Kind kind, List<Sign> signs, Span span) {
        public Line {
            signs = List.copyOf(signs);
        }
    }

    /** The signs of {@code diagram}. */
    public static Drawing of(Block.Diagram diagram) {
        String text = diagram.span().text() + "\n";
        Syntax<SpecDiagramParser.DiagramContext> syntax =
                Syntax.of(text, SpecDiagramLexer::new, SpecDiagramParser::new, SpecDiagramParser::diagram);
        List<Line> lines = new ArrayList<>();
        for (SpecDiagramParser.LineContext tree : syntax.tree().line()) {
            line(tree, syntax, diagram.span()).ifPresent(lines::add);
        }
        return new Drawing(lines);
    }

    private static Optional<Line> line(
            SpecDiagramParser.LineContext tree, Syntax<SpecDiagramParser.DiagramContext> syntax, Span diagram) {
        List<Integer> places = new ArrayList<>();
        Kind kind = Kind.OTHER;
        if (tree.ticks() != null) {
            kind = Kind.TICKS;
            tree.ticks().NUMBER().forEach(number -> places.add(syntax.start(number)));
        } else if (tree.RULE() != null) {
            kind = Kind.RULE;
            addCorners(tree.RULE(), syntax, places);
        } else if (tree.cells() != null) {
            kind = Kind.CELLS;
            tree.cells().BAR().forEach(bar -> places.add(syntax.start(bar)));
        } else if (tree.DOTS() == null && tree.stray() == null) {
            return Optional.empty();
        }
        SourceText source = diagram.source();
        int line = source.lineOf(
                Math.min(diagram.start() + syntax.start(tree), source.text().length()));
        return Optional.of(new Line(kind, signs(source, line, diagram.start(), places), source.lineSpan(line)));
    }

    private static void addCorners(
            TerminalNode rule, Syntax<SpecDiagramParser.DiagramContext> syntax, List<Integer> places) {
        Token token = rule.getSymbol();
        String signs = token.getText();
        for (int at = signs.indexOf('+'); at >= 0; at = signs.indexOf('+', at + 1)) {
            places.add(syntax.start(token) + at);
        }
    }

    private static List<Sign> signs(SourceText source, int line, int base, List<Integer> places) {
        int[] columns = Columns.of(source.line(line));
        int start = source.lineStart(line);
        return places.stream()
                .map(place -> base + place)
                .map(at -> new Sign(columns[at - start], source.span(at, at + 1)))
                .toList();
    }
}
