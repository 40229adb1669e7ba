package io.streamspec.write.html;

import io.streamspec.model.ExpressionText;
import io.streamspec.model.LayoutLine;
import io.streamspec.model.RecordKind;
import io.streamspec.model.RecordMatrix;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Section;
import io.streamspec.model.Section.Content;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which record stands in which kind of stream, as a table.
 *
 * @param streams the columns
 * @param rows a record each
 */
public record MatrixTable(List<Stream> streams, List<Row> rows) implements Page.Piece {

    /** A kind of stream, the rule that defines it, and when a stream is of that kind. */
    public record Stream(String name, String rule, String when) {}

    /** A record, the section about it or nothing, what is to be known of it, and a cell for each stream. */
    public record Row(String record, String section, String note, List<Cell> cells) {}

    /** In words, and as a class: {@code required}, {@code allowed}, {@code forbidden}; and a rule if it is not the stream's. */
    public record Cell(String words, String kind, String rule) {}

    static Optional<MatrixTable> of(Specification specification) {
        if (specification.streams().isEmpty() || specification.records().isEmpty()) {
            return Optional.empty();
        }
        List<Stream> streams =
                specification.streams().stream().map(MatrixTable::stream).toList();
        List<Row> rows = new ArrayList<>();
        RecordMatrix.of(specification).forEach((kind, presences) -> {
            List<Cell> cells = new ArrayList<>();
            presences.forEach((stream, presence) -> cells.add(cell(specification, stream, kind, presence)));
            String section = kind.structure()
                    .map(structure -> specification.structure(structure).anchor())
                    .orElse("");
            rows.add(new Row(kind.name(), section, note(kind), cells));
        });
        return Optional.of(new MatrixTable(streams, rows));
    }

    private static Stream stream(StreamGrammar stream) {
        return new Stream(
                stream.name(),
                RuleAnchors.id(RuleIds.order(stream.name())),
                stream.when().map(when -> ExpressionText.of(when, "")).orElse(""));
    }

    private static Cell cell(
            Specification specification, String stream, RecordKind kind, RecordMatrix.Presence presence) {
        String rule = specification.implications().stream()
                .filter(implied -> presence == RecordMatrix.Presence.IMPLIED
                        && implied.stream().equals(stream)
                        && implied.record().equals(kind.name()))
                .map(RuleIds::implied)
                .findFirst()
                .map(RuleAnchors::id)
                .orElse("");
        return switch (presence) {
            case ONCE -> new Cell("required, once", "required", rule);
            case REQUIRED -> new Cell("required", "required", rule);
            case AT_MOST_ONCE -> new Cell("allowed, once", "allowed", rule);
            case ALLOWED -> new Cell("allowed", "allowed", rule);
            case IMPLIED -> new Cell("implied", "implied", rule);
            case FORBIDDEN -> new Cell("forbidden", "forbidden", rule);
            case UNKNOWN -> new Cell("see the rule", "allowed", RuleAnchors.id(RuleIds.order(stream)));
        };
    }

    private static String note(RecordKind kind) {
        List<String> notes = new ArrayList<>();
        if (kind.deprecated()) {
            notes.add("deprecated"
                    + kind.deprecatedSince()
                            .map(version -> " since version " + version)
                            .orElse(""));
        }
        kind.since().ifPresent(version -> notes.add("since version " + version));
        return String.join(", ", notes);
    }

    /** The section in which the table stands: the one above all stream rules, or that of the last. */
    static Optional<String> home(Specification specification) {
        List<Section> sections = specification.sections();
        List<Integer> saying = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            if (saysStream(sections.get(i))) {
                saying.add(i);
            }
        }
        if (saying.size() > 1) {
            int top = saying.get(0) - 1;
            int level = saying.stream()
                    .mapToInt(place -> sections.get(place).level())
                    .min()
                    .orElse(0);
            while (top >= 0 && sections.get(top).level() >= level) {
                top--;
            }
            if (top >= 0 && sections.get(top).level() > 0) {
                return Optional.of(sections.get(top).anchor());
            }
        }
        return saying.isEmpty()
                ? Optional.empty()
                : Optional.of(sections.get(saying.get(saying.size() - 1)).anchor());
    }

    private static boolean saysStream(Section section) {
        return section.contents().stream()
                .anyMatch(content -> content instanceof Content.Rules rules
                        && rules.lines().stream().anyMatch(line -> line.subject() == LayoutLine.Subject.STREAM));
    }
}
