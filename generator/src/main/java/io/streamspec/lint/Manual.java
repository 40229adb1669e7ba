package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The manual of the checks, in Markdown, made of the catalogue. */
public final class Manual {

    private static final String FENCE = "````";
    private static final int WIDTH = 120;

    private Manual() {}

    /** What there is to say of the diagnostic {@code id}, if there is one of that name. */
    public static Optional<String> explanation(String id) {
        return Stream.of(Catalogue.entries(), ReadingEntries.all())
                .flatMap(List::stream)
                .filter(entry -> entry.id().name().equals(id))
                .findFirst()
                .map(Manual::section)
                .or(() -> Meanings.of(id).map(Manual::line));
    }

    /** The whole chapter on checks: a section each, in the order of the catalogue. */
    public static String chapter() {
        return sections(Catalogue.entries());
    }

    /** The chapter on what reading brings up, made like that on checks. */
    public static String readingChapter() {
        return sections(ReadingEntries.all());
    }

    private static String sections(List<Entry> entries) {
        return String.join("\n", entries.stream().map(Manual::section).toList());
    }

    /** A line: id, severity, meaning. */
    public static String line(Meanings.Meaning meaning) {
        return meaning.id() + " (" + meaning.severity().word() + "): " + meaning.when() + "\n";
    }

    private static String section(Entry entry) {
        DiagnosticId id = entry.id();
        return "### " + id.name() + "\n\n"
                + wrapped((id.severity() == Severity.ERROR ? "An " : "A ")
                        + id.severity().word() + ": " + entry.title() + ". " + entry.reason())
                + "\n\n"
                + FENCE + "pandoc\n" + entry.wrong() + FENCE + "\n\n"
                + "Mended:\n\n"
                + FENCE + "pandoc\n" + String.join("\n", changed(entry)) + "\n" + FENCE + "\n";
    }

    /** The lines of the right example from the first to the last that the wrong one does not have so. */
    private static List<String> changed(Entry entry) {
        List<String> wrong = entry.wrong().lines().toList();
        List<String> right = entry.right().lines().toList();
        int from = 0;
        while (from < Math.min(wrong.size(), right.size()) && wrong.get(from).equals(right.get(from))) {
            from++;
        }
        int behind = 0;
        int most = Math.min(wrong.size(), right.size()) - from;
        while (behind < most && wrong.get(wrong.size() - 1 - behind).equals(right.get(right.size() - 1 - behind))) {
            behind++;
        }
        return right.subList(from, right.size() - behind);
    }

    /** {@code text} in lines of at most {@value #WIDTH} columns, where its words allow that. */
    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int length = 0;
        for (String word : text.split(" ")) {
            boolean fits = length + 1 + word.length() <= WIDTH;
            lines.append(length == 0 ? "" : fits ? " " : "\n").append(word);
            length = (fits && length > 0 ? length + 1 : 0) + word.length();
        }
        return lines.toString();
    }
}
