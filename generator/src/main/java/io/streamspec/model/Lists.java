package io.streamspec.model;

import java.util.List;

/** Things in a row, as a sentence names them. */
final class Lists {

    private Lists() {}

    static String and(List<String> things) {
        return joined(things, " and ");
    }

    static String or(List<String> things) {
        return joined(things, " or ");
    }

    private static String joined(List<String> things, String last) {
        int end = things.size() - 1;
        return end < 1 ? String.join("", things) : String.join(", ", things.subList(0, end)) + last + things.get(end);
    }
}
