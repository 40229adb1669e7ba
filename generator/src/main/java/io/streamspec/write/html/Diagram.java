package io.streamspec.write.html;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An octet diagram, laid out.
 *
 * @param description all fields with their places, in words
 * @param drawings one for wide windows and one for narrow ones, or one for both
 */
public record Diagram(String title, String description, List<Drawing> drawings) {

    public Diagram {
        drawings = List.copyOf(drawings);
    }

    /**
     * What is drawn; places and sizes are in the units of its view box, of cells from the top of their row.
     *
     * @param use wide or narrow, the windows that it is for; empty if for both
     * @param ruler numbers over the octets; none over a body without any
     * @param legend what stands in cells that are too narrow for it
     */
    public record Drawing(
            String use, int width, int height, Optional<Ruler> ruler, List<Row> rows, List<Callout> legend) {
        public Drawing {
            rows = List.copyOf(rows);
            legend = List.copyOf(legend);
        }
    }

    /** The numbers over the octets of a row. Drawings with rows as long share the one that their page has. */
    public record Ruler(String id, List<Tick> ticks) {
        public Ruler {
            ticks = List.copyOf(ticks);
        }
    }

    /** A number over an octet. */
    public record Tick(int x, int octet) {}

    /** The rulers that {@code diagrams} need, each once. */
    static List<Ruler> rulers(Stream<Diagram> diagrams) {
        return diagrams.flatMap(diagram -> diagram.drawings().stream())
                .flatMap(drawing -> drawing.ruler().stream())
                .distinct()
                .toList();
    }

    /** What a narrow cell could not hold: its mark there, the words, and the row of the table that describes it. */
    public record Callout(String mark, String label, String href) {}

    /**
     * Cells beside each other.
     *
     * @param kind octets; bits, where a field of the row above is drawn once more by its bits; gap, where elements or
     *     octets are left out; empty, where there are no octets at all
     * @param start the offset of its first octet in decimal, or empty where it varies
     * @param hex the same in hexadecimal, or what stands in its place
     * @param funnel ties a row of bits to the cell that it magnifies
     */
    public record Row(
            String kind, int y, int height, String start, String hex, List<Cell> cells, Optional<Funnel> funnel) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** The cell above, from {@code x} over {@code width}, down to the row of bits, from {@code left} over {@code span}. */
    public record Funnel(int x, int width, int left, int span, int height, String label) {
        /** The outline, as points of a polygon, from the top of the row of bits. */
        public String points() {
            return "%d,%d %d,%d %d,0 %d,0".formatted(x, -height, x + width, -height, left + span, left);
        }
    }

    /**
     * A cell.
     *
     * @param field the field it belongs to: {@code count}, {@code param.index} for a member
     * @param kind one of plain, constant, reserved, sometimes, open, gap, empty: how it is drawn
     * @param columns the octets or bits it takes of its row
     * @param note a second line, or empty
     * @param href the row that describes it, or empty
     */
    public record Cell(
            String field,
            String kind,
            int columns,
            int x,
            int width,
            int height,
            String label,
            String note,
            String href) {

        private static final int TOOTH = 24;

        /** The middle of the cell. */
        public int centre() {
            return x + width / 2;
        }

        /** The base line of the label. */
        public int labelY() {
            return height / 2 + (note.isEmpty() ? 5 : -3);
        }

        /** The base line of the note under the label; above the teeth of a torn edge. */
        public int noteY() {
            return height / 2 + (kind.startsWith("open") ? 11 : 14);
        }

        /** The outline of a cell without a fixed end: its lower edge is torn. */
        public String torn() {
            StringBuilder path = new StringBuilder("M%d %dV0H%dV%d".formatted(x, height, x + width, height));
            int teeth = Math.max(1, width / TOOTH);
            for (int tooth = 1; tooth <= teeth; tooth++) {
                int step = width * tooth / teeth - width * (tooth - 1) / teeth;
                path.append(tooth == 1 ? "l" : "")
                        .append(tooth % 2 == 1 ? "-%d-5".formatted(step) : "-%d 5".formatted(step));
            }
            return path.append('Z').toString();
        }
    }
}
