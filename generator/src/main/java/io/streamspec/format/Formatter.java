package io.streamspec.format;

import io.streamspec.read.Block;
import io.streamspec.read.Document;
import io.streamspec.read.SpecificationReader;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings documents into canonical form: draws diagrams and rules tables anew, and leaves all else as it stands, octet
 * by octet. What it makes it reads again, and gives it out only if it says the same as before.
 */
public final class Formatter {

    private static final int MOST_GROWTH = 16;
    private static final int SMALL = 1 << 16;

    private final SourceText source;
    private final Diagnostics faults = new Diagnostics();
    private final List<Edit> edits = new ArrayList<>();

    private Formatter(SourceText source) {
        this.source = source;
    }

    /** {@code source} in canonical form; nothing if it cannot be read, which {@code diagnostics} then say. */
    public static Optional<Formatted> format(SourceText source, Diagnostics diagnostics) {
        Formatter formatter = new Formatter(source);
        Document document = SpecificationReader.read(source, formatter.faults);
        Optional<Formatted> formatted =
                formatter.faults.hasErrors() ? Optional.empty() : Optional.of(formatter.format(document));
        diagnostics.reportAll(formatter.faults.sorted());
        return formatter.faults.hasErrors() ? Optional.empty() : formatted;
    }

    private Formatted format(Document document) {
        document.blocks().forEach(this::add);
        Formatted formatted = new Formatted(source, edits);
        if (edits.isEmpty()) {
            return formatted;
        }
        Document after = SpecificationReader.read(SourceText.of(source.name(), formatted.text()), new Diagnostics());
        int difference = Sameness.firstDifference(document.blocks(), after.blocks());
        if (difference >= 0) {
            reportDifference(document.blocks().get(difference));
        }
        return formatted;
    }

    private void reportDifference(Block block) {
        faults.report(Faults.FORMAT_DIFFERS
                .at(source.lineSpan(block.span().line()), "this has no canonical form that says the same")
                .hint("nothing was changed; write the block in a plainer way"));
    }

    private void add(Block block) {
        if (block instanceof Block.Diagram diagram) {
            addDiagram(diagram);
        } else if (block instanceof Block.Table table) {
            GridReader.read(table).ifPresent(found -> addTable(table, found));
        }
    }

    private void addDiagram(Block.Diagram diagram) {
        int first = diagram.span().line();
        int last = source.lineOf(diagram.span().end());
        Drawing drawing = DrawingReader.read(diagram);
        int indent = isIndented(source.line(first)) ? 4 : 0; // in a fence, diagrams stand where their author had them
        if (!drawing.isEven()) {
            reportDifference(diagram);
        } else if (fits(diagram, drawing.lines() * DrawingText.width(drawing, indent))) {
            replace(first, last, DrawingText.lines(drawing, indent));
        }
    }

    private static boolean isIndented(String line) {
        return line.startsWith("    ") || line.stripLeading().length() < line.length() && line.indexOf('\t') >= 0;
    }

    private void addTable(Block.Table table, GridReader.Found found) {
        Grid grid = found.grid();
        int first = table.span().line();
        if (grid.form() == Grid.Form.PIPE) {
            PipeTable.lines(grid, lines(first, found.bottom()))
                    .ifPresent(lines -> replace(first, found.bottom(), lines));
        } else if (found.hasPlainTitles() && fits(table, (long) grid.rows().size() * RuledTable.width(grid))) {
            replace(first, found.bottom(), RuledTable.lines(grid));
        }
    }

    /** One very long word would make every line as long as itself. */
    private boolean fits(Block block, long size) {
        int before = block.span().end() - block.span().start();
        boolean fits = size <= (long) MOST_GROWTH * before + SMALL;
        if (!fits) {
            faults.report(Faults.FORMAT_TOO_WIDE
                    .at(source.lineSpan(block.span().line()), "this stays as it is: its longest word is too long")
                    .hint("shorten the word, and all lines will become shorter"));
        }
        return fits;
    }

    private void replace(int first, int last, List<String> lines) {
        if (!lines(first, last).equals(lines)) {
            edits.add(new Edit(first, last, lines));
        }
    }

    private List<String> lines(int first, int last) {
        List<String> lines = new ArrayList<>();
        for (int line = first; line <= last; line++) {
            lines.add(source.line(line));
        }
        return lines;
    }
}
