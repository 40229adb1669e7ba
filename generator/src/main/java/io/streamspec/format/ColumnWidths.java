package io.streamspec.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How wide the columns of a table are. Each is as wide as its text if there is room; where there is not, the widest
 * give way, equally, but never below their widest word.
 *
 * @param starts the column of the text (from 0) at which each column of the table starts
 * @param widths how wide each is, without the gap behind it
 * @param drifts by how much the text before it can be counted differently
 */
record ColumnWidths(List<Integer> starts, List<Integer> widths, List<Integer> drifts) {

    /** The spaces between columns. */
    static final int GAP = 2;

    private static final int NARROWEST = 2;

    ColumnWidths {
        starts = List.copyOf(starts);
        widths = List.copyOf(widths);
        drifts = List.copyOf(drifts);
    }

    /** Columns as wide as their text. */
    static ColumnWidths natural(Grid grid) {
        return of(grid, natural(grid, drifts(grid)));
    }

    /** Columns that fill {@code total} columns of text, or more if their widest words need more. */
    static ColumnWidths filling(Grid grid, int total) {
        List<Integer> drifts = drifts(grid);
        List<Integer> natural = natural(grid, drifts);
        List<Integer> least = IntStream.range(0, grid.columns())
                .mapToObj(column -> drifts.get(column) + least(grid, column))
                .toList();
        int room = total - GAP * (grid.columns() - 1);
        List<Integer> widths = new ArrayList<>(shared(natural, least, room));
        int last = widths.size() - 1;
        int rest = room - widths.stream().mapToInt(Integer::intValue).sum();
        widths.set(last, widths.get(last) + Math.max(0, rest));
        return of(grid, widths);
    }

    /** How wide the whole table is. */
    int total() {
        int last = widths.size() - 1;
        return starts.get(last) + widths.get(last);
    }

    /** How wide the text of a column may be. */
    int room(int column) {
        return widths.get(column) - drifts.get(column);
    }

    private static ColumnWidths of(Grid grid, List<Integer> widths) {
        List<Integer> starts = new ArrayList<>();
        int start = 0;
        for (int width : widths) {
            starts.add(start);
            start += width + GAP;
        }
        return new ColumnWidths(starts, widths, drifts(grid));
    }

    /** The widest that no column exceeds, if all of them are to fit into {@code room}. */
    private static List<Integer> shared(List<Integer> natural, List<Integer> least, int room) {
        int low = 0;
        int high = natural.stream().mapToInt(Integer::intValue).max().orElse(0);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (capped(natural, least, middle).stream()
                            .mapToLong(width -> width)
                            .sum()
                    <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return capped(natural, least, low);
    }

    private static List<Integer> capped(List<Integer> natural, List<Integer> least, int most) {
        return IntStream.range(0, natural.size())
                .mapToObj(column -> Math.max(least.get(column), Math.min(most, natural.get(column))))
                .toList();
    }

    private static List<Integer> natural(Grid grid, List<Integer> drifts) {
        return IntStream.range(0, grid.columns())
                .mapToObj(column -> drifts.get(column)
                        + Math.max(
                                least(grid, column),
                                Math.max(
                                        grid.header().get(column).width() + overhang(grid, column),
                                        grid.column(column)
                                                .mapToInt(CellText::width)
                                                .max()
                                                .orElse(0))))
                .toList();
    }

    /** The widest word; a title that has its dashes for itself stays in one line. */
    private static int least(Grid grid, int column) {
        CellText title = grid.header().get(column);
        boolean whole = grid.alignments().get(column) == Grid.Alignment.DEFAULT;
        int titled = (whole ? title.width() : title.widestWord()) + overhang(grid, column);
        int widest = grid.column(column).mapToInt(CellText::widestWord).max().orElse(0);
        return Math.max(NARROWEST, Math.max(titled, widest));
    }

    private static int overhang(Grid grid, int column) {
        return grid.header().get(column).isEmpty()
                ? 0
                : grid.alignments().get(column).overhang();
    }

    private static List<Integer> drifts(Grid grid) {
        List<Integer> drifts = new ArrayList<>();
        int drift = 0;
        for (int column = 0; column < grid.columns(); column++) {
            drifts.add(drift);
            drift += grid.column(column)
                    .mapToInt(cell -> Metrics.of(cell.line()).drift())
                    .max()
                    .orElse(0);
        }
        return drifts;
    }
}
