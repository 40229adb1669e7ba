package io.streamspec.format;

import java.util.List;

/** What replaces the lines {@code first} to {@code last} (from 1) of a document; all of them without their ends. */
record Edit(int first, int last, List<String> lines) {

    Edit {
        lines = List.copyOf(lines);
    }
}
