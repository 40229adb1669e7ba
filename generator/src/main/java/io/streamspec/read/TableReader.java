package io.streamspec.read;

import io.streamspec.source.Count;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Cuts tables into cells, where their rulers say or at their pipes. */
final class TableReader {

    private final SourceText source;
    private final Diagnostics diagnostics;

    TableReader(SourceText source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** A table between two solid rules, on lines {@code top} and {@code bottom}. */
    Optional<Block.Table> multiline(int top, int bottom, Optional<Passage> caption, Span span) {
        int ruler = top + 1;
        while (ruler < bottom && !isRuler(ruler)) {
            ruler++;
        }
        int width = source.line(top).strip().length();
        if (source.line(bottom).strip().length() * 4 < width * 3) {
            diagnostics.report(Faults.TABLE_OPEN
                    .at(source.lineSpan(top), "the table that starts here has no rule of its own length to end it")
                    .hint("close it with a rule of %d dashes", width));
            return Optional.empty();
        }
        if (ruler == bottom || ruler == top + 1) {
            diagnostics.report(Faults.TABLE_RULER
                    .at(source.lineSpan(top), "the table that starts here has no header with a ruler under it")
                    .hint("put dashes with gaps, one run a column, under the header"));
            return Optional.empty();
        }
        Ruler columns = Ruler.of(source, ruler);
        List<Passage> header = columns.cells(top + 1, ruler - 1, diagnostics).stream()
                .map(TableReader::joined)
                .toList();
        List<Block.Row> rows = new ArrayList<>();
        int from = ruler + 1;
        for (int line = ruler + 1; line <= bottom; line++) {
            if (line < bottom && isRuler(line)) {
                diagnostics.report(Faults.TABLE_RULER
                        .at(source.lineSpan(line), "the table has a second ruler")
                        .hint("divide rows by empty lines"));
            }
            if (line == bottom || source.line(line).isBlank()) {
                if (line > from) {
                    addRow(rows, columns, from, line - 1);
                }
                from = line + 1;
            }
        }
        return Optional.of(new Block.Table(header, merged(rows), caption, span));
    }

    /** A header line, a ruler, and a row a line. */
    Block.Table simple(int top, int bottom, Optional<Passage> caption, Span span) {
        Ruler columns = Ruler.of(source, top + 1);
        List<Passage> header = columns.cells(top, top, diagnostics).stream()
                .map(TableReader::joined)
                .toList();
        List<Block.Row> rows = new ArrayList<>();
        for (int line = top + 2; line <= bottom; line++) {
            addRow(rows, columns, line, line);
        }
        return new Block.Table(header, merged(rows), caption, span);
    }

    private void addRow(List<Block.Row> rows, Ruler columns, int from, int to) {
        List<Block.Cell> cells = columns.cells(from, to, diagnostics).stream()
                .map(TableReader::cell)
                .toList();
        rows.add(new Block.Row(cells, source.lineSpan(from).to(source.lineSpan(to))));
    }

    /** A pipe table: header, a ruler such as {@code |---|:--|}, and a row a line. */
    Block.Table pipe(int top, int bottom, Optional<Passage> caption, Span span) {
        List<Span> titles = PipeRow.cells(source, top);
        boolean ruled = top < bottom
                && PipeRow.cells(source, top + 1).stream()
                        .allMatch(cell -> cell.text().matches("\\s*:?-+:?\\s*"));
        if (!ruled) {
            diagnostics.report(Faults.TABLE_RULER
                    .at(source.lineSpan(top), "the table's header has no ruler under it")
                    .hint("put | --- | under each title"));
        }
        List<Block.Row> rows = new ArrayList<>();
        for (int line = top + 1; line <= bottom; line++) {
            List<Span> cells = PipeRow.cells(source, line);
            if (cells.size() != titles.size()) {
                diagnostics.report(Faults.TABLE_CELLS
                        .at(
                                source.lineSpan(line),
                                "this row has %s, the header has %d",
                                Count.of(cells.size(), "cell"),
                                titles.size())
                        .hint("give each row a cell for each column, empty ones too"));
            } else if (line > top + 1 || !ruled) {
                rows.add(new Block.Row(
                        cells.stream().map(cell -> cell(List.of(cell))).toList(), source.lineSpan(line)));
            }
        }
        return new Block.Table(titles.stream().map(Passage::of).toList(), merged(rows), caption, span);
    }

    /** A row whose cells are empty but for the last holds further paragraphs of the row above. */
    private static List<Block.Row> merged(List<Block.Row> rows) {
        List<Block.Row> merged = new ArrayList<>();
        for (int from = 0, to; from < rows.size(); from = to) {
            to = from + 1;
            while (to < rows.size() && goesOn(rows.get(to))) {
                to++;
            }
            merged.add(to == from + 1 ? rows.get(from) : merge(rows.subList(from, to)));
        }
        return merged;
    }

    private static boolean goesOn(Block.Row row) {
        int last = row.cells().size() - 1;
        return last > 0
                && row.cells().subList(0, last).stream()
                        .allMatch(cell -> cell.paragraphs().isEmpty());
    }

    private static Block.Row merge(List<Block.Row> rows) {
        Block.Row first = rows.get(0);
        int last = first.cells().size() - 1;
        List<Passage> paragraphs = rows.stream()
                .flatMap(row -> row.cells().get(row.cells().size() - 1).paragraphs().stream())
                .toList();
        Span span = paragraphs.isEmpty()
                ? first.cells().get(last).span()
                : paragraphs
                        .get(0)
                        .span()
                        .to(paragraphs.get(paragraphs.size() - 1).span());
        List<Block.Cell> cells = new ArrayList<>(first.cells());
        cells.set(last, new Block.Cell(paragraphs, span));
        return new Block.Row(cells, first.span().to(rows.get(rows.size() - 1).span()));
    }

    private static Block.Cell cell(List<Span> lines) {
        Passage passage = joined(lines);
        return new Block.Cell(passage.isEmpty() ? List.of() : List.of(passage), passage.span());
    }

    private static Passage joined(List<Span> lines) {
        return Passage.joining(lines);
    }

    private boolean isRuler(int line) {
        String text = source.line(line);
        if (!text.chars().allMatch(c -> c == '-' || Character.isWhitespace(c))) {
            return false;
        }
        String[] runs = text.strip().split("\\s+");
        return runs.length > 1 && Stream.of(runs).allMatch(run -> run.length() > 1);
    }
}
