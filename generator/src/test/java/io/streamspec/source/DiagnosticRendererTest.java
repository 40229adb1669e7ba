package io.streamspec.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a diagnostic is printed. */
class DiagnosticRendererTest {

    private static final DiagnosticId ID = DiagnosticId.warning("some-id");

    private static String rendered(String text, int start, int end) {
        return DiagnosticRenderer.render(ID.at(SourceText.of("a.pandoc", text).span(start, end), "it is so"));
    }

    @Test
    void a_caret_stands_under_what_is_meant() {
        assertThat(rendered("one two", 4, 7))
                .isEqualTo("a.pandoc:1:5: warning: it is so [some-id]\none two\n    ^^^\n");
    }

    @Test
    void a_caret_does_not_stand_under_nothing() {
        assertThat(rendered("", 0, 0)).isEqualTo("a.pandoc:1:1: warning: it is so [some-id]\n");
        assertThat(rendered("  \nx", 0, 2)).isEqualTo("a.pandoc:1:1: warning: it is so [some-id]\n");
    }

    @Test
    void one_is_counted_in_the_singular() {
        assertThat(Count.of(0, "octet")).isEqualTo("0 octets");
        assertThat(Count.of(1, "octet")).isEqualTo("1 octet");
        assertThat(Count.of(2, "octet")).isEqualTo("2 octets");
    }
}
