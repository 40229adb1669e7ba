package io.streamspec.lint;

import io.streamspec.model.Specification;
import io.streamspec.read.Document;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Severity;
import java.util.List;
import java.util.Optional;

/** Puts a document to all checks of the catalogue. */
public final class Lint {

    private Lint() {}

    /**
     * What is amiss in a document, in order of position, but for what its author has silenced.
     *
     * @param model what the document means, with the supplement that may go with it
     * @param said what was reported when it was read and resolved; if there are errors, nothing else is looked for
     * @param older an earlier revision to compare with
     */
    public static List<Diagnostic> of(
            Document document, Specification model, Diagnostics said, Optional<Specification> older) {
        if (said.hasErrors()) {
            return said.sorted();
        }
        Diagnostics found = new Diagnostics();
        Subject subject = Subject.of(document, model, older);
        Catalogue.checks().parallelStream()
                .map(check -> found(check, subject))
                .toList()
                .forEach(found::reportAll);
        Diagnostics all = new Diagnostics();
        all.reportAll(said.sorted());
        // a supplement's own sections are checked where that is the document
        found.sorted().stream()
                .filter(diagnostic -> diagnostic.span().source().equals(document.source()))
                .forEach(all::report);
        Silences silences = Silences.of(document);
        all.reportAll(silences.remarks(all.sorted()));
        return silences.heard(all.sorted());
    }

    private static List<Diagnostic> found(Check check, Subject subject) {
        Diagnostics found = new Diagnostics();
        check.check(subject, found);
        return found.sorted();
    }

    /** Whether {@code diagnostics} has one that weighs at least as much as {@code severity}. */
    public static boolean fails(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream().anyMatch(diagnostic -> diagnostic.severity().compareTo(severity) <= 0);
    }
}
