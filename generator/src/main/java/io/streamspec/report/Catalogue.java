package io.streamspec.report;

import io.streamspec.source.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of diagnostics there are, as the tables of {@code docs/diagnostics.md} list them. */
final class Catalogue {

    private static final Pattern ROW =
            Pattern.compile("\\| `(?<id>[a-z0-9-]+)` \\| (?<severity>error|warning|note) \\| (?<text>.*) \\|");

    private Catalogue() {}

    /** One kind: its id, its severity, and when it is reported. */
    record Entry(String id, Severity severity, String text) {}

    /** All kinds, in the order of the manual. */
    static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        manual().lines().map(ROW::matcher).filter(Matcher::matches).forEach(row -> {
            Severity severity = Severity.valueOf(row.group("severity").toUpperCase(Locale.ROOT));
            String text =
                    row.group("text").replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1").replace("`", "");
            entries.add(new Entry(row.group("id"), severity, text));
        });
        return entries;
    }

    private static String manual() {
        try (InputStream in =
                Objects.requireNonNull(Catalogue.class.getResourceAsStream("/io/streamspec/diagnostics.md"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
