package io.streamspec.tools.stream;

import java.io.IOException;

/** The stream is of a format that is known, but that nobody can go through. */
public final class UnwalkableException extends IOException {

    private static final long serialVersionUID = 1L;

    UnwalkableException(String message) {
        super(message);
    }

    /** The same, of the stream of this name. */
    UnwalkableException in(String name) {
        return new UnwalkableException(name + ": " + getMessage());
    }
}
