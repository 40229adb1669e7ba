package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.build.Build;
import io.streamspec.build.Publication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sites of documents that mean no good, or are made badly: still valid, safe and readable. */
class HostilePagesIT {

    private static final String WORD = "w".repeat(2000);

    @TempDir
    Path folder;

    private List<String> told = List.of();

    /** A document with the text wherever text can stand, in two revisions, and a page of a handbook. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<!--<script>",
                "\"'><img src=x onerror=alert(1)>",
                "&lt;b&gt; &amp; &#x3c; &copy &",
                "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd\u202e",
                "</style></svg></title></table></main>",
                "${1+1} @if(true) $unsafe{x}",
                "javascript:alert(1)",
                "\ud83d\ude00 q\u0301 \u2028",
                "LONG"
            })
    void a_text_in_every_place_leaves_the_site_valid_safe_and_readable(String hostile) throws Exception {
        String text = hostile.equals("LONG") ? WORD : hostile;
        String document = Files.readString(Path.of("src/test/resources/every-place.pandoc"));
        Path newer = write("every-place.pandoc", document.replace("TEXT", text));
        Path older =
                write("every-place.1.pandoc", document.replace("TEXT", "other").replace("Revision 2", "Revision 1"));
        Path handbook = write(
                "page.md",
                "# Page TEXT\n\nText TEXT and `TEXT` and [TEXT](TEXT).\n\n## A TEXT\n\n| TEXT | b |\n| --- | --- |\n| TEXT | |\n\n```\nTEXT\n```\n"
                        .replace("TEXT", text));
        Publication publication =
                new Publication(List.of(older), List.of(handbook), Optional.empty(), "com.example", false);
        List<Path> pages = site(newer, publication);
        assertThat(pages).hasSizeGreaterThanOrEqualTo(4);
        String page = Pages.read(folder.resolve("site/every-place.html"))
                .select("main")
                .text();
        String shown = text.replaceAll("\\s+", " ").strip();
        String inProse = Parser.unescapeEntities(shown, true); // where Markdown has entities, pages have what they mean
        int places = count(page, shown) + (inProse.equals(shown) ? 0 : count(page, inProse));
        assertThat(places).as(page).isGreaterThan(12);
        assertThat(told).contains("image-left-out");
    }

    @Test
    void a_document_without_diagrams_and_a_table_without_words_make_a_page_and_what_is_lost_is_told() throws Exception {
        Path document = write(
                "bare.pandoc",
                """
                % Bare

                Words
                =====

                See ![](missing.png), [nothing](nowhere.html) and [script](javascript:alert(1)).

                | Column | Other |
                | ------ | ----- |
                |        |       |
                |        | two   |
                """);
        List<Path> pages = site(document, Publication.PLAIN);
        Document page = Pages.read(folder.resolve("site/bare.html"));
        assertThat(pages).isNotEmpty();
        assertThat(page.select("main svg")).isEmpty();
        assertThat(page.select("main table:not(.rule-list) td"))
                .extracting(Element::text)
                .containsExactly("", "two");
        assertThat(page.select("main a[href*=nowhere], main a[href*=alert]")).isEmpty();
        assertThat(told).contains("image-left-out", "page-link", "link-left-out");
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void a_section_name_used_twice_and_ten_thousand_values_in_one_enumeration() throws Exception {
        String values = IntStream.range(0, 10_000)
                .mapToObj("VALUE_%1$-7d 0x%1$08X%n%n"::formatted)
                .collect(Collectors.joining());
        Path document = write(
                "many.pandoc",
                "% T\n\n"
                        + "Section\n"
                        + "=======\n\n"
                        + "Text.\n\n"
                        + "Section\n"
                        + "=======\n\n"
                        + "-----------------------------\n"
                        + "Kind          Value\n"
                        + "-------------"
                        + " ----------------\n" + values.stripTrailing()
                        + "\n-----------------------------\n");
        List<Path> pages = site(document, Publication.PLAIN);
        assertThat(Pages.read(pages.get(1)).select("table.enumeration tbody tr"))
                .hasSize(10_000);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** Builds the site, and checks each page. */
    private List<Path> site(Path document, Publication publication) throws Exception {
        Path site = folder.resolve("site");
        Build.Outcome outcome = new Build(List.of(document), List.of(), site).html(publication);
        assertThat(outcome.failed()).as("%s", outcome.diagnostics()).isFalse();
        told = outcome.diagnostics().stream()
                .map(diagnostic -> diagnostic.id().name())
                .toList();
        List<Path> pages = Pages.in(site);
        for (Path page : pages) {
            assertThat(remarks(page)).as(page.toString()).isEmpty();
            assertSafe(Pages.read(page));
            if (Browser.isInstalled()) {
                assertReadable(page, Browser.shared());
            }
        }
        return pages;
    }

    /** What the checker says, but for its guess at the language of a text that is in none. */
    private static List<String> remarks(Path page) throws Exception {
        return NuChecker.remarks(Files.readString(page)).stream()
                .filter(remark -> !remark.contains("This document appears to be written in"))
                .toList();
    }

    private static void assertSafe(Document page) {
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("main script, main style, iframe, img, object, base, form"))
                .isEmpty();
        Set<String> ids = new HashSet<>();
        page.select("[id]")
                .forEach(element ->
                        assertThat(ids.add(element.id())).as(element.id()).isTrue());
        for (Element element : page.getAllElements()) {
            element.attributes()
                    .forEach(attribute -> assertThat(attribute.getKey()).doesNotStartWith("on"));
            assertThat(element.attr("href")).doesNotStartWith("javascript");
        }
    }

    /** Nothing runs, nothing complains, nothing is wider than a phone or a desk, and no cell is narrower than what it holds. */
    private static void assertReadable(Path page, Browser browser) {
        List<String> faults = new ArrayList<>();
        for (int width : new int[] {390, 1440}) {
            browser.look(width, "light").open(page, "");
            faults.addAll(browser.complaints());
            Object actual = browser.run("return document.documentElement.scrollWidth");
            if (((Number) actual).intValue() > width) {
                faults.add("is " + actual + " wide: " + browser.run(LooksIT.WIDEST));
            }
            ((List<?>) browser.run(LooksIT.CUT)).forEach(cut -> faults.add(width + " cuts " + cut));
        }
        assertThat(faults).as(page.toString()).isEmpty();
    }
}
