package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.SoundDocument;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What is lost between a document and its page is told of, at the place where it stands. */
class LossesTest {

    private final Diagnostics diagnostics = new Diagnostics();

    /** The page of a document, and what is told of it, which {@link #faults} lists. */
    private Document page(String text, boolean singleFile, String... manuscripts) {
        List<Specification> models = List.of(
                Specs.read(SourceText.of("a.pandoc", text), Optional.empty()).model(),
                Specs.read(SourceText.of("b.pandoc", SoundDocument.TEXT), Optional.empty())
                        .model());
        List<Site.Manuscript> handbook = List.of(manuscripts).stream()
                .map(path -> new Site.Manuscript(path, SourceText.of(path, "# A text\n\n## Part of it\n")))
                .toList();
        Site.Javadoc javadoc = new Site.Javadoc(Optional.empty(), "");
        Site site = new Site(models, Map.of(), Map.of(), javadoc, handbook, singleFile);
        return Jsoup.parse(HtmlWriter.write(site, diagnostics).get(0).text());
    }

    private Document page(String text) {
        return page(text, false);
    }

    private List<String> faults() {
        return diagnostics.sorted().stream().map(DiagnosticRenderer::headline).toList();
    }

    private static String section(String text) {
        return "% T\n\nSection\n=======\n\n" + text + "\n";
    }

    @Test
    void a_link_that_leads_to_nothing_is_no_link_and_told_of_where_it_stands() {
        Document page = page(section("A line.\nThen [x](../else.md) and [y](#nope),\n  - or [z](b.pandoc#no-field)."));
        assertThat(page.select("section#section p a, section#section li a")).allMatch(link -> !link.hasAttr("href"));
        assertThat(page.select("section#section").text()).contains("Then x and y", "or z");
        assertThat(faults())
                .containsExactly(
                        "a.pandoc:7:6: warning: '../else.md' leads to nothing that is published [page-link]",
                        "a.pandoc:7:26: warning: '#nope' leads to nothing that is published [page-link]",
                        "a.pandoc:8:8: warning: 'b.pandoc#no-field' leads to nothing that is published [page-link]");
    }

    @Test
    void links_lead_to_sections_fields_values_rules_other_documents_and_texts_of_the_handbook() {
        String links = "Data: [1](#header) [2](#header.count) [3](#rule.header.magic.constant) [4](b.pandoc)"
                + " [5](../b.pandoc#header.flags.loud) [6](b.html#records) [7](../docs/some.md#part-of-it)"
                + " [8](decoder.html) [9](https://a.org/x#y).";
        Document page = page(SoundDocument.with("Data.", links), false, "docs/some.md", "README.md");
        assertThat(faults()).isEmpty();
        assertThat(page.select("section#data a[href]").eachAttr("href"))
                .contains(
                        "#header",
                        "#header.count",
                        "#rule.header.magic.constant",
                        "b.html",
                        "b.html#header.flags.loud",
                        "b.html#records",
                        "docs-some.html#part-of-it",
                        "decoder.html",
                        "https://a.org/x#y");
    }

    @Test
    void a_single_file_leads_to_no_other() {
        page(section("[here](#section) [there](b.pandoc)"), true);
        assertThat(faults())
                .containsExactly("a.pandoc:6:18: warning: 'b.pandoc' leads to nothing that is published [page-link]");
    }

    @Test
    void the_definition_of_a_link_counts_in_the_whole_document_and_is_judged_as_any_address() {
        Document page = page("% T\n\nOne\n===\n\nSee [good], [the bad][bad] and [gone][].\n\nTwo\n===\n\n"
                + "[good]: https://a.org/\n[bad]: javascript:alert(1)\n[gone]: none.md\n");
        assertThat(page.select("section#one a[href^=https]").text()).isEqualTo("good");
        assertThat(page.select("section#one p").text()).isEqualTo("See good, the bad and gone.");
        assertThat(faults())
                .containsExactly(
                        "a.pandoc:6:13: warning: the page does not link to 'javascript:alert(1)' [link-left-out]",
                        "a.pandoc:6:32: warning: 'none.md' leads to nothing that is published [page-link]");
    }

    @Test
    void marks_notes_and_letters_do_not_move_what_is_told() {
        page(section("[Octets *must* be even.]{#even} See [^n] and ![a plan](p.png).\n\n"
                + "a. One <javascript:x>\n\n   two [l](m.md)\n\n[^n]: A [note](n.md)."));
        assertThat(faults())
                .containsExactly(
                        "a.pandoc:6:46: warning: the page shows the words of the image '![a plan](p.png)' in its place"
                                + " [image-left-out]",
                        "a.pandoc:8:8: warning: the page does not link to 'javascript:x' [link-left-out]",
                        "a.pandoc:10:8: warning: 'm.md' leads to nothing that is published [page-link]",
                        "a.pandoc:12:9: warning: 'n.md' leads to nothing that is published [page-link]");
    }

    @Test
    void what_stands_in_cells_is_told_of_at_its_place_each_time() {
        page(SoundDocument.with(
                        "How many items", "How [many](x.md) items, [or](x.md) how\n            [few](y.md) items")
                .replace("0x0002: second.", "0x0002: second [v](z.md)."));
        assertThat(faults())
                .containsExactly(
                        "a.pandoc:34:28: warning: 'z.md' leads to nothing that is published [page-link]",
                        "a.pandoc:38:17: warning: 'x.md' leads to nothing that is published [page-link]",
                        "a.pandoc:38:37: warning: 'x.md' leads to nothing that is published [page-link]",
                        "a.pandoc:39:13: warning: 'y.md' leads to nothing that is published [page-link]");
    }

    @Test
    void of_crowded_paragraphs_the_first_is_told_of_and_those_around_it_are_still_looked_at() {
        page(section("Fine [x](x.md).\n\n" + "`x` <b> &amp; ".repeat(1000).strip() + "\n\n[y](y.md)"));
        assertThat(faults())
                .containsExactly(
                        "a.pandoc:6:6: warning: 'x.md' leads to nothing that is published [page-link]",
                        "a.pandoc:8:1: warning: a paragraph is shown without its markup, of which it has too much"
                                + " [markup-left-out]",
                        "a.pandoc:10:1: warning: 'y.md' leads to nothing that is published [page-link]");
    }
}
