package io.streamspec.format;

import io.streamspec.format.Grid.Alignment;
import io.streamspec.format.Grid.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Writes tables whose columns are told by rules of dashes: multiline and simple ones. */
final class RuledTable {

    /** The columns that a multiline table fills: those of a page, as pandoc has them unless it is told otherwise. */
    static final int WIDTH = 72;

    private static final int TEXT_INDENT = 3;

    private final Grid grid;
    private final ColumnWidths columns;
    private final List<String> lines = new ArrayList<>();

    private RuledTable(Grid grid, ColumnWidths columns) {
        this.grid = grid;
        this.columns = columns;
    }

    /** The lines of {@code grid}, a multiline or a simple table. */
    static List<String> lines(Grid grid) {
        RuledTable table = new RuledTable(grid, columns(grid));
        boolean multiline = grid.form() == Form.MULTILINE;
        String rule = "-".repeat(table.columns.total());
        if (multiline) {
            table.lines.add(rule);
        }
        table.addTitles();
        table.lines.add(table.ruler());
        for (int row = 0; row < grid.rows().size(); row++) {
            if (multiline && row > 0) {
                table.lines.add("");
            }
            table.addCells(grid.rows().get(row));
        }
        if (multiline) {
            table.lines.add(rule);
        }
        return table.lines;
    }

    private static ColumnWidths columns(Grid grid) {
        return grid.form() == Form.MULTILINE ? ColumnWidths.filling(grid, WIDTH) : ColumnWidths.natural(grid);
    }

    /** How many columns the lines have. */
    static int width(Grid grid) {
        return columns(grid).total();
    }

    /** Dashes that are longer than a title align its column; those of a title's own length do not. */
    private int dashes(int column) {
        CellText title = grid.header().get(column);
        Alignment alignment = grid.alignments().get(column);
        int width = columns.widths().get(column);
        if (alignment == Alignment.DEFAULT && !title.isEmpty()) {
            return codePoints(title.line());
        }
        boolean indented = alignment == Alignment.RIGHT || alignment == Alignment.CENTER;
        return grid.form() == Form.SIMPLE && column == 0 && indented
                ? Math.min(width, codePoints(title.line()) + TEXT_INDENT) // more would make the title code
                : width;
    }

    private String ruler() {
        StringBuilder ruler = new StringBuilder();
        for (int column = 0; column < grid.columns(); column++) {
            ruler.append(" ".repeat(columns.starts().get(column) - ruler.length()))
                    .append("-".repeat(dashes(column)));
        }
        return ruler.toString();
    }

    private void addTitles() {
        addLines(IntStream.range(0, grid.columns())
                .mapToObj(column -> {
                    Alignment alignment = grid.alignments().get(column);
                    CellText title = grid.header().get(column);
                    int room = alignment == Alignment.DEFAULT ? title.width() : dashes(column);
                    return title.wrapped(room - alignment.overhang()).stream()
                            .map(line -> aligned(line, codePoints(line), alignment, dashes(column)))
                            .toList();
                })
                .toList());
    }

    private void addCells(List<CellText> row) {
        addLines(IntStream.range(0, grid.columns())
                .mapToObj(column -> {
                    Alignment alignment = grid.alignments().get(column);
                    int room = columns.room(column);
                    return row.get(column).wrapped(room).stream()
                            .map(line -> aligned(line, Metrics.of(line).most(), alignment, room))
                            .toList();
                })
                .toList());
    }

    private static String aligned(String line, int length, Alignment alignment, int width) {
        int free = width - length;
        int before =
                switch (alignment) {
                    case DEFAULT, LEFT -> 0;
                    case RIGHT -> free;
                    case CENTER -> Math.max(Math.min(free, 1), free / 2);
                };
        return " ".repeat(Math.max(0, before)) + line;
    }

    /** The lines of one row: the first lines of all its cells, the second lines, and so on. */
    private void addLines(List<List<String>> cells) {
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < height; i++) {
            StringBuilder line = new StringBuilder();
            int used = 0;
            for (int column = 0; column < cells.size(); column++) {
                if (i < cells.get(column).size()) {
                    String text = cells.get(column).get(i);
                    int gap = columns.starts().get(column) - used;
                    line.append(" ".repeat(Math.max(0, gap))).append(text);
                    used = Math.max(used, columns.starts().get(column))
                            + Metrics.of(text).least();
                }
            }
            lines.add(line.toString());
        }
    }

    private static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }
}
