package io.streamspec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.model.Specification;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.SourceText;
import io.streamspec.testing.ModelText;
import io.streamspec.testing.Specs;
import io.streamspec.write.html.Site;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What authors silence is not told; what they silence in vain is. */
class SilencesTest {

    private static final String DOCUMENT =
            """
            % A format
            % Somebody
            % Revision 1

            Header
            ======

            The header, in big-endian byte order.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------------------+
                | magic                 | padding               |
                +-----------------------+-----------------------+

            --------------------------------------------------------------------
            Field       Description
            ----------- --------------------------------------------------------
            magic       0x12345678.
            --------------------------------------------------------------------

            Notes
            =====

            Older files have have a longer header.
            """;

    private static final String SILENCE = "<!-- streamspec allow word-twice because it sounds well -->\n";

    private static List<String> lint(String text) {
        return Generator.lint(SourceText.of("t", text), Optional.empty(), Optional.empty()).stream()
                .map(DiagnosticRenderer::headline)
                .toList();
    }

    private static String in(String heading, String silence) {
        return DOCUMENT.replace(heading + "\n", heading + "\n\n" + silence);
    }

    @Test
    void a_silence_covers_its_section() {
        assertThat(lint(DOCUMENT)).hasSize(2).anyMatch(line -> line.endsWith("'have' stands here twice [word-twice]"));
        assertThat(lint(in("Notes\n=====", SILENCE))).singleElement().asString().endsWith("[reserved-unmarked]");
        assertThat(lint(in("Header\n======", SILENCE)))
                .hasSize(3)
                .contains("t:8:23: warning: this section has no 'word-twice' to silence [silence-unused]");
    }

    @Test
    void above_the_first_heading_it_covers_the_document() {
        String all = "<!-- streamspec allow\n     word-twice, reserved-unmarked\n     because this is a test -->\n";
        assertThat(lint(in("% Revision 1", all))).isEmpty();
    }

    @Test
    void what_reading_brings_up_is_silenced_for_every_verb() {
        String text = in("Header\n======", "<!-- streamspec allow reserved-unmarked because of a test -->\n");
        assertThat(Specs.read(text).rendered()).isEmpty();
        assertThat(Specs.read(DOCUMENT).rendered()).contains("[reserved-unmarked]");
    }

    @Test
    void errors_and_what_does_not_exist_cannot_be_silenced() {
        assertThat(lint(in("Notes\n=====", "<!-- streamspec allow diagram-edge because I can -->\n")))
                .anyMatch(line ->
                        line.endsWith("'diagram-edge' is an error, and errors cannot be silenced [silence-unknown]"));
        assertThat(lint(in("Notes\n=====", "<!-- streamspec allow nonsense because I can -->\n")))
                .anyMatch(line -> line.endsWith("there is no diagnostic 'nonsense' [silence-unknown]"));
    }

    @Test
    void a_silence_twice_is_one_in_vain() {
        assertThat(lint(in("Notes\n=====", SILENCE + "\n" + SILENCE)))
                .anyMatch(line -> line.endsWith("[silence-unused]"));
    }

    @Test
    void readers_do_not_see_silences_and_models_do_not_change() {
        String text = in("Notes\n=====", SILENCE);
        Specification model = Specs.read(text).model();
        assertThat(ModelText.of(model).replaceAll("\\s+", " "))
                .isEqualTo(ModelText.of(Specs.read(DOCUMENT).model()).replaceAll("\\s+", " "));
        Site site =
                new Site(List.of(model), Map.of(), Map.of(), new Site.Javadoc(Optional.empty(), ""), List.of(), false);
        assertThat(Generator.html(site, new io.streamspec.source.Diagnostics()))
                .isNotEmpty()
                .noneMatch(file -> file.text().contains("sounds well"));
    }

    @Test
    void other_comments_are_text_as_ever() {
        assertThat(lint(in("Notes\n=====", "<!-- streams, have have care -->\n")))
                .filteredOn(line -> line.endsWith("[word-twice]"))
                .hasSize(2);
    }
}
