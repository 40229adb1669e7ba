package io.streamspec.lint;

import io.streamspec.read.Block;
import io.streamspec.read.SpecificationReader;
import io.streamspec.read.Statement;
import io.streamspec.source.Diagnostics;
import java.util.List;
import java.util.Locale;

/**
 * A row of a table of fields.
 *
 * @param name what structures call the field: {@code param index} is {@code param_index}, {@code guest_width (w)} is
 *     {@code guest_width}
 * @param statements what the description says, a statement a paragraph
 */
record FieldRow(String name, Block.Row row, List<Statement> statements, Block.Table table) {

    FieldRow {
        statements = List.copyOf(statements);
    }

    static FieldRow of(Block.Row row, Block.Table table) {
        String label = row.cells().get(0).text();
        int symbol = label.endsWith(")") ? label.lastIndexOf('(') : -1;
        String name = (symbol > 0 ? label.substring(0, symbol) : label)
                .replaceAll("[`*\\\\]", "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}_]+", "_");
        Block.Cell description = row.cells().get(row.cells().size() - 1);
        return new FieldRow(name, row, SpecificationReader.statements(description, new Diagnostics()), table);
    }

    Block.Cell description() {
        return row.cells().get(row.cells().size() - 1);
    }

    /** The title of column {@code column}, in small letters. */
    String title(int column) {
        return table.header().get(column).text().toLowerCase(Locale.ROOT);
    }
}
