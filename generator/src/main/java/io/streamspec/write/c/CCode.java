package io.streamspec.write.c;

import io.streamspec.write.CommentText;
import java.util.List;
import java.util.Locale;

/** The text of a header, line by line. */
final class CCode {

    private static final int WIDTH = 110;

    private final StringBuilder out = new StringBuilder();

    /** Adds a line. */
    CCode line(String text) {
        out.append(text).append('\n');
        return this;
    }

    /** Adds a line, made as by {@link String#format}. */
    CCode line(String format, Object... arguments) {
        return line(String.format(Locale.ROOT, format, arguments));
    }

    /** Adds the first line of a function and its opening brace; {@code parameters} are broken off where they are long. */
    CCode function(String type, String name, String parameters) {
        String whole = "static inline " + type + (type.endsWith("*") ? "" : " ") + name + "(" + parameters + ")";
        if (whole.length() <= WIDTH) {
            return line(whole).line("{");
        }
        return line(whole.substring(0, whole.indexOf('(') + 1))
                .line("    " + parameters + ")")
                .line("{");
    }

    /** Adds an empty line. */
    CCode gap() {
        return line("");
    }

    /** Adds a block comment of paragraphs, the document's words made harmless; nothing if there are none. */
    CCode comment(String indent, List<String> paragraphs) {
        List<String> texts = paragraphs.stream()
                .map(CommentText::of)
                .filter(text -> !text.isEmpty())
                .toList();
        if (texts.size() == 1 && indent.length() + texts.get(0).length() + 6 <= WIDTH) {
            return line(indent + "/* " + texts.get(0) + " */");
        } else if (!texts.isEmpty()) {
            line(indent + "/*");
            texts.forEach(text -> paragraph(indent, text, text.equals(texts.get(0))));
            line(indent + " */");
        }
        return this;
    }

    private void paragraph(String indent, String text, boolean isFirst) {
        if (!isFirst) {
            line(indent + " *");
        }
        CText.wrapped(text, WIDTH - indent.length() - 3).forEach(line -> line(indent + " * " + line));
    }

    /** {@code code}, with {@code remark} behind it if that is not empty. */
    static String remarked(String code, String remark) {
        String text = CommentText.of(remark);
        return text.isEmpty() ? code : code + " /* " + text + " */";
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
