package io.streamspec.read;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The runs of dashes under a table's header: where its columns start. A column ends where the next one starts. */
final class Ruler {

    private final SourceText source;
    private final List<Integer> starts;

    private Ruler(SourceText source, List<Integer> starts) {
        this.source = source;
        this.starts = starts;
    }

    static Ruler of(SourceText source, int line) {
        List<Integer> starts = new ArrayList<>();
        String text = source.line(line);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '-' && (at == 0 || text.charAt(at - 1) != '-')) {
                starts.add(Columns.of(text, at));
            }
        }
        return new Ruler(source, starts);
    }

    /** For each column, its part of each of the lines. */
    List<List<Span>> cells(int top, int bottom, Diagnostics diagnostics) {
        List<List<Span>> cells = new ArrayList<>();
        for (int column = 0; column < starts.size(); column++) {
            cells.add(new ArrayList<>());
        }
        for (int line = top; line <= bottom; line++) {
            String text = source.line(line);
            int from = 0;
            for (int column = 0; column < starts.size(); column++) {
                boolean last = column + 1 == starts.size();
                int to = last ? text.length() : Columns.index(text, starts.get(column + 1));
                reportCut(line, text, to, last, diagnostics);
                int start = source.lineStart(line);
                cells.get(column).add(source.span(start + from, start + Math.max(from, to)));
                from = Math.max(from, to);
            }
        }
        return cells;
    }

    private void reportCut(int line, String text, int to, boolean last, Diagnostics diagnostics) {
        boolean cut = !last
                && to > 0
                && to < text.length()
                && !Character.isWhitespace(text.charAt(to))
                && !Character.isWhitespace(text.charAt(to - 1));
        if (cut) {
            int at = source.lineStart(line) + to;
            diagnostics.report(Faults.TABLE_COLUMN
                    .at(source.span(at - 1, at + 1), "a word runs over the edge of its column and is cut here")
                    .hint("widen the column, or start the next one in its place"));
        }
    }
}
