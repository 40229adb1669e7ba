package io.streamspec.source;

/** How much a diagnostic weighs: an error means that nothing is written; warnings and notes do not stop a run. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The lower-case word that stands in a diagnostic's first line. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
