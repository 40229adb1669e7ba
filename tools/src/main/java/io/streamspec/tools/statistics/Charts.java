package io.streamspec.tools.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** The charts of a page, as SVG: cells of equal darkness are one path, whose size is bounded by the number of cells. */
final class Charts {

    private static final int LEVELS = 5;
    private static final int BAND = 16;

    private Charts() {}

    /** Which types of records lie where: a band each. */
    static String bands(RecordCounts records, long octets) {
        Grid grid = records.timeline();
        int rows = records.rows().size();
        StringBuilder svg = new StringBuilder();
        open(svg, "timeline", columns(grid, octets), rows * BAND, "Record types by position in the stream");
        for (int row = 0; row < rows; row++) {
            StringBuilder path = new StringBuilder();
            runs(path, grid, row, row * BAND + 2, BAND - 4, cell -> cell > 0);
            svg.append("<path class=\"band\" d=\"").append(path).append("\"/>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    /** Where in the stream which pages lie, page numbers upwards. */
    static String plot(Grid grid, long octets) {
        StringBuilder svg = new StringBuilder();
        int height = grid.usedRows();
        open(svg, "pages", columns(grid, octets), height, "Page numbers by position in the stream");
        for (int level = 1; level <= LEVELS; level++) {
            StringBuilder path = new StringBuilder();
            for (int row = 0; row < height; row++) {
                runs(path, grid, row, height - 1 - row, 1, level, grid.most());
            }
            path(svg, level, path);
        }
        return svg.append("</svg>\n").toString();
    }

    /** How often each part of memory was sent; memory runs along rows, from the upper left. */
    static String heat(Grid line, int side) {
        StringBuilder svg = new StringBuilder();
        int height = (line.usedColumns() + side - 1) / side;
        open(svg, "heat", side, height, "Memory, by how often its pages were sent");
        for (int level = 1; level <= LEVELS; level++) {
            StringBuilder path = new StringBuilder();
            for (int cell = 0; cell < line.columns(); cell++) {
                if (level(line.cell(cell, 0), line.most()) == level) {
                    rectangle(path, cell % side, cell / side, 1, 1);
                }
            }
            path(svg, level, path);
        }
        return svg.append("</svg>\n").toString();
    }

    /** The columns that a stream of so many octets takes; one at least. */
    private static int columns(Grid grid, long octets) {
        return (int) Math.max(1, Math.min(grid.columns(), (octets - 1) / grid.columnWidth() + 1));
    }

    /** What the levels mean: the lowest and highest count of each that can occur. */
    static List<String> legend(long most) {
        List<String> words = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) {
            long low = (level - 1) * most / LEVELS + 1;
            long high = level * most / LEVELS;
            words.add(high < low ? "" : low == high ? String.valueOf(low) : low + " to " + high);
        }
        return words;
    }

    /** 0 of nothing, else one of the levels from 1. */
    private static int level(long count, long most) {
        for (int level = 1; level < LEVELS; level++) {
            if (count <= level * most / LEVELS) {
                return count == 0 ? 0 : level;
            }
        }
        return LEVELS;
    }

    private static void runs(StringBuilder path, Grid grid, int row, int y, int height, int level, long most) {
        runs(path, grid, row, y, height, cell -> level(cell, most) == level);
    }

    private static void runs(StringBuilder path, Grid grid, int row, int y, int height, LongPredicate isIn) {
        for (int column = 0; column < grid.columns(); column++) {
            int start = column;
            while (column < grid.columns() && isIn.test(grid.cell(column, row))) {
                column++;
            }
            if (column > start) {
                rectangle(path, start, y, column - start, height);
            }
        }
    }

    private static void open(StringBuilder svg, String id, int width, int height, String title) {
        svg.append("<svg role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" id=\"")
                .append(id);
        svg.append("\" class=\"chart\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        svg.append("\" preserveAspectRatio=\"none\" shape-rendering=\"crispEdges\" aria-labelledby=\"");
        svg.append(id)
                .append("-title ")
                .append(id)
                .append("-desc\">\n<title id=\"")
                .append(id)
                .append("-title\">");
        svg.append(title).append("</title>\n<desc id=\"").append(id);
        svg.append("-desc\">Tables on this page tell the same in numbers.</desc>\n");
    }

    private static void path(StringBuilder svg, int level, StringBuilder path) {
        svg.append("<path class=\"level")
                .append(level)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n");
    }

    private static void rectangle(StringBuilder path, int x, int y, int width, int height) {
        path.append('M').append(x).append(' ').append(y).append('h').append(width);
        path.append('v').append(height).append("h-").append(width).append('z');
    }
}
