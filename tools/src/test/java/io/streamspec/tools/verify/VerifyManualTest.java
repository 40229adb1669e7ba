package io.streamspec.tools.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.tools.xen.XenRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The manual names rules that exist, and all of Xen's own. */
class VerifyManualTest {

    private static final Path MANUAL = Path.of("../docs/verify.md");
    private static final List<String> DOCUMENTS = List.of("libxc-migration-stream", "libxl-migration-stream");

    private static String rulesPart() throws IOException {
        String text = Files.readString(MANUAL);
        return text.substring(text.indexOf("## The rules of"), text.indexOf("## Differences"));
    }

    private static List<String> ids() throws IOException {
        return Pattern.compile("`([a-z0-9_]+\\.[a-z0-9_.]+)`")
                .matcher(rulesPart())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void every_rule_in_the_table_is_one_of_a_specification_or_of_xen() throws IOException {
        List<String> xen = Stream.of(XenRule.values()).map(XenRule::id).toList();
        assertThat(ids()).hasSizeGreaterThan(60).allSatisfy(id -> {
            boolean isKnown = DOCUMENTS.stream()
                    .anyMatch(document -> !Sections.of(document, id).isEmpty());
            assertThat(isKnown || xen.contains(id)).as(id).isTrue();
        });
    }

    @Test
    void every_rule_of_xens_is_in_the_table() throws IOException {
        assertThat(ids())
                .containsAll(Stream.of(XenRule.values()).map(XenRule::id).toList());
    }

    @Test
    void every_difference_that_the_table_names_is_listed() throws IOException {
        String text = Files.readString(MANUAL);
        String differences = text.substring(text.indexOf("## Differences"));
        List<String> named = Pattern.compile("\\bD\\d+\\b")
                .matcher(rulesPart())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(named).isNotEmpty().allSatisfy(name -> assertThat(differences)
                .contains("| " + name + " |"));
    }
}
