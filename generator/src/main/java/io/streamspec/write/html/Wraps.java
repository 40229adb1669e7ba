package io.streamspec.write.html;

import java.text.Bidi;
import java.util.List;

/** How a name is set: where it may go on in the next line, which is behind its underscores and dots if it is long. */
public final class Wraps {

    /** Shorter names fit everywhere. */
    private static final int SHORT = 8;

    private Wraps() {}

    /** Whether {@code name} has letters that are written from right to left, so that it might take others along. */
    public static boolean isBidirectional(String name) {
        return Bidi.requiresBidi(name.toCharArray(), 0, name.length());
    }

    /** The parts of {@code name} that stay together. */
    public static List<String> parts(String name) {
        return name.length() <= SHORT ? List.of(name) : List.of(name.split("(?<=[_.])(?=[^_.\\s])"));
    }
}
