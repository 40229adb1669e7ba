package io.streamspec.tools.statistics;

import java.util.Arrays;

/**
 * Counts in cells of two axes, of which nobody has to know how far they reach: what lies beyond the last cell makes all
 * cells of that axis twice as wide, which joins pairs of them.
 */
final class Grid {

    private final int columns;
    private final int rows;
    private final long[] cells;
    private int columnShift;
    private int rowShift;

    Grid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.cells = new long[columns * rows];
    }

    /** Counts one at this place; neither is negative. */
    void add(long x, long y) {
        while (x >>> columnShift >= columns) {
            join(true);
        }
        while (y >>> rowShift >= rows) {
            join(false);
        }
        cells[(int) (y >>> rowShift) * columns + (int) (x >>> columnShift)]++;
    }

    /** Counts one in each cell of row {@code y} from {@code start} to before {@code end}, or to behind {@code start}. */
    void span(long start, long end, long y) {
        long last = Math.max(start, end - 1);
        while (last >>> columnShift >= columns) {
            join(true);
        }
        for (long column = start >>> columnShift; column <= last >>> columnShift; column++) {
            add(column << columnShift, y);
        }
    }

    private void join(boolean horizontally) {
        long[] old = cells.clone();
        Arrays.fill(cells, 0);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int target = horizontally ? row * columns + column / 2 : row / 2 * columns + column;
                cells[target] += old[row * columns + column];
            }
        }
        if (horizontally) {
            columnShift++;
        } else {
            rowShift++;
        }
    }

    long cell(int column, int row) {
        return cells[row * columns + column];
    }

    int columns() {
        return columns;
    }

    /** How many rows there are up to the last one that is not empty; one at least. */
    int usedRows() {
        return Math.max(1, (lastUsed() + columns) / columns);
    }

    /** Of a grid of one row, how many columns there are up to the last one that is not empty; one at least. */
    int usedColumns() {
        return Math.max(1, lastUsed() + 1);
    }

    private int lastUsed() {
        int last = cells.length - 1;
        while (last >= 0 && cells[last] == 0) {
            last--;
        }
        return last;
    }

    /** How much of the horizontal axis a cell takes. */
    long columnWidth() {
        return 1L << columnShift;
    }

    /** How much of the vertical axis a cell takes. */
    long rowHeight() {
        return 1L << rowShift;
    }

    /** The highest count of a cell. */
    long most() {
        long most = 0;
        for (long cell : cells) {
            most = Math.max(most, cell);
        }
        return most;
    }
}
