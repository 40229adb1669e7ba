package io.streamspec.write.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps markup from the renderer where a paragraph has too much of it: flexmark's time grows with the square of some signs,
 * and its patterns recurse on each character of a tag, title or ruler. The signs of such a paragraph are hidden behind
 * control characters, which no document may contain, and come back as text.
 */
public final class HiddenSigns {

    /** So many of the counted signs a paragraph may have. */
    static final int MOST = 1000;

    /** So many characters there may be in a tag, a title of a link, or a line of stars. */
    static final int LONGEST = 400;

    private static final String COUNTED = "`[<&";
    private static final String SIGNS = COUNTED + "*_-";
    private static final List<String> HTML = List.of("`", "[", "&lt;", "&amp;", "*", "_", "-");
    private static final List<String> MARKDOWN = List.of("\\`", "\\[", "&lt;", "&amp;", "\\*", "\\_", "\\-");
    private static final char FIRST = '\u000e';

    private static final Pattern GAP = Pattern.compile("\\n[ \\t]*+\\n");
    private static final Pattern TITLE = Pattern.compile("](?:\\(|:)\\s{0,99}+\\S{0,4000}+\\s{1,99}+([\"'(])");
    private static final Pattern LONG_TAG = Pattern.compile("<[^\\s<>]{" + LONGEST + ",}+");
    private static final Pattern LONG_ADDRESS = Pattern.compile("](?:\\(|:)\\s{0,99}+<[^\\n<>]{" + LONGEST + ",}+");
    private static final Pattern RULER = Pattern.compile("(?m)^[ \\t>*_-]{" + LONGEST + ",}+$");

    private HiddenSigns() {}

    /** Whether some paragraph of {@code text} has too much markup. */
    static boolean areIn(String text) {
        return text.length() > LONGEST && !crowded(text).isEmpty();
    }

    /** Where the first such paragraph of {@code text} begins, which has one. */
    static int first(String text) {
        int start = crowded(text).get(0).start;
        while (Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** {@code text}, of the same length, without the signs of paragraphs that have too many. */
    public static String hide(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        StringBuilder hidden = new StringBuilder(text);
        for (Paragraph paragraph : crowded(text)) {
            for (int at = paragraph.start; at < paragraph.end; at++) {
                int sign = SIGNS.indexOf(text.charAt(at));
                if (sign >= 0) {
                    hidden.setCharAt(at, (char) (FIRST + sign));
                }
            }
        }
        return hidden.toString();
    }

    /** Rendered markup with the signs that were hidden. */
    static String show(String html) {
        return show(html, HTML);
    }

    /** Hidden signs come back as Markdown that means nothing but itself. */
    public static String showMarkdown(String markdown) {
        return show(markdown, MARKDOWN);
    }

    private static String show(String text, List<String> shapes) {
        String shown = text;
        for (int sign = 0; sign < shapes.size(); sign++) {
            shown = shown.replace(Character.toString((char) (FIRST + sign)), shapes.get(sign));
        }
        return shown;
    }

    private record Paragraph(int start, int end) {}

    private static List<Paragraph> crowded(String text) {
        List<Paragraph> crowded = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int start = 0;
        while (start < text.length()) {
            int end = gap.find() ? gap.start() : text.length();
            if (isTooMuch(text.substring(start, end))) {
                crowded.add(new Paragraph(start, end));
            }
            start = end < text.length() ? gap.end() - 1 : end;
            gap.region(start, text.length());
        }
        return crowded;
    }

    private static boolean isTooMuch(String paragraph) {
        return paragraph.length() > LONGEST
                && (paragraph.chars().filter(c -> COUNTED.indexOf(c) >= 0).count() > MOST
                        || RULER.matcher(paragraph).find()
                        || hasLongTag(paragraph)
                        || hasLongTitle(paragraph));
    }

    /** A tag has no white space before its attributes; an address in angle brackets may have some. */
    private static boolean hasLongTag(String paragraph) {
        return LONG_TAG.matcher(paragraph).find()
                || LONG_ADDRESS.matcher(paragraph).find();
    }

    private static boolean hasLongTitle(String paragraph) {
        Matcher title = TITLE.matcher(paragraph);
        while (title.find()) {
            int end = paragraph.indexOf(title.group(1).equals("(") ? ")" : title.group(1), title.end());
            if ((end < 0 ? paragraph.length() : end) - title.end() > LONGEST) {
                return true;
            }
        }
        return false;
    }
}
