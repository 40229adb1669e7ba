package io.streamspec.lint;

import io.streamspec.read.Block;
import io.streamspec.read.Passage;
import java.util.Locale;

/** A row of a table of fields: {@code guest_width (w)} names the field {@code guest_width}. */
record FieldRow(Block.Row row, Block.Table table) {

    /** The name of the field as structures call it: {@code param index} is {@code param_index}. */
    String name() {
        return row.cells()
                .get(0)
                .text()
                .replaceFirst("\\s*\\([^)]*\\)$", "")
                .replaceAll("[`*\\\\]", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_]+", "_");
    }

    Block.Cell description() {
        return row.cells().get(row.cells().size() - 1);
    }

    /** The title of column {@code column}, in small letters. */
    String title(int column) {
        Passage title = table.header().get(column);
        return title.text().toLowerCase(Locale.ROOT);
    }
}
