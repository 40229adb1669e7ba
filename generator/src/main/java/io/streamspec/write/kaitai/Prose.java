package io.streamspec.write.kaitai;

import java.util.stream.Collectors;

/**
 * Words of a document, which are written as a block of text. Kaitai's compiler puts them into comments of a dozen languages
 * as they are, so that nothing may stand in them that would end one.
 */
record Prose(String text) {

    private static final int NBSP = 0xA0;

    static Prose of(String text) {
        String plain = text.replace('\t', ' ')
                .codePoints()
                .mapToObj(point -> isPlain(point) ? Character.toString(point) : "\uFFFD")
                .collect(Collectors.joining())
                .replace("*/", "* /")
                .replace("/*", "/ *")
                .replace("\"\"\"", "\" \" \"")
                .replace("'''", "' ' '")
                .replaceAll("\\\\(?=[uUxN*/\"'])|\\\\$", "\\\\ ");
        return new Prose(plain.strip());
    }

    private static boolean isPlain(int point) {
        return point == '\n' || point >= ' ' && point < 0x7F || point >= NBSP && !isBreak(point);
    }

    private static boolean isBreak(int point) {
        int kind = Character.getType(point);
        return kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.SURROGATE
                || kind == Character.FORMAT
                || kind == Character.CONTROL;
    }
}
