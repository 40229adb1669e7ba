package io.streamspec.format;

import io.streamspec.format.Grid.Alignment;
import io.streamspec.format.Grid.Form;
import io.streamspec.read.Block;
import io.streamspec.read.PipeRow;
import io.streamspec.read.Ruler;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Takes a table from the text, row by row as pandoc has them. Which lines it stands on is found here too: a table's
 * block also holds its caption.
 */
final class GridReader {

    private static final Pattern PIPE = Pattern.compile(" {0,3}\\|.*");

    private final SourceText source;
    private final int top;
    private final int end;
    private final Diagnostics cuts = new Diagnostics();

    private GridReader(Block.Table table) {
        this.source = table.span().source();
        this.top = table.span().line();
        this.end = source.lineOf(table.span().end());
    }

    /** A table and the last of its lines, the caption left out. */
    record Found(Grid grid, int bottom) {

        /** Whether pandoc and the reader agree on where the titles stand, so that they can be set anew. */
        boolean hasPlainTitles() {
            List<CellText> titles = grid.header();
            boolean whole = IntStream.range(0, grid.columns())
                    .allMatch(column -> grid.alignments().get(column) != Alignment.DEFAULT
                            || titles.get(column).parts().size() <= 1);
            return whole
                    && titles.subList(0, titles.size() - 1).stream()
                            .allMatch(title -> Metrics.of(title.line()).drift() == 0);
        }
    }

    /** The grid of {@code table}, which was read without an error; nothing if a word is cut by the edge of a column. */
    static Optional<Found> read(Block.Table table) {
        GridReader reader = new GridReader(table);
        String first = reader.source.line(reader.top);
        Found found = PIPE.matcher(first).matches()
                ? reader.pipe()
                : isRule(first) ? reader.multiline() : reader.simple(table.rows());
        return reader.cuts.sorted().isEmpty() ? Optional.of(found) : Optional.empty();
    }

    private Found multiline() {
        int bottom = top + 1;
        while (!isRule(source.line(bottom))) {
            bottom++;
        }
        int ruled = top + 1;
        while (!isRuler(source.line(ruled))) {
            ruled++;
        }
        Ruler ruler = Ruler.of(source, ruled);
        List<List<CellText>> rows = new ArrayList<>();
        int from = ruled + 1;
        for (int line = from; line <= bottom; line++) {
            if (line == bottom || source.line(line).isBlank()) {
                if (line > from) {
                    rows.add(cells(ruler, from, line - 1));
                }
                from = line + 1;
            }
        }
        return new Found(
                new Grid(Form.MULTILINE, alignments(ruler, top + 1, ruled - 1), cells(ruler, top + 1, ruled - 1), rows),
                bottom);
    }

    private Found simple(List<Block.Row> blocks) {
        Ruler ruler = Ruler.of(source, top + 1);
        int bottom = source.lineOf(blocks.get(blocks.size() - 1).span().end());
        List<List<CellText>> rows = new ArrayList<>();
        for (int line = top + 2; line <= bottom; line++) {
            rows.add(cells(ruler, line, line));
        }
        return new Found(new Grid(Form.SIMPLE, alignments(ruler, top, top), cells(ruler, top, top), rows), bottom);
    }

    private Found pipe() {
        int bottom = top;
        while (bottom < end && PIPE.matcher(source.line(bottom + 1)).matches()) {
            bottom++;
        }
        List<Alignment> alignments = PipeRow.cells(source, top + 1).stream()
                .map(cell -> pipeAlignment(cell.text().strip()))
                .toList();
        List<List<CellText>> rows = new ArrayList<>();
        for (int line = top + 2; line <= bottom; line++) {
            rows.add(pipeCells(line));
        }
        return new Found(new Grid(Form.PIPE, alignments, pipeCells(top), rows), bottom);
    }

    private List<CellText> pipeCells(int line) {
        return PipeRow.cells(source, line).stream()
                .map(cell -> CellText.of(cell.text()))
                .toList();
    }

    private static Alignment pipeAlignment(String dashes) {
        boolean right = dashes.endsWith(":");
        return dashes.startsWith(":")
                ? right ? Alignment.CENTER : Alignment.LEFT
                : right ? Alignment.RIGHT : Alignment.DEFAULT;
    }

    private List<CellText> cells(Ruler ruler, int from, int to) {
        return ruler.cells(from, to, cuts).stream()
                .map(lines -> CellText.of(lines.stream().map(Span::text).toList()))
                .toList();
    }

    private List<Alignment> alignments(Ruler ruler, int from, int to) {
        List<List<Span>> titles = ruler.cells(from, to, cuts);
        List<Alignment> alignments = new ArrayList<>();
        for (int column = 0; column < titles.size(); column++) {
            int before = column == 0 ? ruler.start(0) : 0;
            alignments.add(
                    alignment(titles.get(column).stream().map(Span::text).toList(), before, ruler.dashes(column)));
        }
        return alignments;
    }

    /** Of a title of several lines, the shortest says how the column is aligned. */
    private static Alignment alignment(List<String> title, int before, int dashes) {
        Optional<String> shortest = title.stream()
                .map(String::stripTrailing)
                .map(line -> line.substring(Math.min(before, line.length())))
                .filter(line -> !line.isBlank())
                .min(java.util.Comparator.comparingInt(String::length));
        if (shortest.isEmpty()) {
            return Alignment.DEFAULT;
        }
        boolean left = Character.isWhitespace(shortest.get().charAt(0));
        boolean right = shortest.get().codePointCount(0, shortest.get().length()) < dashes;
        return left ? right ? Alignment.CENTER : Alignment.RIGHT : right ? Alignment.LEFT : Alignment.DEFAULT;
    }

    private static boolean isRule(String line) {
        String dashes = line.stripTrailing();
        return dashes.length() > 2 && dashes.chars().allMatch(c -> c == '-');
    }

    private static boolean isRuler(String line) {
        List<String> runs = List.of(line.strip().split("\\s+"));
        return runs.size() > 1
                && runs.stream().allMatch(run -> run.length() > 1 && run.chars().allMatch(c -> c == '-'));
    }
}
