package io.streamspec.write.html;

import java.util.List;

/** An octet diagram, laid out; all places and sizes are in the units of its view box. */
public record Diagram(String title, String description, int width, int height, List<Tick> ticks, List<Cell> cells) {

    public Diagram {
        ticks = List.copyOf(ticks);
        cells = List.copyOf(cells);
    }

    /** A number over an octet. */
    public record Tick(int x, String label) {}

    /**
     * A cell.
     *
     * @param field the field it belongs to
     * @param offset that field's offset, or empty where it is not fixed
     * @param octets that field's size, or empty where it varies
     * @param kind one of plain, reserved, open, gap: how it is drawn
     * @param href the row that describes the field, or empty
     */
    public record Cell(
            String field,
            String offset,
            String octets,
            String kind,
            int x,
            int y,
            int width,
            int height,
            String label,
            String note,
            String href) {

        /** The middle of the cell. */
        public int centre() {
            return x + width / 2;
        }

        /** The base line of the label. */
        public int labelY() {
            return y + height / 2 + (note.isEmpty() ? 5 : -1);
        }

        /** The base line of the note under the label. */
        public int noteY() {
            return y + height / 2 + 14;
        }
    }
}
