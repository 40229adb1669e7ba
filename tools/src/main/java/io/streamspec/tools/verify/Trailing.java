package io.streamspec.tools.verify;

/** What octets behind the last record are held for. */
public enum Trailing {
    /** A fault. */
    ERROR,
    /** Something that should not be. */
    WARN,
    /** Nobody's business. */
    IGNORE
}
