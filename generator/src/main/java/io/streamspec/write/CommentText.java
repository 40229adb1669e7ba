package io.streamspec.write;

/** Text of a specification in a comment of C or a language like it. */
public final class CommentText {

    private CommentText() {}

    /**
     * {@code text} in one line, white space made single blanks. A comment is never ended or nested by it, has no trigraphs
     * and no marks that change the direction of text.
     */
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> append(out, c));
        return out.toString().strip();
    }

    private static void append(StringBuilder out, int c) {
        char last = out.length() == 0 ? ' ' : out.charAt(out.length() - 1);
        boolean isGap = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
        if (isGap) {
            out.append(last == ' ' ? "" : " ");
        } else if (isVisible(c)) {
            boolean isSign = c == '/' && last == '*' || c == '*' && last == '/' || c == '?' && last == '?';
            out.append(isSign ? " " : "").appendCodePoint(c);
        }
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
