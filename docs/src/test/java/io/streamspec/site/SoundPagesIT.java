package io.streamspec.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of the pages without a browser. */
class SoundPagesIT {

    private static final Path SPECS = Path.of("../spec");

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

    /** A page leads from a structure to its class, and the class leads back to that structure. */
    @Test
    void structures_and_their_classes_in_the_javadoc_lead_to_each_other() {
        List<String> oneWay = new ArrayList<>();
        int pairs = 0;
        for (String name : List.of("libxc-migration-stream.html", "libxl-migration-stream.html")) {
            for (Element link : Pages.read(Pages.SITE.resolve(name)).select(".classes a[href^=apidocs/]")) {
                Path page = Pages.SITE.resolve(link.attr("href")).normalize();
                String section = name + "#" + link.closest("section").id();
                boolean isBack = Pages.links(page).anyMatch(back -> back.endsWith(section));
                if (!isBack) {
                    oneWay.add(section + " and " + link.attr("href"));
                }
                pairs++;
            }
        }
        assertThat(oneWay).isEmpty();
        assertThat(pairs).isGreaterThan(20);
    }

    @Test
    void every_link_of_the_javadoc_to_a_page_leads_to_a_place_on_it() throws IOException {
        List<String> dangling = new ArrayList<>();
        long links = 0;
        for (Path page : javadoc()) {
            links += Pages.links(page).filter(SoundPagesIT::isToAPage).count();
            Pages.dangling(page).stream()
                    .filter(SoundPagesIT::isToAPage)
                    .forEach(link -> dangling.add(page.getFileName() + ": " + link));
        }
        assertThat(dangling).isEmpty();
        assertThat(links).isGreaterThan(40);
    }

    private static List<Path> javadoc() throws IOException {
        try (Stream<Path> files = Files.walk(Pages.SITE.resolve("apidocs/io/streamspec/xen"))) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        }
    }

    private static boolean isToAPage(String href) {
        return href.matches("(\\.\\./)+[^/]+-migration-stream.*");
    }

    @Test
    void the_index_leads_to_the_javadoc() {
        assertThat(Pages.read(Pages.SITE.resolve("index.html")).select("main a[href=apidocs/index.html]"))
                .hasSize(1);
    }

    @Test
    void what_the_comparison_with_pandoc_says_of_our_page_is_so() {
        Document page = Pages.read(Pages.SITE.resolve("libxc-migration-stream.html"));
        assertThat(page.select("table.fields tbody th")).hasSizeGreaterThan(50).noneMatch(name -> name.text()
                .isBlank());
        assertThat(page.select("main [id]")).hasSizeBetween(250, 290);
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

    /**
     * All that comes when it is opened: style, scripts and drawings stand in it, and what it names besides counts too. The
     * page of a document that is longer than the others may weigh ten times what the document does.
     */
    @ParameterizedTest
    @MethodSource("pages")
    void a_page_with_all_that_it_loads_weighs_less_than_280_kilobytes_or_ten_times_its_document(Path page)
            throws IOException {
        long weight = Files.size(page);
        for (Element loaded : Pages.read(page).select("[src], link[href]")) {
            weight += Files.size(page.resolveSibling(loaded.attr("src") + loaded.attr("href")));
        }
        Path document = SPECS.resolve(page.getFileName().toString().replace(".html", ".pandoc"));
        long most = Files.exists(document) ? 10 * Files.size(document) : 0;
        assertThat(weight).isLessThan(Math.max(280_000, most));
    }

    /** The index comes when a reader goes to the box; it is one for all pages. */
    @Test
    void searching_adds_less_than_the_documents_themselves_weigh() throws IOException {
        long documents = 0;
        try (Stream<Path> files = Files.list(SPECS)) {
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".pandoc")).toList()) {
                documents += Files.size(file);
            }
        }
        assertThat(Files.size(Pages.SITE.resolve("search-index.js"))).isLessThan(documents * 4 / 5);
    }
}
