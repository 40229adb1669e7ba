package io.streamspec.resolve;

import io.streamspec.model.Enumeration;
import io.streamspec.read.Block;
import io.streamspec.read.Passage;
import io.streamspec.read.SpecificationReader;
import io.streamspec.read.Statement;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells tables of fields and of values from all others, and reads their rows. */
final class Tables {

    private static final Pattern EMPHASISED = Pattern.compile("^([*_`])(.+)\\1$");

    private Tables() {}

    /** A row of a field table: {@code guest_width (w)} has the alias {@code w}. */
    record FieldRow(String name, Optional<String> alias, Block.Cell description, Span span) {}

    static boolean isFieldTable(Block.Table table) {
        return table.header().size() >= 2 && table.header().get(0).text().equalsIgnoreCase("Field");
    }

    /** Whether most of what stands in a column called {@code Value} are numbers. */
    static boolean isValueTable(Block.Table table) {
        Optional<Integer> column = valueColumn(table);
        if (column.isEmpty() || column.get() == 0) {
            return false;
        }
        long numbers = table.rows().stream()
                .filter(row ->
                        SpecificationReader.range(row.cells().get(column.get())).isPresent())
                .count();
        return numbers * 2 > table.rows().size();
    }

    static List<FieldRow> fieldRows(Block.Table table, Diagnostics diagnostics) {
        return table.rows().stream().map(row -> fieldRow(row, diagnostics)).toList();
    }

    private static FieldRow fieldRow(Block.Row row, Diagnostics diagnostics) {
        Block.Cell cell = row.cells().get(0);
        String label = unmarked(cell.text());
        int open = label.lastIndexOf('(');
        boolean alias = open > 0 && label.endsWith(")");
        String name = alias ? label.substring(0, open).strip() : label;
        Optional<String> symbol = alias
                ? Optional.of(label.substring(open + 1, label.length() - 1).strip())
                : Optional.empty();
        if (!Words.isName(name.replace('.', ' ')) || !symbol.map(Words::isName).orElse(true)) {
            diagnostics.report(Faults.FIELD_NAME
                    .at(cell.span(), "'%s' is not the name of a field", cell.text())
                    .hint("write the name as in the diagram, or name (symbol)"));
        }
        return new FieldRow(name, symbol, row.cells().get(row.cells().size() - 1), cell.span());
    }

    /** A name may be emphasised or set as code as a whole, and its underscores escaped. */
    private static String unmarked(String text) {
        String plain = EMPHASISED.matcher(text).replaceFirst("$2");
        return plain.replace("\\_", "_");
    }

    /** The enumeration that a table of values makes, named after its first column. */
    static Enumeration enumeration(Block.Table table, String anchor, Diagnostics diagnostics) {
        int column = valueColumn(table).orElseThrow();
        List<Enumeration.Value> values = new ArrayList<>();
        List<Enumeration.ReservedRange> reserved = new ArrayList<>();
        for (Block.Row row : table.rows()) {
            Block.Cell cell = row.cells().get(column);
            Optional<Statement.Range> range = SpecificationReader.range(cell);
            if (range.isEmpty()) {
                diagnostics.report(Faults.TABLE_CELL_UNREAD
                        .at(cell.span(), "'%s' is not a number or a range of numbers", cell.text())
                        .hint("write a number such as 0x5, or a range such as 0x5-0x8"));
            } else {
                add(row, range.get(), column, values, reserved, diagnostics);
            }
        }
        String name = Words.snake(Words.plain(table.header().get(0).text()));
        return new Enumeration(name, anchor, values, reserved, table.span());
    }

    private static void add(
            Block.Row row,
            Statement.Range range,
            int column,
            List<Enumeration.Value> values,
            List<Enumeration.ReservedRange> reserved,
            Diagnostics diagnostics) {
        String label = row.cells().get(0).text();
        int last = row.cells().size() - 1;
        String description = last == column ? "" : paragraphs(row.cells().get(last));
        boolean single = range.from().value().equals(range.to().value());
        String spelling =
                single ? range.from().spelling() : row.cells().get(column).text();
        if (label.isEmpty()) {
            Values.checkOrder(range, diagnostics);
            reserved.add(new Enumeration.ReservedRange(
                    range.from().value(),
                    range.to().value().max(range.from().value()),
                    spelling,
                    description,
                    row.span()));
        } else if (single) {
            String name = Words.labelName(label);
            values.add(new Enumeration.Value(
                    range.from().value(), name, spelling, label, Words.remark(label), description, row.span()));
        } else {
            diagnostics.report(Faults.VALUE_UNNAMED
                    .at(range.span(), "the name '%s' stands for a range of values", label)
                    .hint("give each value a row of its own, or leave the name of a reserved range empty"));
        }
    }

    /** The paragraphs of a cell, divided by empty lines. */
    static String paragraphs(Block.Cell cell) {
        return String.join("\n\n", cell.paragraphs().stream().map(Passage::text).toList());
    }

    private static Optional<Integer> valueColumn(Block.Table table) {
        for (int i = 0; i < table.header().size(); i++) {
            String title = table.header().get(i).text();
            if (title.equalsIgnoreCase("Value") || title.equalsIgnoreCase("Values")) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
