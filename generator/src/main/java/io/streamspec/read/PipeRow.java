package io.streamspec.read;

import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A line of a pipe table, cut at its pipes; {@code \|} and pipes in code are text. */
public final class PipeRow {

    private PipeRow() {}

    /** The parts of line {@code line} between its pipes, with the white space around their text. */
    public static List<Span> cells(SourceText source, int line) {
        String text = source.line(line);
        int start = source.lineStart(line);
        List<Span> cells = new ArrayList<>();
        int from = text.indexOf('|') + 1;
        boolean code = false;
        for (int at = from; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '`') {
                code = !code;
            } else if (c == '|' && !code) {
                cells.add(source.span(start + from, start + at));
                from = at + 1;
            }
        }
        if (!text.substring(from).isBlank()) {
            cells.add(source.span(start + from, start + text.length()));
        }
        return cells;
    }
}
