package io.streamspec.tools.memory;

/** What becomes of the page tables of a PV guest. */
public enum TableForm {
    /** They stay as they are in the stream. */
    CANONICAL,
    /** Entries that lead to pages that are not in the image become not present. */
    TRANSLATED
}
