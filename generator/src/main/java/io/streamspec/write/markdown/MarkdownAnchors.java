package io.streamspec.write.markdown;

import java.util.HashSet;
import java.util.Set;

/** Places that links lead to, each once. */
final class MarkdownAnchors {

    private final Set<String> used = new HashSet<>();

    /** The place called {@code id}; nothing if there is one already. */
    String place(String id) {
        return used.add(id) ? MarkdownText.anchor(id) : "";
    }
}
