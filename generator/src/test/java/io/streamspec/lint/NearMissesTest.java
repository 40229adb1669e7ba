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
                "ERROR_CODE, DATA and END are names; DATA_* is a family.",
                "The count is strictly > 0 and at most 100.",
                "Nothing follows[^1].\n\n[^1]: This is a note on that.",
                "`[^2]` is the sign of a note, and [](x) of a link.",
                "Some of these follow\n\n* one\n* two",
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
