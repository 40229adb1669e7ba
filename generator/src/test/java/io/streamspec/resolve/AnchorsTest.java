package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.model.Section;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The ids of sections are made of names, so that links to them stay what they are. */
class AnchorsTest {

    private static String document(String... headings) {
        StringBuilder text = new StringBuilder("% T\n\n");
        for (String heading : headings) {
            text.append(heading).append("\n\nText.\n\n");
        }
        return text.toString();
    }

    private static List<String> anchors(String... headings) {
        return Specs.read(document(headings)).model().sections().stream()
                .map(Section::anchor)
                .toList();
    }

    @Test
    void of_equal_headings_all_but_the_first_have_a_number() {
        assertThat(anchors("# Intro", "# Other", "# Intro", "# Intro"))
                .containsExactly("intro", "other", "intro-2", "intro-3");
    }

    @Test
    void where_sections_around_them_differ_equal_headings_are_called_after_those() {
        assertThat(anchors("# One", "## Notes", "# Two", "## Notes"))
                .containsExactly("one", "one-notes", "two", "two-notes");
    }

    @Test
    void a_number_takes_no_other_heading_its_id() {
        assertThat(anchors("# Intro", "# Intro 2", "# End")).containsExactly("intro", "intro-2", "end");
        assertThat(anchors("# Intro", "# Intro", "# Intro 2", "# End"))
                .containsExactly("intro", "intro-3", "intro-2", "end");
    }

    @Test
    void lint_tells_that_such_a_number_will_change() {
        SourceText text = SourceText.of("a.pandoc", document("# Intro", "# Other", "# Intro"));
        assertThat(Generator.lint(text, Optional.empty(), Optional.empty()))
                .anyMatch(found -> found.id().name().equals("heading-twice")
                        && found.span().line() == 11);
    }
}
