package io.streamspec.read;

import io.streamspec.read.Block.Box;
import io.streamspec.read.Block.BoxLabel;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Reads an octet diagram: its rows in turn, each cell placed by the ruler above. A box is a cell, and the empty cells
 * right under it; {@code ...} under it leaves its end open.
 */
final class DiagramReader {

    private final SourceText source;
    private final int base;
    private final Syntax<SpecDiagramParser.DiagramContext> syntax;
    private final Diagnostics diagnostics;
    private final DiagramLabels labels;
    private final List<Box> boxes = new ArrayList<>();
    private OctetRuler ruler;
    private boolean ruled;
    private boolean broken = true;
    private boolean elided;
    private Optional<Long> offset = Optional.of(0L);
    private int measured;
    private int[] columns = {};

    private DiagramReader(SourceText source, int top, int bottom, Diagnostics diagnostics) {
        this.source = source;
        this.base = source.lineStart(top);
        this.diagnostics = diagnostics;
        String text = source.text().substring(base, source.lineEnd(bottom));
        this.syntax = Syntax.of(text + "\n", SpecDiagramLexer::new, SpecDiagramParser::new, SpecDiagramParser::diagram);
        this.labels = new DiagramLabels(this, diagnostics);
        this.ruler = OctetRuler.standard();
    }

    /** The diagram on lines {@code top} to {@code bottom}. */
    static Block.Diagram read(SourceText source, int top, int bottom, Diagnostics diagnostics) {
        DiagramReader reader = new DiagramReader(source, top, bottom, diagnostics);
        Span span = source.lineSpan(top).to(source.lineSpan(bottom));
        reader.readLines(span);
        return new Block.Diagram(reader.ruler.octets(), reader.boxes, span);
    }

    private void readLines(Span span) {
        reportMisfits();
        for (SpecDiagramParser.LineContext line : syntax.tree().line()) {
            if (line.ticks() != null) {
                readTicks(line.ticks());
            } else if (line.RULE() != null) {
                broken = true;
            } else if (line.DOTS() != null) {
                readDots();
            } else if (line.cells() != null) {
                readCells(line.cells());
            } else if (line.stray() != null) {
                reportStray(line.stray());
            }
        }
        if (!ruled) {
            diagnostics.report(Faults.DIAGRAM_RULER
                    .at(span, "the diagram has no row of ticks that says where its octets are")
                    .hint("put '0     1     2     3     4     5     6     7 octet' above it, a tick over each octet"));
        }
    }

    private void reportMisfits() {
        syntax.report(
                (from, to) -> place(Math.min(from, source.text().length() - base), to),
                (span, found) -> Faults.DIAGRAM_LABEL
                        .at(span, "%s does not belong into a cell's label", found)
                        .hint(
                                "labels read name, name (symbol), name[index], name[index].member, name... or (reserved)"),
                diagnostics);
    }

    private void reportStray(SpecDiagramParser.StrayContext stray) {
        Span span = place(syntax.start(stray), syntax.end(stray));
        diagnostics.report(Faults.DIAGRAM_ROW
                .at(span, "this is not a row of a diagram")
                .hint("rows are a ruler of ticks, rules such as +-----+, cells such as | name |, or ..."));
    }

    private void readTicks(SpecDiagramParser.TicksContext ticks) {
        List<Integer> places = new ArrayList<>();
        boolean counted = !ruled;
        for (TerminalNode number : ticks.NUMBER()) {
            counted &= number.getText().equals(Integer.toString(places.size()));
            places.add(column(syntax.start(number)));
        }
        boolean unit = ticks.unit != null && ticks.unit.getText().matches("octets?|bytes?");
        if (!counted || !unit || !OctetRuler.isEven(places)) {
            diagnostics.report(Faults.DIAGRAM_RULER
                    .at(place(syntax.start(ticks), syntax.end(ticks)), "this ruler does not count octets evenly from 0")
                    .hint("write '0     1     2     3     4     5     6     7 octet', once, above the diagram"));
        }
        if (!ruled && places.size() > 1 && places.get(1) - places.get(0) > 1) {
            ruler = OctetRuler.of(places);
        }
        ruled = true;
    }

    /** {@code ...} under a cell leaves its end open; between two rules, it stands for elements that are not drawn. */
    private void readDots() {
        if (boxes.isEmpty()) {
            diagnostics.report(Faults.DIAGRAM_ROW
                    .at(source.lineSpan(source.lineOf(base)), "the diagram begins with '...'")
                    .hint("draw first what goes on"));
            return;
        }
        if (!broken) {
            Box above = boxes.get(boxes.size() - 1);
            boxes.set(boxes.size() - 1, new Box(above.label(), above.offset(), above.octets(), true, above.span()));
        }
        elided = true;
        offset = Optional.empty();
    }

    private void readCells(SpecDiagramParser.CellsContext row) {
        List<Cell> cells = cells(row);
        if (!broken && !elided && cells.stream().allMatch(cell -> cell.label().isEmpty())) {
            grow(cells.size());
        } else {
            reportEmptyNeighbours(cells);
            cells.forEach(this::addBox);
        }
        broken = false;
        elided = false;
    }

    /** Only the first cell of a row may be empty: there, the box above goes on. */
    private void reportEmptyNeighbours(List<Cell> cells) {
        for (Cell cell : cells.subList(Math.min(1, cells.size()), cells.size())) {
            if (cell.label().isEmpty() && elided) {
                diagnostics.report(Faults.DIAGRAM_CELLS
                        .at(cell.span(), "this cell has no label, and is not the first of its row")
                        .hint("take the bar out, or name the field"));
            }
        }
    }

