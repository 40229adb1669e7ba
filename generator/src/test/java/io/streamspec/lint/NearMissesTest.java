package io.streamspec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.SourceText;
import io.streamspec.testing.SoundDocument;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences and tables that look like faults and are none. */
class NearMissesTest {

    private static List<String> lint(String text) {
        return Generator.lint(SourceText.of("test.pandoc", text), Optional.empty(), Optional.empty()).stream()
                .map(DiagnosticRenderer::headline)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What he had had was that that he read.",
                "The kind is a one-time choice, a European unit, a useful word.",
                "A `end` record, a 8-octet number and a. m. are written so.",
                "Readers must need, must exceed and shall embed it.",
                "What readers may not be told they may.",
                "Whoever it is should read it.",
                "If the length is 0, nothing follows.",
                "The records that have no body come last.",
                "An END record ends the stream; a data record has data.",
                "All fields but the data have a fixed width.",
                "See section 3.2 and [the list](https://example.com/list.txt).",
                "Described in detail, e.g. in tables.",
                "Use `count`, `item` and `kind`; `counter` is another thing.",
                "The next field, an empty field and the count field.",
                "Several `items` or `kinds` are no slips of the pen, nor are `find` and DATES.",
                "ERROR_CODE, DATA and END are names; DATA_* is a family.",
                "The count is strictly > 0 and at most 100.",
                "Nothing follows[^1].\n\n[^1]: This is a note on that.",
                "`[^2]` is the sign of a note, and [](x) of a link.",
                "Some of these follow\n\n* one\n* two",
                "Hosts look at one or more octets, or have at least one.",
                "Those who depend on it, and are dependent on it, wait.",
                "x x in code: `have have`, and END END in capitals.",
                "Keys are relative to\n\n> a path",
            })
    void a_sound_sentence_is_not_remarked_on(String words) {
        String text = SoundDocument.with("Data.\n", words + "\n");
        assertThat(lint(text)).isEqualTo(lint(SoundDocument.TEXT.replace("Data.\n", "Some words.\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The 64-bit hosts write it as text.",
                "32 bits of the checksum are left out.",
                "A list of what is there.",
                "Array of all sizes, see below.",
                "0 to 7 octets of zeroes.",
            })
    void a_sound_description_is_not_remarked_on(String words) {
        String counted = "How many items there are.";
        assertThat(lint(SoundDocument.with(counted, words)))
                .filteredOn(line -> line.contains("field-width"))
                .isEmpty();
    }

    @Test
    void a_text_that_calls_a_body_empty_twice_is_told_so_once() {
        String twice = "Data. The record contains no fields. Its body_length is 0.\n";
        assertThat(lint(SoundDocument.with("Data.\n", twice)))
                .filteredOn(line -> line.contains("[empty-body-drawn]"))
                .hasSize(1);
    }

    @Test
    void a_corner_may_show_how_the_end_of_an_open_box_is_divided() {
        String announcing = "| type                  | body_length           |\n    +-----------+-----------+";
        assertThat(lint(SoundDocument.with(announcing, announcing)))
                .noneMatch(line -> line.contains("diagram-corner-stray"));
        assertThat(lint(SoundDocument.with(announcing, announcing.replace("+-----------+--", "+-----+--------"))))
                .anyMatch(line -> line.contains("diagram-corner-stray"));
    }

    @Test
    void what_the_text_says_in_other_words_is_pointed_at() {
        String text = SoundDocument.with("| magic                 |", "| page_shift            |")
                .replace("magic       0x12345678.", "page_shift  In octets, the page size = 2 ^page_shift^.")
                .replace("| data...       ", "| page_data...  ")
                .replace("data        Anything.", "page_data   As many octets as page_size says.");
        assertThat(Generator.lint(SourceText.of("t", text), Optional.empty(), Optional.empty()))
                .filteredOn(found -> found.id().name().equals("name-undefined"))
                .singleElement()
                .satisfies(found -> assertThat(DiagnosticRenderer.render(found))
                        .contains("nothing is called 'page_size'")
                        .containsPattern("note: t:\\d+:\\d+: the text says what it is, and does not name it"));
    }

    @Test
    void a_constant_may_spell_its_text_backwards_or_not_at_all() {
        for (String constant :
                List.of("0x54454C45 (\"TELE\").", "0x54454C45 (\"ELET\").", "0x54454C45 (\"a telegram\").")) {
            assertThat(lint(SoundDocument.with("0x12345678.", constant)))
                    .noneMatch(line -> line.contains("constant-text"));
        }
    }

    @Test
    void a_revision_that_was_raised_or_a_document_that_is_the_same_is_no_fault() {
        SourceText now = SourceText.of("t", SoundDocument.TEXT);
        SourceText changed = SourceText.of("t", SoundDocument.with("0x0002: second.", "0x0002: last."));
        SourceText raised = SourceText.of("t", changed.text().replace("Revision 1", "Revision 2"));
        var older = Optional.of(Generator.read(now, Optional.empty(), new io.streamspec.source.Diagnostics()));
        assertThat(Generator.lint(changed, Optional.empty(), older))
                .anyMatch(diagnostic -> diagnostic.id().name().equals("revision-not-raised"));
        assertThat(Generator.lint(raised, Optional.empty(), older))
                .noneMatch(diagnostic -> diagnostic.id().name().equals("revision-not-raised"));
        assertThat(Generator.lint(now, Optional.empty(), older))
                .noneMatch(diagnostic -> diagnostic.id().name().equals("revision-not-raised"));
    }
}
