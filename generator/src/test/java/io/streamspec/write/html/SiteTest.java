package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A site as a whole: what it weighs, what it may load, what can be found on it, and what hostile documents make of it. */
class SiteTest {

    private static final int LIGHT = 300_000;

    private static Specification own(String name) {
        return Specs.read(Specs.own(name), Optional.empty()).model();
    }

    private static List<OutputFile> site(boolean singleFile) {
        List<Specification> both = List.of(own("libxc-migration-stream"), own("libxl-migration-stream"));
        Site.Javadoc javadoc = new Site.Javadoc(Optional.empty(), "");
        return HtmlWriter.write(new Site(both, Map.of(), Map.of(), javadoc, List.of(), singleFile), new Diagnostics());
    }

    @Test
    void a_single_file_needs_no_other_and_has_all_the_pages_scripts() {
        List<OutputFile> files = site(true);
        assertThat(files.stream().map(OutputFile::path).toList())
                .containsExactly("libxc-migration-stream.html", "libxl-migration-stream.html");
        for (OutputFile file : files) {
            Document page = Jsoup.parse(file.text());
            assertThat(page.select("link, script[src], img, iframe")).isEmpty();
            assertThat(page.select("a[href$=.html]")).isEmpty();
            assertThat(page.select("script").get(0).data()).startsWith("globalThis.streamspecIndex = {");
            assertThat(page.select(".search").attr("data-index")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_page_runs_only_what_its_policy_names_and_weighs_little(boolean singleFile) throws Exception {
        for (OutputFile file : site(singleFile)) {
            assertThat(file.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LIGHT);
            if (!file.path().endsWith(".html")) {
                continue;
            }
            Document page = Jsoup.parse(file.text());
            String policy =
                    page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
            assertThat(policy).startsWith("default-src 'none';").doesNotContain("unsafe", "*", "http", "'self'");
            for (Element inline : page.select("script, style")) {
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(inline.data().getBytes(StandardCharsets.UTF_8));
                assertThat(policy).contains(Base64.getEncoder().encodeToString(digest));
            }
            assertThat(page.select("script")).hasSizeGreaterThan(3);
            assertThat(page.select("[style]")).isEmpty();
        }
    }

    @Test
    void two_runs_write_the_same() {
        assertThat(site(false)).isEqualTo(site(false));
    }

    @Test
    void every_page_is_one_step_from_every_other() {
        List<OutputFile> files = site(false);
        Set<String> pages = files.stream()
                .map(OutputFile::path)
                .filter(path -> path.endsWith(".html"))
                .collect(Collectors.toSet());
        assertThat(pages).hasSizeGreaterThan(2);
        for (OutputFile file : files) {
            if (pages.contains(file.path())) {
                List<String> links = Jsoup.parse(file.text()).select(".pages a").eachAttr("href");
                assertThat(links).containsExactlyInAnyOrderElementsOf(pages);
            }
        }
    }

    @Test
    void whatever_can_be_searched_for_is_on_its_page() {
        for (String name : List.of("libxc-migration-stream", "libxl-migration-stream")) {
            Specification specification = own(name);
            Page page = PageBuilder.build(Site.of(List.of(specification)), specification, Links::safe);
            Document html = Jsoup.parse(HtmlWriter.write(Site.of(List.of(specification)), new Diagnostics())
                    .get(0)
                    .text());
            assertThat(page.entries().stream().map(SearchEntry::kind).collect(Collectors.toSet()))
                    .containsExactlyInAnyOrder("section", "record", "field", "bit", "value", "constant", "rule");
            for (SearchEntry entry : page.entries()) {
                assertThat(html.getElementById(entry.anchor()))
                        .as(entry.toString())
                        .isNotNull();
            }
        }
    }

    @Test
    void numbers_are_found_in_any_notation() {
        Specification specification = own("libxc-migration-stream");
        Page page = PageBuilder.build(Site.of(List.of(specification)), specification, Links::safe);
        assertThat(page.entries())
                .anyMatch(entry -> entry.kind().equals("record")
                        && entry.name().equals("CHECKPOINT")
                        && entry.where().equals("type 0x0000000E")
                        && entry.number().equals(Optional.of("14")))
                .anyMatch(entry ->
                        entry.name().equals("page_shift") && entry.anchor().equals("domain_header.page_shift"));
    }

    /** Everything a document can say, said with each of these in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "\"'><img src=x onerror=alert(1)>",
                "&lt;b&gt; &amp; &#x3c;",
                "שלום עולם‮",
                "</style></svg></title></table></main>",
                "${1+1} @if(true) $unsafe{x}"
            })
    void hostile_text_stays_text_wherever_it_stands(String hostile) {
        sound(document(hostile), hostile);
    }

    @Test
    void a_word_of_2000_letters_stays_whole() {
        String word = "w".repeat(2000);
        Document page = sound(document(word), word);
        assertThat(page.select("h2, h3").text()).contains(word);
    }

    private static String document(String text) {
        return """
                %% Title %1$s
                %% Author %1$s <<a@b.org>>
                %% Revision 1

                Section %1$s
                =========

                Text %1$s.

                Section %1$s
                =========

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | count                 | kind                  |
                    +-----------------------+-----------------------+

                --------------------------------------------------------------------
                Field       Description
                ----------- --------------------------------------------------------
                count       How many %1$s.

                kind        0x00000000: NONE %1$s

                            0x00000001: SOME
                --------------------------------------------------------------------

                * item %1$s

                > quote %1$s[^1]

                [^1]: note %1$s
                """
                .formatted(text);
    }

    private static Document sound(String document, String expected) {
        Specs.Read read = Specs.read(document);
        String html = HtmlWriter.write(Site.of(List.of(read.model())), new Diagnostics())
                .get(0)
                .text();
        Document page = Jsoup.parse(html);
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .forEach(element ->
                        assertThat(ids.add(element.id())).as(element.id()).isTrue());
        page.select("a[href^=#]")
                .forEach(link -> assertThat(ids).contains(link.attr("href").substring(1)));
        assertThat(page.select("main script, main img, main style, main iframe"))
                .isEmpty();
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("main section")).hasSizeGreaterThan(1);
        assertThat(page.select("table.fields")).hasSize(1);
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .isEmpty();
        assertThat(page.title())
                .contains(expected.substring(0, Math.min(expected.length(), 5)).strip());
        return page;
    }

    @Test
    void ten_thousand_values_are_all_there_and_weigh_no_more_than_they_must() {
        String values = IntStream.range(0, 10_000)
                .mapToObj("VALUE_%1$-7d 0x%1$08X%n%n"::formatted)
                .collect(Collectors.joining());
        Specification model = Specs.read("% T\n\nSection\n=======\n\n"
                        + "-----------------------------\n"
                        + "Kind          Value\n"
                        + "------------- ----------------\n"
                        + values.stripTrailing()
                        + "\n-----------------------------\n")
                .model();
        String html = HtmlWriter.write(Site.of(List.of(model)), new Diagnostics())
                .get(0)
                .text();
        assertThat(model.enumerations().get(0).values()).hasSize(10_000);
        assertThat(html).contains("VALUE_0<", "VALUE_<wbr>9999<");
        assertThat(html.length()).isLessThan(10_000 * 250);
    }

    @Test
    void a_document_without_diagrams_and_with_empty_cells_is_a_page() {
        Document page = Jsoup.parse(HtmlWriter.write(
                        Site.of(List.of(Specs.read(
                                        """
                                        % T

                                        Section
                                        =======

                                        ------------------
                                        One       Two
                                        --------- --------
                                        a

                                                  b
                                        ------------------
                                        """)
                                .model())),
                        new Diagnostics())
                .get(0)
                .text());
        assertThat(page.select("main svg")).isEmpty();
        assertThat(page.select("main table tbody tr")).hasSizeGreaterThan(0);
    }

    @Test
    void what_a_page_does_not_show_is_reported() {
        Diagnostics diagnostics = new Diagnostics();
        Specification model = Specs.read(
                        "% T\n\nSection\n=======\n\n![a plan](plan.png) and [a link](javascript:alert(1)).\n")
                .model();
        HtmlWriter.write(Site.of(List.of(model)), diagnostics);
        assertThat(diagnostics.sorted().stream().map(Diagnostic::id).toList())
                .containsExactlyInAnyOrder(Losses.IMAGE_LEFT_OUT, Losses.LINK_LEFT_OUT);
    }
}
