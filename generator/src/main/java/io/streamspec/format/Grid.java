package io.streamspec.format;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table as it is understood, free of columns and lines. Two texts of one grid are one table to pandoc and to the
 * reader, but for the relative widths of columns.
 *
 * @param rows the rows as pandoc counts them: a further paragraph of a cell is a row of its own
 */
record Grid(Form form, List<Alignment> alignments, List<CellText> header, List<List<CellText>> rows) {

    /** The syntax of a table. */
    enum Form {
        MULTILINE,
        SIMPLE,
        PIPE
    }

    /** How a column is aligned, which pandoc takes from where its title stands over the dashes. */
    enum Alignment {
        DEFAULT,
        LEFT,
        RIGHT,
        CENTER;

        /** The columns that dashes have beyond the title they belong to. */
        int overhang() {
            return switch (this) {
                case DEFAULT -> 0;
                case LEFT, RIGHT -> 1;
                case CENTER -> 2;
            };
        }
    }

    Grid {
        alignments = List.copyOf(alignments);
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    int columns() {
        return alignments.size();
    }

    /** The cells of one column, its title first. */
    Stream<CellText> column(int column) {
        return Stream.concat(Stream.of(header.get(column)), rows.stream().map(row -> row.get(column)));
    }
}
