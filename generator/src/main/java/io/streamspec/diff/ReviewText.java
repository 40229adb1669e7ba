package io.streamspec.diff;

import io.streamspec.diff.Judgement.Verdict;
import io.streamspec.source.DiagnosticRenderer;
import java.util.ArrayList;
import java.util.List;

/** A review as aligned text for a terminal: the worst changes first, two lines each. */
public final class ReviewText {

    private static final int LONGEST_TEXT = 60;
    private static final int WIDEST_COLUMN = 48;

    private final Review review;
    private final StringBuilder out = new StringBuilder();

    private ReviewText(Review review) {
        this.review = review;
    }

    /** The text, each line ended by a line feed. */
    public static String of(Review review) {
        ReviewText text = new ReviewText(review);
        text.appendAll();
        return text.out.toString();
    }

    private void appendAll() {
        out.append(DiagnosticRenderer.printable(review.title())).append(": ");
        out.append(review.verdict().map(Verdict::words).orElse("no change")).append('\n');
        for (Verdict verdict : List.of(Verdict.BREAKING, Verdict.READABLE, Verdict.WIRE_COMPATIBLE)) {
            append(verdict, review.changes(verdict));
        }
        appendRules();
    }

    private void append(Verdict verdict, List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        out.append('\n')
                .append(verdict.words())
                .append(" (")
                .append(changes.size())
                .append(")\n");
        List<List<String>> rows = new ArrayList<>();
        for (Change change : changes) {
            rows.add(List.of(
                    Words.of(change.subject()) + " " + printable(change.path()),
                    Words.of(change.kind()),
                    difference(change)));
        }
        int first = width(rows, 0);
        int second = width(rows, 1);
        for (int i = 0; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            String line = "  " + padded(row.get(0), first) + "  " + padded(row.get(1), second) + "  " + row.get(2);
            out.append(line.stripTrailing()).append('\n');
            out.append("      ").append(reason(changes.get(i))).append('\n');
        }
    }

    private static String reason(Change change) {
        String consequence = change.judgement().consequence();
        String reason = printable(change.judgement().reason());
        String place = change.is()
                .or(change::was)
                .map(span -> " (" + span.source().name() + ":" + span.line() + ")")
                .orElse("");
        return (consequence.isEmpty() ? reason : consequence + ": " + reason) + DiagnosticRenderer.printable(place);
    }

    private static String difference(Change change) {
        String before = shortened(change.before());
        String after = shortened(change.after());
        return switch (change.kind()) {
            case ADDED -> after;
            case REMOVED -> before;
            default -> (before.isEmpty() ? "nothing" : before) + " -> " + (after.isEmpty() ? "nothing" : after);
        };
    }

    private void appendRules() {
        if (review.findings().isEmpty()) {
            return;
        }
        out.append("\nrules of evolution\n");
        for (Finding finding : review.findings()) {
            String verb = finding.kept() ? "kept    " : finding.rule().must() ? "broken  " : "unheeded";
            out.append("  ")
                    .append(verb)
                    .append("  ")
                    .append(finding.rule().id())
                    .append('\n');
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream()
                .mapToInt(
                        row -> row.get(column).codePointCount(0, row.get(column).length()))
                .filter(width -> width <= WIDEST_COLUMN)
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.codePointCount(0, text.length())));
    }

    private static String shortened(String text) {
        String line = printable(text.replaceAll("\\s+", " ").strip());
        if (line.codePointCount(0, line.length()) <= LONGEST_TEXT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT - 3)).stripTrailing() + "...";
    }

    private static String printable(String text) {
        return DiagnosticRenderer.printable(text.replace('\t', ' '));
    }
}
