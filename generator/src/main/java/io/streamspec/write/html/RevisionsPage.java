package io.streamspec.write.html;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What changed from one revision of a document to the next, the latest first, as its template sees it.
 *
 * @param document the page of the document, or empty if there is none
 * @param lost anchors that the document had once, so that links to them still lead somewhere
 */
public record RevisionsPage(String title, String document, List<Step> steps, List<Lost> lost) {

    public RevisionsPage {
        steps = List.copyOf(steps);
        lost = List.copyOf(lost);
    }

    /** The rulers of its drawings. */
    public List<Diagram.Ruler> rulers() {
        return Diagram.rulers(steps.stream()
                .flatMap(step -> step.structures().stream())
                .flatMap(side -> Stream.concat(side.before().stream(), side.after().stream())));
    }

    /**
     * From one revision to the next.
     *
     * @param latest whether the newer one is the document itself, so that links can lead to it
     * @param verdict what the changes mean in the worst case, in a word
     * @param counts what happened how often: {@code 3 records added}
     * @param rules the rules of evolution that have something to say
     */
    public record Step(
            String id,
            String before,
            String after,
            boolean latest,
            String verdict,
            List<String> counts,
            List<RuleRow> rules,
            List<Side> structures,
            List<Row> changes) {
        public Step {
            counts = List.copyOf(counts);
            rules = List.copyOf(rules);
            structures = List.copyOf(structures);
            changes = List.copyOf(changes);
        }
    }

    /** A structure as it was and as it is, with marks at the cells that differ. */
    public record Side(String name, Optional<Diagram> before, Optional<Diagram> after) {}

    /**
     * A change.
     *
     * @param href where it stands now, or empty
     * @param before how it was: words as the document's page shows them, anything else as it is called
     * @param after how it is
     * @param verdict what it means, in a word, and as a class for its mark
     * @param reason why
     */
    public record Row(
            String kind,
            String subject,
            String path,
            String href,
            Content before,
            Content after,
            Mark verdict,
            String reason) {}

    /** A word, and the class that draws it. */
    public record Mark(String word, String style) {}

    /** A rule of evolution, where it stands now, or empty, whether it was kept, and what breaks it. */
    public record RuleRow(String id, String href, Mark state, List<String> messages) {
        public RuleRow {
            messages = List.copyOf(messages);
        }
    }

    /** An anchor that the document lacks, and the last revision that had it. */
    public record Lost(String id, String revision) {}
}
