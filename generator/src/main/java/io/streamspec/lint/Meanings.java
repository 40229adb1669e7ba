package io.streamspec.lint;

import io.streamspec.source.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each diagnostic means: the tables of {@code docs/diagnostics.md}, which the program carries with it. */
public final class Meanings {

    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\| (error|warning|note) \\| (.*) \\|");
    private static final Map<String, Meaning> MEANINGS = read(Resources.lines("/io/streamspec/diagnostics.md"));

    private Meanings() {}

    /** When a diagnostic is reported, in a sentence without capital and full stop. */
    public record Meaning(String id, Severity severity, String when) {}

    /** The meaning of the diagnostic {@code id}, if there is one of that name. */
    public static Optional<Meaning> of(String id) {
        return Optional.ofNullable(MEANINGS.get(id));
    }

    /** All diagnostics, in the order of the manual. */
    public static List<Meaning> all() {
        return List.copyOf(MEANINGS.values());
    }

    private static Map<String, Meaning> read(List<String> lines) {
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Severity severity = Severity.valueOf(row.group(2).toUpperCase(Locale.ROOT));
                meanings.put(row.group(1), new Meaning(row.group(1), severity, row.group(3)));
            }
        }
        return meanings;
    }
}
