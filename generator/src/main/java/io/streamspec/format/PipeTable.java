package io.streamspec.format;

import io.streamspec.format.Grid.Alignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Writes pipe tables. Pandoc lets the cells of such a table grow with their text as long as no line has more than
 * {@value #WIDTH} columns; beyond, it wraps them in columns as wide as the dashes say. So tables are padded up to that
 * width, and where the text needs more, the dashes stay as they are.
 */
final class PipeTable {

    /** The columns of a page, as pandoc has them unless it is told otherwise. */
    static final int WIDTH = RuledTable.WIDTH;

    private static final int FEWEST_DASHES = 3;

    private PipeTable() {}

    /** The lines of {@code grid}; nothing if {@code original} is the only form that pandoc reads in the same way. */
    static Optional<List<String>> lines(Grid grid, List<String> original) {
        List<String> tight = tight(
                grid,
                grid.alignments().stream()
                        .map(alignment -> dashes(alignment, FEWEST_DASHES))
                        .toList());
        if (widest(tight) <= WIDTH) {
            List<String> padded = padded(grid);
            return Optional.of(widest(padded) <= WIDTH ? padded : tight);
        }
        List<String> rule = cells(original.get(1));
        return widest(original) > WIDTH && rule.size() == grid.columns()
                ? Optional.of(tight(grid, rule))
                : Optional.empty();
    }

    private static int widest(List<String> lines) {
        return lines.stream()
                .mapToInt(line -> Metrics.of(line.stripTrailing()).most())
                .max()
                .orElse(0);
    }

    /** The cells of a rule. */
    private static List<String> cells(String rule) {
        return List.of(rule.strip().replaceFirst("^\\|", "").split("\\|")).stream()
                .map(String::strip)
                .toList();
    }

    private static List<String> tight(Grid grid, List<String> rule) {
        List<String> lines = new ArrayList<>(List.of(line(texts(grid.header())), line(rule)));
        grid.rows().forEach(row -> lines.add(line(texts(row))));
        return lines;
    }

    private static List<String> padded(Grid grid) {
        List<Integer> widths = IntStream.range(0, grid.columns())
                .mapToObj(column -> grid.column(column)
                        .mapToInt(cell ->
                                Math.max(FEWEST_DASHES, Metrics.of(cell.line()).most()))
                        .max()
                        .orElse(FEWEST_DASHES))
                .toList();
        int total = widths.stream().mapToInt(width -> width + 3).sum() + 1;
        if (total > WIDTH) {
            return List.of("-".repeat(total));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(padded(grid, grid.header(), widths)));
        lines.add(line(IntStream.range(0, grid.columns())
                .mapToObj(column -> dashes(grid.alignments().get(column), widths.get(column)))
                .toList()));
        grid.rows().forEach(row -> lines.add(line(padded(grid, row, widths))));
        return lines;
    }

    private static List<String> texts(List<CellText> cells) {
        return cells.stream().map(CellText::line).toList();
    }

    private static List<String> padded(Grid grid, List<CellText> cells, List<Integer> widths) {
        return IntStream.range(0, grid.columns())
                .mapToObj(column -> {
                    String text = cells.get(column).line();
                    int free = widths.get(column) - Metrics.of(text).most();
                    int before =
                            switch (grid.alignments().get(column)) {
                                case DEFAULT, LEFT -> 0;
                                case RIGHT -> free;
                                case CENTER -> free / 2;
                            };
                    return " ".repeat(before) + text + " ".repeat(free - before);
                })
                .toList();
    }

    private static String dashes(Alignment alignment, int width) {
        boolean left = alignment == Alignment.LEFT || alignment == Alignment.CENTER;
        boolean right = alignment == Alignment.RIGHT || alignment == Alignment.CENTER;
        return (left ? ":" : "") + "-".repeat(width - (left ? 1 : 0) - (right ? 1 : 0)) + (right ? ":" : "");
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
