package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** Markdown that is published beside specifications. */
class HandbookPagesTest {

    private final Diagnostics diagnostics = new Diagnostics();

    private Document page(String file, String... pathsAndTexts) {
        List<Site.Manuscript> texts = Stream.iterate(0, i -> i < pathsAndTexts.length, i -> i + 2)
                .map(i -> new Site.Manuscript(pathsAndTexts[i], SourceText.of(pathsAndTexts[i], pathsAndTexts[i + 1])))
                .toList();
        Site site = new Site(
                List.of(Specs.read(Specs.own("libxl-migration-stream"), Optional.empty())
                        .model()),
                Map.of(),
                Map.of(),
                new Site.Javadoc(Optional.empty(), ""),
                texts,
                false);
        return HtmlWriter.write(site, diagnostics).stream()
                .filter(output -> output.path().equals(file))
                .map(OutputFile::text)
                .map(Jsoup::parse)
                .findFirst()
                .orElseThrow();
    }

    private List<String> faults() {
        return diagnostics.sorted().stream().map(DiagnosticRenderer::headline).toList();
    }

    @Test
    void no_two_landmarks_of_the_index_have_one_name() {
        Document index = page(
                "index.html",
                "README.md",
                "# Handbook\n",
                "manual/README.md",
                "# Handbook\n",
                "manual/use.md",
                "# Use\n");
        assertThat(index.select("section").eachAttr("aria-label"))
                .containsExactly("Specifications", "Handbook", "Handbook (manual)");
        assertThat(index.select("section h2").eachText())
                .isEqualTo(index.select("section").eachAttr("aria-label"));
    }

    @Test
    void a_bar_in_code_of_a_table_loses_the_backslash_that_it_needs_there_alone() {
        Document page =
                page("a.html", "a.md", "# A\n\nAs `x \\| y`:\n\n| one | two |\n|---|---|\n| `cat \\| cat` | `\\d` |\n");
        assertThat(page.select("code").eachText()).containsExactly("x \\| y", "cat | cat", "\\d");
    }

    @Test
    void links_between_texts_and_to_documents_lead_to_their_pages() {
        Document page = page(
                "manual-use.html",
                "manual/use.md",
                "# Use\\n\\n[a](../README.md#what-it-is) [b](.) [c](../spec/libxl-migration-stream.pandoc) [d](https://a.org/) [e](Use.java)"
                        .replace("\\n", "\n"),
                "manual/README.md",
                "# Manual\n",
                "manual/Use.java",
                "class Use<T> {}\n",
                "README.md",
                "# All\n\n## What it is\n");
        assertThat(page.select("main a").eachAttr("href"))
                .containsExactly(
                        "README.html#what-it-is",
                        "manual-README.html",
                        "libxl-migration-stream.html",
                        "https://a.org/",
                        "manual-Use.java.html");
        assertThat(faults()).isEmpty();
        assertThat(page.title()).isEqualTo("Use");
    }

    @Test
    void a_link_that_leads_to_nothing_is_no_link_and_a_warning() {
        Document page = page("a.html", "a.md", "# A\n\n[x](b.md) [y](#none) [z](javascript:alert)\n");
        assertThat(page.select("main a[href]")).isEmpty();
        assertThat(page.select("main").text()).contains("x y z");
        assertThat(faults())
                .containsExactly(
                        "a.md:3:1: warning: 'b.md' leads to nothing that is published [page-link]",
                        "a.md:3:11: warning: '#none' leads to nothing that is published [page-link]",
                        "a.md:3:22: warning: 'javascript:alert' leads to nothing that is published [page-link]");
    }

    @Test
    void tables_and_listings_can_be_scrolled_and_html_is_text() {
        Document page =
                page("a.html", "a.md", "# A\n\n| x | y |\n| --- | --- |\n| 1 | <b>2</b> |\n\n```java\nint i;\n```\n");
        assertThat(page.select("main .wide[tabindex=0] table td").eachText()).containsExactly("1", "<b>2</b>");
        assertThat(page.select("main .wide[tabindex=0] pre code").text()).isEqualTo("int i;");
    }

    @Test
    void a_paragraph_with_too_much_markup_is_text_and_a_warning_says_which() {
        String word = "w".repeat(1000);
        Document page = page("a.html", "a.md", "# A\n\nA `b` (<= 1), " + "x ".repeat(300) + "\n\n<" + word + ">\n");
        assertThat(page.select("main code").text()).isEqualTo("b");
        assertThat(page.select("main").text()).contains("<" + word + ">");
        assertThat(faults())
                .containsExactly("a.md:5:1: warning: a paragraph is shown without its markup, of which it has too much"
                        + " [markup-left-out]");
    }

    @Test
    void programs_are_listings() {
        assertThat(page("p-Use.java.html", "p/Use.java", "class Use<T> {}\n")
                        .select("main pre")
                        .text())
                .isEqualTo("class Use<T> {}");
    }

    @Test
    void two_texts_of_one_page_name_are_an_error() {
        page("a-b.html", "a/b.md", "# A\n", "a-b.md", "# B\n");
        assertThat(faults()).anyMatch(fault -> fault.endsWith("two pages would be called a-b.html [page-twice]"));
    }

    @Test
    void an_image_is_shown_by_its_words_and_told_of_where_it_stands() {
        Document page = page("use.html", "use.md", "# Use\n\nSee ![the *state*](state.png \"a title\").\n");
        assertThat(page.select("main").text()).contains("See the state.");
        assertThat(faults())
                .containsExactly("use.md:3:5: warning: the page shows the words of the image"
                        + " '![the *state*](state.png \"a title\")' in its place [image-left-out]");
    }

    @Test
    void the_index_calls_folders_as_their_readmes_are_or_by_their_own_names() {
        Document index = page(
                "index.html",
                "README.md",
                "# The keeper\n",
                "data/README.md",
                "# Data\n",
                "docs/how-to/a.md",
                "# A\n",
                "docs/b/README.md",
                "# All of b\n",
                "docs/b/c.md",
                "# C\n");
        assertThat(index.select("main h2").eachText())
                .containsExactly("Specifications", "The keeper", "How to", "All of b");
        assertThat(index.select("section[aria-label='The keeper'] a").eachText())
                .as("a folder with a README and nothing else makes no group")
                .containsExactly("The keeper", "Data");
    }
}
