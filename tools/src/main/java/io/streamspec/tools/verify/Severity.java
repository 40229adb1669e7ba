package io.streamspec.tools.verify;

import java.util.Locale;

/** How much a finding weighs. */
public enum Severity {
    /** The stream is to be refused. */
    ERROR,
    /** The stream is taken, but is not as it should be. */
    WARNING,
    /** Something to know, which changes nothing for who takes the stream. */
    NOTE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
