package io.streamspec.tools.verify;

/** When to show how far a run has come. */
public enum Showing {
    /** Where standard error is a terminal. */
    AUTO,
    /** In any case. */
    ALWAYS,
    /** In no case. */
    NEVER
}
