package io.streamspec.format;

import java.util.List;

/**
 * What a diagram shows, free of columns: rows of cells, and the places where rows are left out.
 *
 * @param octetsPerRow at least 2
 * @param unit the word at the end of the ruler, {@code octet} or {@code byte}
 */
record Drawing(int octetsPerRow, String unit, List<Band> bands) {

    Drawing {
        bands = List.copyOf(bands);
    }

    /** A part of the drawing, from rule to rule. */
    sealed interface Band {}

    /**
     * A row of cells.
     *
     * @param lead octets at its left where the cell above goes on
     * @param height how many rows its only cell is high; 1 if there are several
     * @param isOpen whether its last cell goes on below it
     */
    record Row(int lead, List<Cell> cells, long height, boolean isOpen) implements Band {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /** {@code ...} between two rules: rows that are not drawn. */
    record Elision() implements Band {}

    /** A cell of so many octets, with what is written in it. */
    record Cell(String label, int octets) {}

    /** Whether no row has more octets than the ruler; one that is read before its ruler may. */
    boolean isEven() {
        return bands.stream().allMatch(band -> !(band instanceof Row row) || row.lead() >= 0);
    }

    /** How many lines the drawing takes. */
    long lines() {
        return 2
                + bands.stream()
                        .mapToLong(band -> band instanceof Row row ? row.height() + 2 : 2)
                        .sum();
    }
}
