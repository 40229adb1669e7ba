package io.streamspec.format;

/**
 * How many columns a text takes. The reader counts one for each code point, pandoc counts what a terminal shows: two
 * for signs of East Asia, none for accents that stand over the sign before. Texts are placed so that both find them in
 * the same column of a table, whichever signs there are.
 *
 * @param least the columns that it takes by any of these counts
 * @param most the columns that it takes at most
 */
record Metrics(int least, int most) {

    static Metrics of(String text) {
        int least = 0;
        int most = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            boolean plain = isPlain(text.codePointAt(at));
            least += plain ? 1 : 0;
            most += plain ? 1 : 2;
        }
        return new Metrics(least, most);
    }

    /** By how much the counts can differ. */
    int drift() {
        return most - least;
    }

    /** Letters of Latin, Greek and Cyrillic and the signs that go with them are one column wide for everybody. */
    private static boolean isPlain(int c) {
        return (c < 0x0300 && c != 0xAD)
                || (c >= 0x0370 && c < 0x0483)
                || (c >= 0x048A && c < 0x0530)
                || (c >= 0x2010 && c < 0x2028)
                || (c >= 0x2030 && c < 0x205F);
    }
}
