package io.streamspec.write.java;

/** One paragraph of pandoc markup on its way to Javadoc's HTML. */
final class PandocInline {

    private final String markup;
    private final StringBuilder out = new StringBuilder();
    private int at;

    PandocInline(String markup) {
        this.markup = markup;
    }

    /** The paragraph as HTML, all of its text escaped. */
    String toHtml() {
        while (at < markup.length()) {
            step();
        }
        return out.toString();
    }

    private void step() {
        char c = markup.charAt(at);
        boolean taken =
                switch (c) {
                    case '\\' -> escaped();
                    case '`' -> span("`", "code", true);
                    case '^' -> span("^", "sup", false);
                    case '[' -> footnote() || link();
                    case '*', '_' -> emphasis(c);
                    default -> false;
                };
        if (!taken) {
            int point = markup.codePointAt(at);
            JavaText.escape(out, point);
            at += Character.charCount(point);
        }
    }

    /** A backslash makes the punctuation behind it ordinary. */
    private boolean escaped() {
        if (at + 1 >= markup.length() || !isPunctuation(markup.charAt(at + 1))) {
            return false;
        }
        JavaText.escape(out, markup.charAt(at + 1));
        at += 2;
        return true;
    }

    private boolean emphasis(char c) {
        boolean strong = markup.startsWith(String.valueOf(c).repeat(2), at);
        boolean opens = at == 0 || !Character.isLetterOrDigit(markup.charAt(at - 1));
        return opens
                && (strong ? span(String.valueOf(c).repeat(2), "strong", false) : span(String.valueOf(c), "em", false));
    }

    /** Text between two {@code mark}s that touch it; nothing is taken if there is no such text. */
    private boolean span(String mark, String element, boolean verbatim) {
        int start = at + mark.length();
        int end = markup.indexOf(mark, start);
        if (end <= start || markup.charAt(start) == ' ' || markup.charAt(end - 1) == ' ' || isInWord(mark, end)) {
            return false;
        }
        String inner = markup.substring(start, end);
        out.append('<').append(element).append('>');
        out.append(verbatim ? JavaText.plain(inner) : new PandocInline(inner).toHtml());
        out.append("</").append(element).append('>');
        at = end + mark.length();
        return true;
    }

    private boolean isInWord(String mark, int end) {
        int behind = end + mark.length();
        return mark.startsWith("_") && behind < markup.length() && Character.isLetterOrDigit(markup.charAt(behind));
    }

    private boolean footnote() {
        int end = markup.startsWith("[^", at) ? markup.indexOf(']', at) : -1;
        at = end < 0 ? at : end + 1;
        return end >= 0;
    }

    /** Of a link, its text. */
    private boolean link() {
        int middle = markup.indexOf("](", at);
        int end = middle < 0 ? -1 : markup.indexOf(')', middle);
        if (end < 0 || markup.substring(at + 1, middle).contains("[")) {
            return false;
        }
        out.append(new PandocInline(markup.substring(at + 1, middle)).toHtml());
        at = end + 1;
        return true;
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
}
