package io.streamspec.source;

import java.util.ArrayList;
import java.util.List;

/** Collects the diagnostics of a run; hands them out sorted and without repeats. */
public final class Diagnostics {

    private final List<Diagnostic> reported = new ArrayList<>();

    /** Takes one diagnostic. */
    public void report(Diagnostic diagnostic) {
        reported.add(diagnostic);
    }

    /** Takes several diagnostics. */
    public void reportAll(Iterable<Diagnostic> diagnostics) {
        diagnostics.forEach(reported::add);
    }

    /** Whether anything reported so far keeps output from being written. */
    public boolean hasErrors() {
        return reported.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    }

    /** Whether anything reported so far is a warning. */
    public boolean hasWarnings() {
        return reported.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.WARNING);
    }

    /** All that was reported, in order of position, each once. */
    public List<Diagnostic> sorted() {
        return reported.stream().sorted().distinct().toList();
    }
}
