package io.streamspec.diff;

import io.streamspec.model.Evolution;
import io.streamspec.source.Diagnostic;
import java.util.List;

/**
 * A rule of evolution that had something to say of the changes between two revisions.
 *
 * @param changes those that it speaks of; not empty
 * @param diagnostics what breaks it; empty if it was kept
 */
public record Finding(Evolution rule, List<Change> changes, List<Diagnostic> diagnostics) {

    public Finding {
        changes = List.copyOf(changes);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Whether the rule was kept. */
    public boolean kept() {
        return diagnostics.isEmpty();
    }
}
