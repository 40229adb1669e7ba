package io.streamspec.read;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runs of dashes under a table's header: where its columns start. A column ends where the next one starts. */
public final class Ruler {

    private static final Pattern RUN = Pattern.compile("-+");

    private final SourceText source;
    private final List<Integer> starts;
    private final List<Integer> dashes;

    private Ruler(SourceText source, List<Integer> starts, List<Integer> dashes) {
        this.source = source;
        this.starts = starts;
        this.dashes = dashes;
    }

    /** The ruler on line {@code line}. */
    public static Ruler of(SourceText source, int line) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> dashes = new ArrayList<>();
        String text = source.line(line);
        int[] columns = Columns.of(text);
        Matcher runs = RUN.matcher(text);
        while (runs.find()) {
            starts.add(columns[runs.start()]);
            dashes.add(runs.end() - runs.start());
        }
        return new Ruler(source, starts, dashes);
    }

    /** The column of the text (from 0) at which column {@code column} of the table starts. */
    public int start(int column) {
        return starts.get(column);
    }

    /** How many dashes are over column {@code column} of the table. */
    public int dashes(int column) {
        return dashes.get(column);
    }

    /** For each column, its part of each of the lines; words that its edge cuts are reported. */
    public List<List<Span>> cells(int top, int bottom, Diagnostics diagnostics) {
        List<List<Span>> cells = new ArrayList<>();
        for (int column = 0; column < starts.size(); column++) {
            cells.add(new ArrayList<>());
        }
        for (int line = top; line <= bottom; line++) {
            String text = source.line(line);
            int[] columns = Columns.of(text);
            int start = source.lineStart(line);
            int from = 0;
            for (int column = 0; column < starts.size(); column++) {
                boolean last = column + 1 == starts.size();
                int to = last ? text.length() : from;
                while (!last && to < text.length() && columns[to] < starts.get(column + 1)) {
                    to++;
                }
                reportCut(line, text, to, last, diagnostics);
                cells.get(column).add(source.span(start + from, start + to));
                from = to;
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
