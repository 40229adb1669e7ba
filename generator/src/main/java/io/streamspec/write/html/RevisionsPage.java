package io.streamspec.write.html;

import java.util.List;
import java.util.Optional;

/**
 * What changed from one revision of a document to the next, the latest first, as its template sees it.
 *
 * @param document the page of the document
 * @param lost anchors that the document had once, so that links to them still lead somewhere
 */
public record RevisionsPage(String title, String document, List<Step> steps, List<Lost> lost) {

    public RevisionsPage {
        steps = List.copyOf(steps);
        lost = List.copyOf(lost);
    }

    /**
     * From one revision to the next.
     *
     * @param latest whether the newer one is the document itself, so that links can lead to it
     * @param counts what happened how often: {@code 3 records added}
     */
    public record Step(
            String id,
            String before,
            String after,
            boolean latest,
            List<String> counts,
            List<Side> structures,
            List<Row> changes) {
        public Step {
            counts = List.copyOf(counts);
            structures = List.copyOf(structures);
            changes = List.copyOf(changes);
        }
    }

    /** A structure as it was and as it is, with marks at the cells that differ. */
    public record Side(String name, Optional<Diagram> before, Optional<Diagram> after) {}

    /** A change; {@code href} is where it stands now, or empty. */
    public record Row(String kind, String subject, String path, String href, String before, String after) {}

    /** An anchor that the document lacks, and the last revision that had it. */
    public record Lost(String id, String revision) {}
}
