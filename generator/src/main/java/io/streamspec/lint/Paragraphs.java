package io.streamspec.lint;

import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The paragraphs of prose: what stands between empty lines, without the white space around it. */
final class Paragraphs {

    private Paragraphs() {}

    static List<Span> of(Span prose) {
        SourceText source = prose.source();
        List<Span> paragraphs = new ArrayList<>();
        int start = -1;
        int end = -1;
        for (int line = prose.line(); line <= source.lineOf(prose.end()); line++) {
            String text = source.line(line);
            if (!text.isBlank() && start < 0) {
                start = source.lineStart(line)
                        + text.length()
                        - text.stripLeading().length();
            }
            if (!text.isBlank()) {
                end = source.lineStart(line) + text.stripTrailing().length();
            } else if (start >= 0) {
                paragraphs.add(source.span(start, end));
                start = -1;
            }
        }
        if (start >= 0) {
            paragraphs.add(source.span(start, end));
        }
        return paragraphs;
    }
}
