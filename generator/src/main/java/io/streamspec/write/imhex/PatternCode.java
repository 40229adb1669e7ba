package io.streamspec.write.imhex;

import io.streamspec.write.CommentText;
import java.util.Locale;

/** Lines of a pattern, indented by the braces that they open and close. */
final class PatternCode {

    private final StringBuilder out = new StringBuilder();
    private int depth;

    /** Adds a line. */
    PatternCode line(String line) {
        depth -= line.startsWith("}") ? 1 : 0;
        out.append("    ".repeat(line.isEmpty() ? 0 : depth)).append(line).append('\n');
        depth += line.endsWith("{") ? 1 : 0;
        return this;
    }

    /** Adds a line, made as by {@link String#format}. */
    PatternCode line(String format, Object... arguments) {
        return line(String.format(Locale.ROOT, format, arguments));
    }

    /** Adds an empty line. */
    PatternCode gap() {
        return line("");
    }

    /** Adds the document's words as a comment; nothing if there are none. */
    PatternCode comment(String text) {
        String words = CommentText.of(text).replaceAll("\\\\+$", "").strip();
        if (!words.isEmpty()) {
            out.append("    ".repeat(depth)).append("// ").append(words).append('\n');
        }
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
