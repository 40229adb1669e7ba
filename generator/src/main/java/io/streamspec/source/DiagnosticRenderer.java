package io.streamspec.source;

/**
 * Prints a diagnostic as compilers do: position, severity, message and id, the line, a caret under the span, then
 * the advice.
 */
public final class DiagnosticRenderer {

    private static final int LONGEST_LINE = 200;

    private DiagnosticRenderer() {}

    /** The diagnostic as lines of text, each ended by a line feed. */
    public static String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        out.append(headline(diagnostic)).append('\n');
        appendExcerpt(out, diagnostic.span());
        for (Diagnostic.Advice advice : diagnostic.advice()) {
            if (advice instanceof Diagnostic.Advice.Hint hint) {
                out.append("hint: ").append(hint.text()).append('\n');
            } else if (advice instanceof Diagnostic.Advice.SeeAlso place) {
                out.append("note: ")
                        .append(place.span())
                        .append(": ")
                        .append(place.text())
                        .append('\n');
            }
        }
        return out.toString();
    }

    /** The first line alone: {@code file:line:column: severity: message [id]}. */
    public static String headline(Diagnostic diagnostic) {
        return "%s: %s: %s [%s]"
                .formatted(
                        diagnostic.span(),
                        diagnostic.severity().word(),
                        printable(diagnostic.message()),
                        diagnostic.id().name());
    }

    private static void appendExcerpt(StringBuilder out, Span span) {
        SourceText source = span.source();
        int line = span.line();
        int start = source.lineStart(line);
        int from = Math.min(span.start(), source.lineEnd(line));
        int to = Math.max(from, Math.min(span.end(), source.lineEnd(line)));
        String text = source.line(line);
        if (text.isBlank() || to - start > LONGEST_LINE) {
            return; // a caret under nothing or far to the right helps nobody; the position stands in the headline
        }
        String shown = text.length() > LONGEST_LINE ? text.substring(0, LONGEST_LINE) + "..." : text;
        out.append(printable(shown)).append('\n');
        source.text().substring(start, from).codePoints().forEach(c -> out.append(c == '\t' ? '\t' : ' '));
        out.append("^".repeat(Math.max(1, source.text().codePointCount(from, to))))
                .append('\n');
    }

    /** {@code text} without control characters: those of a document must not reach a terminal. */
    public static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> out.appendCodePoint(isControl(c) ? 0xFFFD : c));
        return out.toString();
    }

    private static boolean isControl(int c) {
        return c != '\t' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
    }
}
