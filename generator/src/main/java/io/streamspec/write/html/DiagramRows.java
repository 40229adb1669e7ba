package io.streamspec.write.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes cells one behind the other, and puts them into rows of one width. */
final class DiagramRows {

    private static final int TOP = 26;
    static final int ROW = 42;
    private static final int GAP = 26;
    private static final int FUNNEL = 20;

    private final Canvas canvas;
    private final int perRow;
    private final List<Diagram.Row> rows = new ArrayList<>();
    private final List<Diagram.Cell> cells = new ArrayList<>();
    private final List<Diagram.Row> below = new ArrayList<>();
    private OptionalLong start = OptionalLong.empty();
    private int y = TOP;
    private int column;

    DiagramRows(Canvas canvas, int perRow) {
        this.canvas = canvas;
        this.perRow = perRow;
    }

    /** What a cell shows, wherever it is put. */
    record Ink(String field, String kind, String label, String note, String href) {}

    /** How many of {@code octets} the next cell takes: what there is room for, or, unless it is to be one row, whole rows. */
    long fitting(long octets, boolean oneRow) {
        long room = perRow - column;
        return oneRow || column > 0 || octets < perRow ? Math.min(octets, room) : octets / perRow * perRow;
    }

    int column() {
        return column;
    }

    int pitch() {
        return canvas.pitch(perRow);
    }

    int width() {
        return pitch() * perRow;
    }

    /** Where the next cell starts. */
    int x() {
        return canvas.left() + column * pitch();
    }

    /** Puts a cell of {@code octets}, which is not more than is {@link #fitting}; its offset is {@code at}. */
    void add(int octets, OptionalLong at, Ink ink) {
        if (octets > perRow) {
            int height = octets / perRow * ROW;
            close("octets", at, height, List.of(cell(perRow, 0, width(), height, ink)));
            endRow();
            return;
        }
        if (column == 0) {
            start = at;
        }
        cells.add(cell(octets, column, octets * pitch(), ROW, ink));
        column += octets;
        if (column == perRow) {
            endRow();
        }
    }

    /** A row of its own without a fixed end, for a gap, or for a body without octets. */
    void whole(String kind, OptionalLong at, Ink ink) {
        endRow();
        int height = kind.equals("gap") ? GAP : ROW;
        close(kind, at, height, List.of(cell(perRow, 0, width(), height, ink)));
    }

    /** Draws the bits of the cell that starts at {@code x} under the row that is being filled. */
    void magnify(int x, int octets, String label, List<List<Diagram.Cell>> bits) {
        for (List<Diagram.Cell> line : bits) {
            int span = line.stream().mapToInt(Diagram.Cell::width).sum();
            Diagram.Funnel funnel = new Diagram.Funnel(x, octets * pitch(), canvas.left(), span, FUNNEL, label);
            below.add(new Diagram.Row("bits", 0, ROW, "", "bits", line, Optional.of(funnel)));
        }
    }

    /** Starts a new row, if the present one has cells. */
    void endRow() {
        if (!cells.isEmpty()) {
            close("octets", start, ROW, List.copyOf(cells));
            cells.clear();
        }
        column = 0;
        below.forEach(this::addBits);
        below.clear();
    }

    private void addBits(Diagram.Row row) {
        y += FUNNEL;
        rows.add(new Diagram.Row(row.kind(), y, row.height(), "", row.hex(), row.cells(), row.funnel()));
        y += ROW + 6;
    }

    List<Diagram.Row> rows() {
        endRow();
        return rows;
    }

    int height() {
        return y + 2;
    }

    private Diagram.Cell cell(int columns, int at, int width, int height, Ink ink) {
        int x = canvas.left() + at * pitch();
        return new Diagram.Cell(
                ink.field(), ink.kind(), columns, x, width, height, ink.label(), ink.note(), ink.href());
    }

    private void close(String kind, OptionalLong at, int height, List<Diagram.Cell> content) {
        boolean known = at.isPresent();
        String decimal = known ? Long.toString(at.getAsLong()) : "";
        String hex = known ? FieldWords.hexadecimal(at.getAsLong()) : kind.equals("octets") ? "varies" : "";
        rows.add(new Diagram.Row(kind, y, height, decimal, hex, content, Optional.empty()));
        y += height;
    }
}
