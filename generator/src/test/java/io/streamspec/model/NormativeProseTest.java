package io.streamspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormativeProseTest {

    private static Specs.Read read(String prose) {
        return Specs.read("% Title\n% Author\n% Revision 1\n\nThe Section\n===========\n\n" + prose + "\n");
    }

    private static List<Rule> rules(String prose) {
        return Rules.of(read(prose).model()).stream()
                .filter(rule -> rule.kind() == Rule.Kind.PROSE)
                .toList();
    }

    private static List<String> ids(String prose) {
        return rules(prose).stream().map(Rule::id).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Readers must skip it. It is old. | the_section.readers_skip | Readers must skip it.",
                "Writers, e.g. ours, shall stop. | the_section.writers_stop_e_g | 'Writers, e.g. ours, shall stop.'",
                "All is well; readers should ask. | the_section.readers_ask_well | 'All is well; readers should ask.'",
                "See `a. must`. Tools strictly agree. | the_section.tools_agree | Tools strictly agree.",
                "A note[^1] must stand. | the_section.note_stand | A note must stand.",
                "The *signs* `-/_*` must do. | the_section.signs | The signs -/_* must do."
            })
    void a_sentence_with_a_word_of_demand_is_a_rule(String prose, String id, String text) {
        assertThat(rules(prose)).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo(id);
            assertThat(rule.text()).isEqualTo(text);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"It may rain.", "A `must` in code.", "A must-have.", "Mustard.", "It is marshalled."})
    void nothing_else_is(String prose) {
        assertThat(ids(prose)).isEmpty();
    }

    @Test
    void items_of_lists_are_sentences_of_their_own() {
        assertThat(rules("Steps:\n\n1. Readers must\n   begin\n2. Writers should end\n\n> They shall rest."))
                .extracting(Rule::text, Rule::must)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Readers must begin", true),
                        org.assertj.core.groups.Tuple.tuple("Writers should end", false),
                        org.assertj.core.groups.Tuple.tuple("They shall rest.", true));
    }

    @Test
    void rules_that_would_be_called_alike_get_more_words_and_no_numbers() {
        assertThat(ids("Readers must take all four octets now. Readers must take all four octets later."))
                .containsExactly("the_section.readers_take_four_octets", "the_section.readers_take_four_octets_later");
        assertThat(ids("It must end. It must end.")).hasSize(1);
    }

    @Test
    void an_author_names_a_statement_or_says_whose_wording_it_is() {
        String prose =
                "[Readers must go]{#go_on}. Odd `[x]{#y}` and \\[x]{#z} and [0]{1}. [They must stay]{rule=the_section.go_on}.";
        Specification specification = read(prose).model();
        Section.Content.Prose content = (Section.Content.Prose)
                specification.sections().get(0).contents().get(0);
        assertThat(content.text())
                .isEqualTo("Readers must go. Odd `[x]{#y}` and \\[x]{#z} and [0]{1}. They must stay.");
        assertThat(rules(prose)).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("the_section.go_on");
            assertThat(rule.span().text()).isEqualTo("Readers must go");
        });
        assertThat(NormativeProse.of(specification).statements(content))
                .extracting(NormativeProse.Statement::own)
                .containsExactly(true, false);
    }

    @Test
    void an_unknown_rule_and_an_example_of_no_known_form_are_reported() {
        assertThat(read("[It is so]{rule=page.absent}.").errors()).containsExactly("rule-unknown");
        assertThat(read("It is.\n\n``` {.example rule=page.absent accept}\nx\n```")
                        .errors())
                .containsExactly("rule-unknown");
        assertThat(read("It is.\n\n``` {.example}\nx\n```").errors()).containsExactly("example-form");
        assertThat(read("[a]{#x} and [b]{#x}.").errors()).containsExactly("rule-twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void each_statement_of_our_documents_has_an_accepting_and_a_rejecting_example(String name) {
        Specification specification =
                Specs.read(Specs.own(name), Optional.empty()).model();
        List<Rule> prose = Rules.of(specification).stream()
                .filter(rule -> rule.kind() == Rule.Kind.PROSE)
                .toList();
        assertThat(prose).hasSizeGreaterThan(2);
        for (Rule rule : prose) {
            assertThat(ProseExamples.of(specification).get(rule.id()))
                    .as(rule.id())
                    .extracting(ProseExamples.Example::accepted)
                    .containsExactlyInAnyOrder(true, false);
        }
    }
}
