package io.streamspec.write.html;

import java.util.HashSet;
import java.util.Set;

/** The ids of one page: whoever asks first gets the id as wanted, whoever asks for it again gets it with a number. */
final class Anchors {

    private final Set<String> taken = new HashSet<>();

    /** An id that no other element has: {@code wanted}, or {@code wanted-2} and so on; without white space in any case. */
    String claim(String wanted) {
        String plain = wanted.replaceAll("\\s+", "_");
        String id = plain;
        for (int copy = 2; !taken.add(id); copy++) {
            id = plain + "-" + copy;
        }
        return id;
    }

    /** Whether an element has this id. */
    boolean has(String id) {
        return taken.contains(id);
    }
}
