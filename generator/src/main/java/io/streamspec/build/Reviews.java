package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.diff.Review;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Severity;
import java.util.Optional;

/** Compares revisions of a document, wherever their texts come from. */
public final class Reviews {

    private Reviews() {}

    /**
     * What changed from {@code old} to {@code now}; nothing if one of the two cannot be read, which {@code diagnostics} tell.
     * What breaks rules of evolution is reported too.
     */
    public static Optional<Review> review(Edition old, Edition now, Diagnostics diagnostics) {
        return Depth.bounded(now.document(), diagnostics, () -> {
            Optional<Specification> before = model(old, Severity.ERROR, diagnostics);
            Optional<Specification> after = model(now, Severity.NOTE, diagnostics);
            if (before.isEmpty() || after.isEmpty()) {
                return Optional.empty();
            }
            Review review = Generator.review(before.get(), after.get());
            diagnostics.reportAll(review.diagnostics());
            return Optional.of(review);
        });
    }

    /** The model, if it is complete. Of a revision that is out, only what keeps it from being read is worth telling. */
    private static Optional<Specification> model(Edition edition, Severity least, Diagnostics diagnostics) {
        Diagnostics own = new Diagnostics();
        Specification model = Generator.read(edition.document(), edition.supplement(), own);
        own.sorted().stream()
                .filter(diagnostic -> diagnostic.severity().compareTo(least) <= 0)
                .forEach(diagnostics::report);
        return own.hasErrors() ? Optional.empty() : Optional.of(model);
    }
}
