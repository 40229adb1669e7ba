package io.streamspec.tools.statistics;

import io.streamspec.tools.stream.Printable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The numbers as tables of text. */
final class TextTables {

    private final PrintWriter out;

    TextTables(PrintWriter out) {
        this.out = out;
    }

    void print(Facts facts) {
        boolean isFirst = true;
        for (Facts.Table table : facts.tables()) {
            if (!isFirst) {
                out.println();
            }
            isFirst = false;
            print(table);
        }
        out.flush();
    }

    private void print(Facts.Table table) {
        List<List<String>> lines = new ArrayList<>(List.of(table.heads()));
        lines.addAll(table.rows());
        int[] widths = new int[table.heads().size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        out.println(table.title());
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String space = " ".repeat(widths[i] - line.get(i).length());
                text.append("  ").append(i < table.words() ? line.get(i) + space : space + line.get(i));
            }
            out.println(Printable.of(text.toString().stripTrailing()));
        }
        if (!table.note().isEmpty()) {
            out.println("  " + table.note());
        }
    }
}
