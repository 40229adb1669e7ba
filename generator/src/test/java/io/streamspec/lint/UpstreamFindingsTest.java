package io.streamspec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is published of upstream's documents is what is found in them now. */
class UpstreamFindingsTest {

    private static final String INTRODUCTION =
            """
            # What lint finds in Xen's documents

            Xen's specifications of its migration streams are the documents that this project grew up with. `streamspec lint` finds
            the following in them, as they stand in Xen's repository under `docs/specs`, without rules of ours. It is a list for
            their maintainers: each finding says where it is, what stands there, what is wrong with it and what it takes to mend
            it. Most are small, and the documents are understood in spite of them. [The manual of the checks](lint.md) shows an
            example of each.

            A test finds the list anew and compares.
            """;

    @Test
    void the_published_list_is_what_is_found() throws NoSuchAlgorithmException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (String name : List.of("libxc-migration-stream", "libxl-migration-stream")) {
            SourceText document = Specs.upstream(name);
            List<Diagnostic> found = Generator.lint(document, Optional.empty(), Optional.empty());
            assertThat(found).hasSizeGreaterThan(20);
            page.append(chapter(name, document, found));
        }
        Golden.assertSame(Path.of("../docs/upstream-findings.md"), page.toString());
    }

    private static String chapter(String name, SourceText document, List<Diagnostic> found)
            throws NoSuchAlgorithmException {
        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(document.text().getBytes(StandardCharsets.UTF_8));
        StringBuilder chapter = new StringBuilder("\n## %s.pandoc\n\n%d findings in the text with the SHA-256\n`%s`.\n"
                .formatted(name, found.size(), HexFormat.of().formatHex(digest)));
        Map<String, List<Diagnostic>> byId = new LinkedHashMap<>();
        found.stream()
                .sorted(java.util.Comparator.comparing(Diagnostic::severity)) // stable: by position within each
                .forEach(diagnostic -> byId.computeIfAbsent(diagnostic.id().name(), id -> new ArrayList<>())
                        .add(diagnostic));
        byId.forEach((id, diagnostics) -> {
            chapter.append("\n### %s\n\n%s\n".formatted(id, meaning(id, diagnostics.get(0))));
            diagnostics.forEach(diagnostic -> chapter.append(finding(diagnostic)));
        });
        return chapter.toString();
    }

    private static String meaning(String id, Diagnostic first) {
        String title = Catalogue.entry(id)
                .map(Entry::title)
                .orElseGet(() -> Meanings.of(id).orElseThrow().when());
        String reason = Catalogue.entry(id).map(entry -> " " + entry.reason()).orElse("");
        return "A " + first.severity().word() + ": " + title + "." + reason;
    }

    private static String finding(Diagnostic diagnostic) {
        StringBuilder more = new StringBuilder();
        for (Diagnostic.Advice advice : diagnostic.advice()) {
            if (advice instanceof Diagnostic.Advice.Hint hint) {
                more.append("  To mend it: ").append(text(hint.text())).append(".\n");
            } else if (advice instanceof Diagnostic.Advice.SeeAlso place) {
                more.append("  See line %d: %s.\n".formatted(place.span().line(), text(place.text())));
            }
        }
        int line = diagnostic.span().line();
        return "\n* **Line %d**: %s.\n%s\n  ```\n  %s\n  ```\n"
                .formatted(
                        line,
                        text(diagnostic.message()),
                        more,
                        diagnostic.span().source().line(line));
    }

    /** What is quoted becomes code. */
    private static String text(String message) {
        return message.replaceAll("'([^'`]+)'", "`$1`");
    }

    @Test
    void rules_and_names_do_not_know_the_documents() {
        assertThat(Catalogue.entries())
                .allSatisfy(entry -> assertThat((entry.title() + entry.reason()).toLowerCase(Locale.ROOT))
                        .doesNotContainPattern("\\b(xen|libx|hvm|pfn)"));
    }
}
