package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.streamspec.model.MarkedText;
import io.streamspec.model.NormativeProse.Statement;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Specs;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseExtensionsTest {

    private static final Specification OUTER =
            Specs.read(Specs.own("libxl-migration-stream"), Optional.empty()).model();
    private static final Specification INNER =
            Specs.read(Specs.own("libxc-migration-stream"), Optional.empty()).model();

    private static Document html(ProseRenderer renderer, String text) {
        return Jsoup.parse(renderer.blocks(text).markup());
    }

    @Nested
    class Cross_references {

        private Document linked(String text) {
            CrossReferences references = new CrossReferences(new Names(Site.of(List.of(INNER, OUTER)), INNER));
            references.enter("page-data", List.of("page_data"));
            return html(new ProseRenderer(references), text);
        }

        @ParameterizedTest
        @CsvSource({
            "`X86_PV_INFO`, #x86-pv-info",
            "`page_size`, #domain_header.page_size",
            "END ends it, #end",
            "(XTAB), #pfinfo_type.XTAB",
            "`count`, #page_data.count",
            "*count*, #page_data.count",
            "`hvm_params.count`, #hvm_params.count",
            "`pfn.type`, #page_data.pfn.type",
            "**STATIC_DATA_END**, #static-data-end",
            "LIBXC_CONTEXT, libxl-migration-stream.html#libxc-context"
        })
        void a_name_that_means_one_thing_leads_there(String text, String address) {
            assertThat(linked(text).select("a.xref").eachAttr("href")).containsExactly(address);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "PAGE_DATA",
                    "`value`",
                    "*index*",
                    "ENDING",
                    "END_OF",
                    "[END](https://example.com)",
                    "`END",
                    "XEN_DOMCTL_PFINFO_*",
                    "a count",
                    "README.END",
                    "`END` is written `` `x` ``"
                })
        void others_lead_nowhere(String text) {
            assertThat(linked(text).select("a.xref").eachText()).doesNotContain("PAGE_DATA", "value", "index", "x");
            if (!text.contains("is written") && !text.equals("`END")) {
                assertThat(linked(text).select("a.xref")).isEmpty();
            }
            assertThat(linked(text).select("a a")).isEmpty();
        }

        @Test
        void the_text_around_stays_as_it_is() {
            assertThat(linked("Behind END, *before* CHECKPOINT and `END`.").text())
                    .isEqualTo("Behind END, before CHECKPOINT and END.");
        }
    }

    @Nested
    class Statements {

        private Document marked(String text, Statement... statements) {
            RuleAnchors anchors = new RuleAnchors(INNER);
            return html(
                    new ProseRenderer(new StatementMarks(anchors)), StatementMarks.marked(text, List.of(statements)));
        }

        private Statement statement(int start, int end) {
            return new Statement(start, end, "page_data.not_empty", true);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "_a_ must *b*",
                    "**a** must `b`",
                    "must [a](https://b.example/) (c)",
                    "a ^2^ must",
                    "(must)",
                    "*must*"
                })
        void a_statement_is_an_element_with_an_anchor_and_a_link_to_itself(String text) {
            Document plain = html(new ProseRenderer(), text);
            Document page = marked(text, statement(0, text.length()));
            Element statement = page.getElementById("rule.page_data.not_empty");
            assertThat(statement).isNotNull();
            assertThat(page.select("a.rule").attr("href")).isEqualTo("#rule.page_data.not_empty");
            page.select("a.rule").remove();
            assertThat(statement.html()).isEqualTo(plain.select("p").html());
        }

        @Test
        void a_statement_in_code_or_across_emphasis_leaves_no_trace_of_marks() {
            for (String text : List.of("`a must b`", "*a must* b", "    a must b", "a ]{x} must")) {
                for (int start = 0; start < text.length(); start++) {
                    String html =
                            marked(text, statement(start, text.length() - 1)).html();
                    assertThat(html).doesNotContain("\u0002", "\u0003", "\u001f");
                    assertThat(Jsoup.parse(html).text().replace("\u00a7", "").replace(" ", ""))
                            .isEqualTo(html(new ProseRenderer(), text).text().replace(" ", ""));
                }
            }
        }
    }

    @Test
    void a_backslash_keeps_a_space_from_breaking() {
        assertThat(html(new ProseRenderer(), "4\\ KiB `a\\ b` \\*x\\*")
                        .select("p")
                        .html())
                .isEqualTo("4&nbsp;KiB <code>a\\ b</code> *x*");
    }

    @Test
    void a_note_leads_back_to_each_place_that_refers_to_it() {
        Document page = Jsoup.parse(HtmlWriter.write(
                        Site.of(List.of(Specs.read("% T\n"
                                        + "% A\n"
                                        + "% Revision 1\n\n"
                                        + "S\n"
                                        + "=\n\n"
                                        + "One[^n]. Two[^n].\n\n"
                                        + "[^n]: The `END` note.\n")
                                .model())),
                        new Diagnostics())
                .get(0)
                .text());
        List<String> references = page.select("a[role=doc-noteref]").eachAttr("id");
        assertThat(references).hasSize(2).doesNotHaveDuplicates();
        assertThat(page.select("a[role=doc-backlink]").eachAttr("href"))
                .containsExactlyElementsOf(
                        references.stream().map(id -> "#" + id).toList());
    }

    @Test
    void a_paragraph_with_too_much_markup_is_shown_without_and_those_around_it_are_not() {
        String crowd = "`x` <b> &amp; ".repeat(1000).strip();
        Document page = html(new ProseRenderer(), "Some `code`.\n\n" + crowd + "\n\nMore `code`.");
        assertThat(page.select("p").eachText()).containsExactly("Some code.", crowd, "More code.");
        assertThat(page.select("code").eachText()).containsExactly("code", "code");
        Diagnostics diagnostics = new Diagnostics();
        Losses.report(Specs.read("% T\n\nS\n=\n\n" + crowd + "\n").model(), Links::safe, diagnostics);
        assertThat(diagnostics.sorted())
                .extracting(diagnostic -> diagnostic.id())
                .containsExactly(Losses.MARKUP_LEFT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<%s>",
                "[x](<%s>)",
                "[x](y \"%s\")",
                "![x](y '%s')",
                "[x](y (%s))",
                "[x]\n\n[x]: y \"%s\"",
                "<a b=\"%s\">"
            })
    void a_word_of_20000_letters_in_markup_is_text(String markup) {
        String word = "w".repeat(20_000);
        assertThat(html(new ProseRenderer(), "A `b`.\n\n" + markup.formatted(word))
                        .text())
                .contains(word);
        assertThat(html(new ProseRenderer(), "A `b`.\n\n" + markup.formatted("word"))
                        .select("code"))
                .hasSize(1);
    }

    @Test
    void notes_whose_names_differ_in_signs_alone_have_ids_of_their_own() {
        List<String> names = List.of("a-b", "a_b", "a.b", "a:b", "a45b", "A-b");
        String references = names.stream().map(name -> "[^" + name + "]").collect(Collectors.joining(" "));
        String notes =
                names.stream().map(name -> "[^" + name + "]: " + name + "\n\n").collect(Collectors.joining());
        Document page = Jsoup.parse(HtmlWriter.write(
                        Site.of(List.of(Specs.read("% T\n\nS\n=\n\n" + references + "\n\n" + notes)
                                .model())),
                        new Diagnostics())
                .get(0)
                .text());
        assertThat(page.select(".notes li").eachAttr("id")).hasSize(6).doesNotHaveDuplicates();
        for (Element reference : page.select("a.noteref")) {
            assertThat(page.getElementById(reference.attr("href").substring(1))).isNotNull();
        }
    }

    @Test
    void what_stands_before_a_reference_to_a_note_is_not_lost() {
        Footnotes notes = new Footnotes();
        String text = notes.gather("One [two] three [four[^n].\n\n[^n]: Note.\n");
        assertThat(html(new ProseRenderer(notes), text).text()).isEqualTo("One [two] three [four1.");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "[,100000",
                "],100000",
                "[[,100000",
                "]{#x},100000",
                "[x]{#y} ,100000",
                "`,100000",
                "*a ,100000",
                "a_,100000",
                "\\ ,100000",
                "(,100000",
                "END ,100000",
                "[a] ,100000",
                "[a](b) ,100000",
                "`END` ,100000",
                "`x` ``y`` ,100000",
                "<b> ,100000",
                "&amp; ,100000",
                "![a](b) ,100000",
                "<http://a.b> ,100000",
                "[^n] ,100000",
                "_ ,100000",
                "* ,100000",
                "- ,100000",
                "> ,1000"
            })
    void no_run_of_signs_that_the_reader_lets_through_takes_long(String sign, int octets) {
        String text = sign.repeat(octets / sign.length());
        CrossReferences references = new CrossReferences(new Names(Site.of(List.of(INNER)), INNER));
        ProseRenderer renderer =
                new ProseRenderer(new Footnotes(), new StatementMarks(new RuleAnchors(INNER)), references);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            assertThat(MarkedText.bare(text)).isNotNull();
            assertThat(renderer.blocks(text).markup()).isNotEmpty();
        });
    }
}
