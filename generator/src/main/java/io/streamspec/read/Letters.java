package io.streamspec.read;

/** The characters beyond ASCII that words of the grammars are made of, by Unicode's categories L and N. */
final class Letters {

    private Letters() {}

    static boolean isLetter(int codePoint) {
        return Character.isLetter(codePoint);
    }

    static boolean isLetterOrNumber(int codePoint) {
        int type = Character.getType(codePoint);
        return Character.isLetterOrDigit(codePoint)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }
}
