package io.streamspec.diff;

import java.util.ArrayList;
import java.util.List;

/** The part of two texts in which they differ, in whole paragraphs. */
record Passages(String before, String after) {

    static Passages of(String before, String after) {
        List<String> old = paragraphs(before);
        List<String> now = paragraphs(after);
        while (!old.isEmpty() && !now.isEmpty() && old.get(0).equals(now.get(0))) {
            old.remove(0);
            now.remove(0);
        }
        while (!old.isEmpty() && !now.isEmpty() && last(old).equals(last(now))) {
            old.remove(old.size() - 1);
            now.remove(now.size() - 1);
        }
        return new Passages(String.join("\n\n", old), String.join("\n\n", now));
    }

    private static List<String> paragraphs(String text) {
        return new ArrayList<>(List.of(text.split("\n\\s*\n")));
    }

    private static String last(List<String> paragraphs) {
        return paragraphs.get(paragraphs.size() - 1);
    }
}
