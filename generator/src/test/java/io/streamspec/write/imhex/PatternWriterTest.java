package io.streamspec.write.imhex;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.EveryKind;
import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Patterns are well-formed as far as can be told without ImHex, which no test runs: brackets match, every type, function
 * and variable is declared before it is used, once, and no word of the document stands outside of a comment.
 */
class PatternWriterTest {

    private static final Pattern DECLARED =
            Pattern.compile("^(?:struct|enum|bitfield|fn) (\\w+)|^u128 (\\w+_g(?:_\\d+)?) =", Pattern.MULTILINE);
    private static final Pattern USED =
            Pattern.compile("(?<![\\w.])\\w+_[tfg](?:_\\d+)?\\b(?!\\s*(?:;|\\[while|\\[\\d))");

    private static String write(Specification model) {
        return PatternWriter.write(List.of(model), new Diagnostics()).get(0).text();
    }

    private static String code(String pattern) {
        return pattern.lines().map(line -> line.replaceFirst("//.*", "")).collect(Collectors.joining("\n"));
    }

    private static void assertWellFormed(String pattern) {
        String code = code(pattern);
        Deque<Character> open = new ArrayDeque<>();
        for (char c : code.toCharArray()) {
            if ("([{".indexOf(c) >= 0) {
                open.push(c);
            } else if (")]}".indexOf(c) >= 0) {
                assertThat(open.pop()).isEqualTo("([{".charAt(")]}".indexOf(c)));
            }
        }
        assertThat(open).isEmpty();
        Set<String> declared = new HashSet<>();
        for (String line : code.lines().toList()) {
            Matcher declaration = DECLARED.matcher(line);
            if (declaration.find()) {
                String name = declaration.group(1) == null ? declaration.group(2) : declaration.group(1);
                assertThat(declared.add(name)).as(name + " is declared once").isTrue();
            }
            Matcher use = USED.matcher(line);
            while (use.find()) {
                assertThat(declared).as(line).contains(use.group());
            }
        }
        assertThat(declared).hasSizeGreaterThan(5);
        assertThat(code.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")))
                .allMatch(line -> line.matches(".*[;{},]|}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void patterns_of_our_documents_look_as_reviewed(String name) {
        String pattern = write(Specs.read(Specs.own(name), Optional.empty()).model());
        assertWellFormed(pattern);
        assertThat(pattern).contains("was not run");
        Golden.assertMatches("imhex/" + name + ".hexpat", pattern);
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void patterns_of_upstreams_documents_are_well_formed(String name) {
        assertWellFormed(
                write(Specs.read(Specs.upstream(name), Optional.empty()).model()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"struct", "padding", "u32", "str", "parent", "naïve", "end_t", "within_f", "number", "null"})
    void any_name_can_be_a_fields(String name) {
        assertWellFormed(write(Specs.read(EveryKind.document(name, "words")).model()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/ } u8 injected @ 0; /*",
                "// a",
                "ends in a backslash \\",
                "\"; u8 injected @ 0; \"",
                "#pragma endian big",
                "a\u2028u8 injected @ 0;",
                "\u202e right to left",
                "100%s %d"
            })
    void words_stay_in_comments(String words) {
        String hostile = write(Specs.read(EveryKind.document("extent", words)).model());
        assertWellFormed(hostile);
        assertThat(code(hostile))
                .isEqualTo(code(
                        write(Specs.read(EveryKind.document("extent", "words")).model())));
        assertThat(hostile.lines()).noneMatch(line -> line.endsWith("\\"));
        assertThat(hostile).doesNotContain("\u202e", "\u2028");
    }

    @Test
    void what_a_pattern_does_not_do_is_said() {
        Diagnostics diagnostics = new Diagnostics();
        PatternWriter.write(
                List.of(Specs.read(EveryKind.document("extent", "words")).model()), diagnostics);
        assertThat(diagnostics.sorted())
                .extracting(diagnostic -> diagnostic.id().name())
                .containsExactly("imhex-comment");
    }
}
