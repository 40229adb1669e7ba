package io.streamspec.write.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Plain words, code and tables as Markdown. What they return means nothing but itself, wherever it stands in a line. */
final class MarkdownText {

    /** Signs that mean something anywhere in a line, and those that do at its beginning only. */
    private static final String SIGNS = "\\`*[]~$";

    private static final String FIRST_SIGNS = "#+-=>:.)";

    private MarkdownText() {}

    /** {@code text} in one line, with all signs that could mean something made harmless. */
    static String plain(String text) {
        StringBuilder out = new StringBuilder();
        int[] signs = text.strip()
                .codePoints()
                .filter(c -> Character.isWhitespace(c) || !isHidden(c))
                .toArray();
        for (int i = 0; i < signs.length; i++) {
            int c = signs[i];
            if (c == '<' || c == '&') {
                out.append(c == '<' ? "&lt;" : "&amp;");
            } else if (c == '|') {
                out.append("&#124;"); // tables are divided at bars before escapes are looked at
            } else if (Character.isWhitespace(c)) {
                out.append(' ');
            } else {
                boolean isWithin = isOfWord(signs, i - 1) && isOfWord(signs, i + 1);
                boolean isAddress = c == ':' && i + 1 < signs.length && signs[i + 1] == '/';
                boolean isFirst = FIRST_SIGNS.indexOf(c) >= 0 && isNumber(out);
                boolean isSign = SIGNS.indexOf(c) >= 0 || c == '_' && !isWithin || isFirst || isAddress;
                out.append(isSign ? "\\" : "").appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isOfWord(int[] signs, int at) {
        return at >= 0 && at < signs.length && Character.isLetterOrDigit(signs[at]);
    }

    /** Whether a line that begins with {@code text} could become an item of a list, a heading or a quote. */
    private static boolean isNumber(StringBuilder text) {
        return text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether a character shows nothing, or changes how others are shown. */
    static boolean isHidden(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** {@code text} as code in a line or in a cell. */
    static String code(String text) {
        String line = text.codePoints()
                .filter(c -> Character.isWhitespace(c) || !isHidden(c))
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        boolean isSimple = line.indexOf('`') < 0 && line.indexOf('|') < 0 && !line.isEmpty();
        return isSimple ? "`" + line + "`" : line.isEmpty() ? "" : "<code>" + plain(line) + "</code>";
    }

    /** {@code text} as a block of code, whatever is in it. */
    static String block(String info, String text) {
        int longest = 2;
        int run = 0;
        for (char c : text.toCharArray()) {
            run = c == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String shown = text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !isHidden(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        return fence + info + "\n" + shown.stripTrailing() + "\n" + fence + "\n";
    }

    /** A place that links lead to. */
    static String anchor(String id) {
        return "<a id=\"" + id.replaceAll("[^\\p{L}\\p{N}._-]", "-") + "\"></a>";
    }

    /** A table; rows are filled up to the width of the header, which has to be the widest. */
    static String table(List<String> header, List<List<String>> rows) {
        StringBuilder out = new StringBuilder();
        row(out, header);
        row(out, Collections.nCopies(header.size(), "---"));
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row.subList(0, Math.min(row.size(), header.size())));
            cells.addAll(Collections.nCopies(header.size() - cells.size(), ""));
            row(out, cells);
        }
        return out.toString();
    }

    private static void row(StringBuilder out, List<String> cells) {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