    /** A row without any text under a single box makes it one row higher. */
    private void grow(int cells) {
        Box above = boxes.get(boxes.size() - 1);
        if (cells != 1 || above.octets() % ruler.octets() != 0) {
            diagnostics.report(Faults.DIAGRAM_CELLS
                    .at(above.span(), "only a box as wide as the diagram can be several rows high")
                    .hint("write the size into the label, as in name (16 octets)"));
            return;
        }
        boxes.set(
                boxes.size() - 1,
                new Box(
                        above.label(),
                        above.offset(),
                        above.octets() + ruler.octets(),
                        above.openEnded(),
                        above.span()));
        advance(ruler.octets());
    }

    private void addBox(Cell cell) {
        BoxLabel label = cell.label().map(labels::label).orElse(new BoxLabel.Empty());
        boolean goesOn = label instanceof BoxLabel.Empty && elided;
        if (label instanceof BoxLabel.Empty && !goesOn) {
            diagnostics.report(Faults.DIAGRAM_LABEL
                    .at(cell.span(), "this cell has no label")
                    .hint("name the field, or write (reserved)"));
        }
        boolean open = cell.label().map(text -> text.getText().endsWith("...")).orElse(false);
        if (!goesOn) {
            boxes.add(new Box(label, offset, cell.octets(), open, cell.span()));
        }
        if (open) {
            offset = Optional.empty();
        }
        long size = label instanceof BoxLabel.Named named ? named.octets().orElse(cell.octets()) : cell.octets();
        advance(size);
    }

    private void advance(long octets) {
        offset = offset.map(at -> at + octets);
    }

    /** A cell of a row: the octets between its bars, and its text. */
    private record Cell(Optional<SpecDiagramParser.LabelContext> label, long octets, Span span) {}

    private List<Cell> cells(SpecDiagramParser.CellsContext row) {
        List<Cell> cells = new ArrayList<>();
        int from = 0;
        int bars = row.BAR().size();
        int children = row.getChildCount();
        Optional<SpecDiagramParser.LabelContext> label = Optional.empty();
        int bar = -1;
        for (int i = 0; i < children; i++) {
            if (row.getChild(i) instanceof SpecDiagramParser.LabelContext text) {
                label = Optional.of(text);
                continue;
            }
            int at = syntax.start(row.getChild(i));
            bar++;
            int edge = edge(at, bar == 0, bar == bars - 1, label);
            if (bar > 0) {
                cells.add(cell(label, from, edge, at));
            } else if (label.isPresent() || edge != 0) {
                reportLeft(at);
            }
            from = edge;
            label = Optional.empty();
        }
        if (label.isPresent() || from < ruler.octets()) {
            int end = syntax.end(row);
            if (label.isPresent()) {
                reportOpen(label.get());
                cells.add(cell(label, from, ruler.octets(), end));
            } else {
                reportShort(place(syntax.start(row), end), from);
            }
        }
        return cells;
    }

    private Cell cell(Optional<SpecDiagramParser.LabelContext> label, int from, int to, int end) {
        Span span =
                label.map(text -> place(syntax.start(text), syntax.end(text))).orElse(place(Math.max(0, end - 1), end));
        if (to <= from) {
            diagnostics.report(Faults.DIAGRAM_CELL_EMPTY
                    .at(span, "the cell '%s' covers no whole octet", span.text().strip())
                    .hint("an octet is %d columns wide here", ruler.pitch()));
        }
        return new Cell(label, Math.max(0, to - from), span);
    }

    private int edge(int at, boolean first, boolean last, Optional<SpecDiagramParser.LabelContext> label) {
        int column = column(at);
        OctetRuler.Edge edge = ruler.edge(column, first, last);
        if (!edge.isClear()) {
            String name = label.map(
                            text -> place(syntax.start(text), syntax.end(text)).text())
                    .orElse("");
            diagnostics.report(Faults.DIAGRAM_EDGE
                    .at(place(at, at + 1), "the cell '%s' ends inside octet %d", name, ruler.octetAt(column))
                    .hint(
                            "the bar stands in column %d; octet %d starts in column %d",
                            column + 1, edge.octet(), ruler.column(edge.octet()) + 1));
        }
        return edge.octet();
    }

    private void reportLeft(int at) {
        diagnostics.report(Faults.DIAGRAM_CELLS
                .at(place(at, at + 1), "the row does not begin at octet 0")
                .hint("its first bar stands in column %d", ruler.column(0) + 1));
    }

    private void reportOpen(SpecDiagramParser.LabelContext label) {
        Span span = place(syntax.start(label), syntax.end(label));
        diagnostics.report(Faults.DIAGRAM_OPEN_CELL
                .at(span, "the cell '%s' has no bar behind it and is read up to the end of the row", span.text())
                .hint("close it with a bar in column %d", ruler.column(ruler.octets()) + 1));
    }

    private void reportShort(Span span, int octets) {
        diagnostics.report(Faults.DIAGRAM_CELLS
                .at(span, "the row covers %d of %d octets", octets, ruler.octets())
                .hint("draw the rest, or mark it (reserved)"));
    }

    Span place(org.antlr.v4.runtime.ParserRuleContext node) {
        return place(syntax.start(node), syntax.end(node));
    }

    private Span place(int from, int to) {
        int limit = source.text().length();
        int start = Math.min(base + from, limit);
        return source.span(start, Math.min(Math.max(start, base + to), limit));
    }

    /** The column (from 0) at which the character at {@code from} of the diagram's text is seen. */
    private int column(int from) {
        int line = source.lineOf(base + from);
        if (line != measured) {
            columns = Columns.of(source.line(line)); // once a line, for a line may have thousands of bars
            measured = line;
        }
        return columns[base + from - source.lineStart(line)];
    }
}
