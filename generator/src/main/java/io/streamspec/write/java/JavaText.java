package io.streamspec.write.java;

import java.util.ArrayList;
import java.util.List;

/**
 * Text of a specification as it may stand in Java source: in Javadoc, in a string literal, in a line comment. What it
 * returns is ASCII and can end neither the comment nor the literal it stands in; JavaPoet, which passes text through,
 * gets nothing else.
 */
final class JavaText {

    private static final int LINE = 100;

    private JavaText() {}

    /** {@code text} as a string literal, quotes included. */
    static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (isPrintable(c)) {
                out.append(c);
            } else {
                out.append(String.format("\\u%04x", (int) c)
                        .replace("\\u000a", "\\n")
                        .replace("\\u000d", "\\r"));
            }
        }
        return out.append('"').toString();
    }

    /** {@code text} as a part of a line comment. */
    static String comment(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            out.append(isPrintable(c) && c != '\\' ? c : '?');
        }
        return out.toString();
    }

    /** {@code text}, which has no markup, as a part of Javadoc. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> escape(out, c));
        return out.toString();
    }

    /** Paragraphs of pandoc markup as Javadoc: emphasis, code and superscripts become HTML, footnote marks go. */
    static String javadoc(String markup) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : markup.strip().split("\\R[ \\t]*\\R")) {
            String html = new PandocInline(paragraph.strip().replaceAll("\\s+", " ")).toHtml();
            if (!html.isBlank()) {
                paragraphs.add(html.strip());
            }
        }
        return String.join("\n\n<p>", paragraphs);
    }

    /** {@code javadoc} with its long lines broken at blanks; lines that continue a tag are indented. */
    static String wrapped(String javadoc) {
        StringBuilder out = new StringBuilder();
        for (String line : javadoc.split("\n", -1)) {
            wrap(out, line);
            out.append('\n');
        }
        return out.toString().strip();
    }

    private static void wrap(StringBuilder out, String line) {
        String indent = line.startsWith("@") ? "    " : "";
        int column = 0;
        for (String word : line.split(" ")) {
            if (column > 0 && column + 1 + word.length() > LINE) {
                out.append('\n').append(indent);
                column = indent.length();
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
    }

    /** Appends one character to Javadoc: no tag, entity, comment end or unicode escape can come of it. */
    static void escape(StringBuilder out, int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '\n', '\t' -> out.append(' ');
            case '@', '\\', '{', '}' -> out.append("&#").append(c).append(';');
            case '/' -> out.append(endsWithStar(out) ? "&#47;" : "/");
            default -> {
                if (c >= ' ' && c < 0x7F) {
                    out.append((char) c);
                } else if (isVisible(c)) {
                    out.append("&#").append(c).append(';');
                }
            }
        }
    }

    private static boolean endsWithStar(StringBuilder out) {
        return out.length() > 0 && out.charAt(out.length() - 1) == '*';
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.SURROGATE
                && type != Character.FORMAT
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c < 0x7F;
    }
}
