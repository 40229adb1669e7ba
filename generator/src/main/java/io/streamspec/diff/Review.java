package io.streamspec.diff;

import io.streamspec.diff.Judgement.Verdict;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All that there is to say of a revision to someone who knows an earlier one.
 *
 * @param changes in the order of the new document
 * @param findings the rules of evolution that speak of them
 */
public record Review(Specification old, Specification now, List<Change> changes, List<Finding> findings) {

    public Review {
        changes = List.copyOf(changes);
        findings = List.copyOf(findings);
    }

    /** Compares {@code now} with {@code old}. */
    public static Review of(Specification old, Specification now) {
        Revisions revisions = Revisions.of(old, now);
        List<Change> changes = Difference.between(revisions);
        return new Review(old, now, changes, EvolutionCheck.of(revisions, changes));
    }

    /** The worst verdict; absent if nothing differs. */
    public Optional<Verdict> verdict() {
        return changes.stream().map(change -> change.judgement().verdict()).max(Comparator.naturalOrder());
    }

    /** The changes of one verdict. */
    public List<Change> changes(Verdict verdict) {
        return changes.stream()
                .filter(change -> change.judgement().verdict() == verdict)
                .toList();
    }

    /** Whether a reader of the new revision cannot read some stream of the old one. */
    public boolean losesOldStreams() {
        return changes.stream()
                .anyMatch(change -> change.judgement().oldStreams().compareTo(Judgement.Effect.READ) > 0);
    }

    /** What breaks rules of evolution. */
    public List<Diagnostic> diagnostics() {
        return findings.stream()
                .flatMap(finding -> finding.diagnostics().stream())
                .sorted()
                .toList();
    }

    /** The two revisions in words: {@code revision 2 compared with 1}. */
    public String title() {
        return now.name() + ": revision " + History.name(now) + " compared with " + History.name(old);
    }
}
