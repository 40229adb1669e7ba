package io.streamspec.testing;

import io.streamspec.source.Diagnostic;
import java.util.List;
import java.util.function.Supplier;

/**
 * What provokes a diagnostic, and what nearly does.
 *
 * @param wrong the ids that are reported of the one
 * @param near the ids that are reported of the other
 */
public record Provocation(String id, Supplier<List<String>> wrong, Supplier<List<String>> near) {

    /** The ids of {@code diagnostics}. */
    public static List<String> ids(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(diagnostic -> diagnostic.id().name()).toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
