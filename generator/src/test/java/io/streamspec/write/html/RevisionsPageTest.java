package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.diff.Review;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page about a chain of three small revisions. */
class RevisionsPageTest {

    private static final String FRAME =
            """
            % Gauges
            % The keepers
            % Revision %s

            Gauge
            =====

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------------------+
                | level                 | %s |
                +-----------------------+-----------------------+

            -----------------------------------------------------
            Field       Description
            ----------- -----------------------------------------
            level       %s
            %s
            -----------------------------------------------------
            """;

    private static final Specification FIRST =
            gauges("1", "flow                 ", "Its <level> of `water`.", "\nflow        Its flow.");
    private static final Specification SECOND = gauges("2", "(reserved)           ", "Its <level> of `water`.", "");
    private static final Specification THIRD =
            gauges("3", "salt                 ", "The level, see [*below*](#gone).", "\nsalt        How salt it is.");

    private static Specification gauges(Object... parts) {
        return read("", parts);
    }

    private static Specification read(String more, Object... parts) {
        SourceText text = SourceText.of(
                "gauges.pandoc",
                FRAME.replaceFirst("% Gauges\n%", "%% Gauges\n%%")
                                .replace("% Rev", "%% Rev")
                                .formatted(parts)
                        + more);
        Specs.Read read = Specs.read(text, Optional.empty());
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        return read.model();
    }

    private static List<OutputFile> files(boolean singleFile) {
        Site.Javadoc none = new Site.Javadoc(Optional.empty(), "");
        Map<String, List<Specification>> older = Map.of("gauges", List.of(SECOND, FIRST));
        Site site = new Site(List.of(THIRD), older, Map.of(), none, List.of(), singleFile);
        return HtmlWriter.write(site, new Diagnostics());
    }

    private static Document page() {
        return files(false).stream()
                .filter(file -> file.path().equals("gauges-revisions.html"))
                .map(file -> Jsoup.parse(file.text()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_revision_is_compared_with_the_one_before_it() {
        assertThat(page().select("main h2").eachText())
                .containsExactly("Revision 3, compared with 2", "Revision 2, compared with 1", "What is gone");
        assertThat(page().select("tr.added th").eachText()).contains("field gauge.salt");
        assertThat(page().select("tr.removed th").eachText()).contains("field gauge.flow");
        assertThat(page().select("tr.reworded del").eachText()).containsExactly("Its <level> of water.");
        assertThat(page().select("tr.reworded ins").eachText()).containsExactly("The level, see below.");
        assertThat(page().select("tr.reworded del code, tr.reworded ins em").eachText())
                .as("words are shown as the page of the document shows them")
                .containsExactly("water", "below");
        assertThat(page().select("tr.reworded td a[href]"))
                .as("places come and go")
                .isEmpty();
    }

    @Test
    void diagrams_stand_side_by_side_and_signs_mark_what_differs() {
        assertThat(page().select(".sides")).hasSize(2);
        List<String> labels = page().select(".sides .for-narrow [role=cell] text").stream()
                .map(Element::ownText)
                .map(String::strip)
                .toList();
        assertThat(labels).contains("+ salt", "− flow").anyMatch(label -> label.startsWith("level"));
    }

    @Test
    void what_is_there_is_linked_and_what_is_gone_has_a_place() {
        assertThat(page().select("a[href=gauges.html#gauge.salt]")).isNotEmpty();
        assertThat(page().getElementById("gauge.flow").text()).isEqualTo("gauge.flow was last in revision 1.");
        assertThat(page().select("a[href*=flow]")).isEmpty();
    }

    @Test
    void a_rule_for_later_revisions_leads_to_where_it_is_said() {
        String rules = "\n``` {.layout}\nexpect any change raises revision\n```\n";
        Specification before = read(rules, "1", "flow                 ", "Its level.", "\nflow        Its flow.");
        Specification after = read(rules, "2", "flow                 ", "The level.", "\nflow        Its flow.");
        Site.Javadoc none = new Site.Javadoc(Optional.empty(), "");
        Site site = new Site(List.of(after), Map.of("gauges", List.of(before)), Map.of(), none, List.of(), false);
        String html = HtmlWriter.write(site, new Diagnostics()).get(1).text();
        assertThat(Jsoup.parse(html).select(".evolution a").eachAttr("href"))
                .containsExactly("gauges.html#rule.evolution.any_change_raises_revision");
    }

    @Test
    void a_page_about_one_comparison_has_nothing_to_search_for_and_no_box() {
        Document page = Jsoup.parse(HtmlWriter.write(Review.of(FIRST, SECOND)).text());
        assertThat(page.select("tr.removed th").eachText()).contains("field gauge.flow");
        assertThat(page.select(".search")).isEmpty();
        assertThat(page.select("script")).hasSizeGreaterThan(1).noneMatch(script -> script.data()
                .contains("streamspecIndex"));
        assertThat(page().select(".search")).hasSize(1);
    }

    @Test
    void a_file_that_travels_alone_has_no_page_of_revisions() {
        assertThat(files(true)).extracting(OutputFile::path).containsExactly("gauges.html");
    }
}
