package io.streamspec.tools.stream;

/** Text from a stream, for a terminal, which it must not reach as anything but text. */
public final class Printable {

    private static final char REPLACEMENT = '\uFFFD';

    private Printable() {}

    /** The text with a sign in place of each character that would be obeyed instead of shown. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isObeyed(text.charAt(i))) {
                return replaced(text);
            }
        }
        return text;
    }

    private static String replaced(String text) {
        StringBuilder shown = new StringBuilder(text);
        for (int i = 0; i < shown.length(); i++) {
            if (isObeyed(shown.charAt(i))) {
                shown.setCharAt(i, REPLACEMENT);
            }
        }
        return shown.toString();
    }

    private static boolean isObeyed(char character) {
        return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
    }
}
