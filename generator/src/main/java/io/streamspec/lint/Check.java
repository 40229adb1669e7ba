package io.streamspec.lint;

import io.streamspec.source.Diagnostics;

/** One check of the {@link Catalogue}. Pure: what it finds in a document stands in {@code diagnostics}. */
interface Check {

    /** What is checked, for people. */
    Entry entry();

    /** Reports what this check finds in {@code subject}, under its own id. */
    void check(Subject subject, Diagnostics diagnostics);
}
