package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the pages without a browser. */
class SoundPagesIT {

    static Stream<Path> pages() {
        return Pages.all().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_nu_checker_has_no_remark(Path page) throws Exception {
        assertThat(NuChecker.remarks(Files.readString(page))).isEmpty();
    }

    @Test
    void the_nu_checker_has_remarks_where_there_is_something_to_remark_on() throws Exception {
        String sound = Files.readString(Pages.all().get(0));
        String faulty = sound.replaceFirst("<main ", "<main align=left ");
        assertThat(NuChecker.remarks(faulty))
                .singleElement()
                .asString()
                .startsWith("error")
                .contains("align");
        assertThat(NuChecker.remarks(sound.replace("<h1>", "<h3>").replace("</h1>", "</h3>")))
                .isNotEmpty();
        assertThat(NuChecker.remarks(sound)).isEmpty(); // what was said of another page is forgotten
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_to_a_file_and_a_place_in_it(Path page) {
        assertThat(Pages.dangling(page)).isEmpty();
    }

    @Test
    void the_javadoc_links_to_the_pages_and_the_pages_to_the_javadoc() throws IOException {
        List<String> there = Pages.all().stream()
                .flatMap(page -> Pages.read(page).select("a[href^=apidocs/]").eachAttr("href").stream())
                .toList();
        assertThat(there).hasSizeGreaterThan(20);
    }

    @Test
    void what_the_comparison_with_pandoc_says_of_our_page_is_so() {
        Document page = Pages.read(Pages.SITE.resolve("libxc-migration-stream.html"));
        assertThat(page.select("table.fields tbody th")).hasSizeGreaterThan(50).noneMatch(name -> name.text()
                .isBlank());
        assertThat(page.select("main [id]")).hasSizeBetween(230, 270);
        Element options = page.getElementById("image_header.options");
        assertThat(options.text()).contains("options()", "0x10", "u16, bits big-endian");
        assertThat(options.select("li").eachText()).anyMatch(bits -> bits.equals("bits 15–1 reserved"));
        assertThat(options.getElementById("image_header.options.endianness")).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_is_loaded_from_elsewhere_and_the_policy_says_so(Path page) {
        Document html = Pages.read(page);
        assertThat(html.select("[src], link[href]").stream()
                        .map(element -> element.attr("src") + element.attr("href"))
                        .filter(address -> address.matches("(?i)([a-z]+:|//).*")))
                .isEmpty();
        assertThat(html.select("[style], [onclick], [onload]")).isEmpty();
        Element policy = html.selectFirst("meta[http-equiv=Content-Security-Policy]");
        assertThat(policy.attr("content")).contains("default-src 'none'").doesNotContain("unsafe", "http:", "*");
    }

    /** All that comes when it is opened: style, scripts and drawings stand in it, and what it names besides counts too. */
    @ParameterizedTest
    @MethodSource("pages")
    void a_page_with_all_that_it_loads_weighs_less_than_260_kilobytes(Path page) throws IOException {
        long weight = Files.size(page);
        for (Element loaded : Pages.read(page).select("[src], link[href]")) {
            weight += Files.size(page.resolveSibling(loaded.attr("src") + loaded.attr("href")));
        }
        assertThat(weight).isLessThan(260_000);
    }

    /** The index comes when a reader goes to the box; it is one for all pages. */
    @Test
    void searching_adds_less_than_60_kilobytes() throws IOException {
        assertThat(Files.size(Pages.SITE.resolve("search-index.js"))).isLessThan(60_000);
    }
}
