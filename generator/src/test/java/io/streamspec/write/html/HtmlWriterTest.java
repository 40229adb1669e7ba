package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlWriterTest {

    private static Document page(Specification specification) {
        List<OutputFile> files = HtmlWriter.write(Site.of(List.of(specification)), new Diagnostics());
        return Jsoup.parse(files.get(0).text());
    }

    private static Document page(String body) {
        return page(Specs.read("% Title\n% Author <<a@b.org>>\n% Revision 1\n\nSection\n=======\n\n" + body + "\n")
                .model());
    }

    static Stream<SourceText> documents() {
        return Stream.of(Specs.own("libxc-migration-stream"), Specs.own("libxl-migration-stream"));
    }

    @Test
    void the_page_of_our_smaller_document_looks_as_reviewed() {
        Specification specification = Specs.read(Specs.own("libxl-migration-stream"), Optional.empty())
                .model();
        String html = HtmlWriter.write(Site.of(List.of(specification)), new Diagnostics())
                .get(0)
                .text();
        html = html.substring(html.indexOf("<main"), html.indexOf("</main>")); // not the style and the scripts
        Golden.assertMatches("html/libxl-migration-stream.html", html);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_leads_somewhere_and_every_id_occurs_once(SourceText document) {
        assertSound(page(Specs.read(document, Optional.empty()).model()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void pages_of_upstream_documents_are_sound_too(String name) {
        assertSound(page(Specs.read(Specs.upstream(name), Optional.empty()).model()));
    }

    private static void assertSound(Document page) {
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .forEach(element ->
                        assertThat(ids.add(element.id())).as(element.id()).isTrue());
        for (Element link : page.select("a[href^=#]")) {
            assertThat(ids).contains(link.attr("href").substring(1));
        }
        assertThat(page.select("main section")).hasSizeGreaterThan(10);
        String text = page.select("main").text();
        assertThat(text)
                .doesNotContain("\\clearpage", "[^", "-----", "=====", "{.layout}")
                .doesNotContainPattern("\\^\\w+\\^");
        assertThat(page.select("main script, img, iframe, object, [onclick]")).isEmpty();
        assertThat(page.select("[src]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "text <img src=x onerror=alert(1)> text",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](javascript&colon;alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](<java&#10;script:alert(1)>)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "[x](vbscript:x)",
                "[x](//elsewhere.example/)",
                "[x][y]\n\n[y]: javascript:alert(1)",
                "<javascript:alert(1)>",
                "![x](https://elsewhere.example/a.png)",
                "![x](javascript:alert(1))",
                "`</code><script>alert(1)</script>`",
                "\"><svg onload=alert(1)>",
                "<!-- <script> --> <![CDATA[ ]]> <style>*{}</style>"
            })
    void what_a_document_says_reaches_the_page_as_text(String hostile) {
        Document page = page(hostile);
        assertThat(page.select("main script, img, main style, main svg, iframe"))
                .isEmpty();
        for (Element element : page.getAllElements()) {
            element.attributes()
                    .forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on"));
            String href = element.attr("href");
            assertThat(href)
                    .doesNotContainIgnoringCase("script:")
                    .doesNotContain("data:")
                    .doesNotStartWith("//");
        }
    }

    @Test
    void hostile_names_and_labels_do_not_break_out_of_attributes() {
        String hostile = "x\"onclick=\"alert(1)";
        Document page = page("Text.\n\n\"><script>alert(1)</script>\n-------------------------\n\n" + hostile);
        assertThat(page.select("main script, [onclick]")).isEmpty();
        assertThat(page.select("h3").text()).contains("<script>alert(1)</script>");
    }

    @Test
    void markup_of_the_dialect_is_rendered_and_not_shown() {
        Document page = page(
                """
                2 ^page_shift^ octets, _emphasis_, *more*, `code_with_under`, get\\_set[^1].

                1. one
                    a. alpha
                    b. beta
                2. two

                > quoted

                * item
                    * nested

                \\clearpage

                Second part.

                [^1]: The note,
                over two lines.
                """);
        assertThat(page.select("sup").text()).isEqualTo("page_shift");
        assertThat(page.select("em").eachText()).containsExactly("emphasis", "more");
        assertThat(page.select("ol ol li").eachText()).containsExactly("alpha", "beta");
        assertThat(page.select("ul ul li").eachText()).contains("nested");
        assertThat(page.select("blockquote").text()).isEqualTo("quoted");
        assertThat(page.select(".page-break")).hasSize(1);
        assertThat(page.select(".notes li p").text()).isEqualTo("The note, over two lines.");
        assertThat(page.select("a.noteref").attr("href"))
                .isEqualTo("#" + page.select(".notes li").attr("id"));
        assertThat(page.select("main").text()).contains("get_set").doesNotContain("^", "\\", "[", "a.", "_emphasis_");
        assertThat(page.select("main header a").attr("href")).isEqualTo("mailto:a@b.org");
    }
}
