package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.example.Examples;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulePagesTest {

    private static Specification own(String name) {
        return Specs.read(Specs.own(name), Optional.empty()).model();
    }

    private static Document page(Specification specification) {
        return Jsoup.parse(Generator.html(Site.of(List.of(specification)), new Diagnostics())
                .get(0)
                .text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void each_rule_is_an_anchor_once_and_stands_in_the_list(String name) {
        Specification specification = own(name);
        Document page = page(specification);
        List<Rule> rules = Rules.of(specification);
        assertThat(rules).hasSizeGreaterThan(20);
        assertThat(page.select("[id^=rule.]").eachAttr("id"))
                .containsExactlyInAnyOrderElementsOf(
                        rules.stream().map(rule -> "rule." + rule.id()).toList());
        assertThat(page.select(".rule-list tbody tr th code").eachText())
                .containsExactlyInAnyOrderElementsOf(
                        rules.stream().map(Rule::id).toList());
        List<String> sections = page.select(".rule-list .of a").eachAttr("href");
        assertThat(sections).doesNotHaveDuplicates().hasSizeGreaterThan(5);
    }

    @Test
    void a_rule_has_its_reading_beside_it() {
        Document page = page(own("libxc-migration-stream"));
        Element rule = page.getElementById("rule.page_data.not_empty").closest(".rule");
        assertThat(rule.select("pre").text()).isEqualTo("require count > 0 as not_empty");
        assertThat(rule.select(".reading > p").first().text()).isEqualTo("count is more than 0.");
        assertThat(rule.select(".demand").text()).isEqualTo("must");
        assertThat(page.select("section#page-data a.rule").eachAttr("href"))
                .contains("#rule.page_data.not_empty", "#rule.page_data.batch_size");
        assertThat(page.select("#domain_header\\.page_size pre").text()).startsWith("let page_size");
    }

    /** With examples, as the build makes the pages. */
    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void each_layout_line_has_an_anchor_and_says_what_it_rejects_or_who_does_or_that_nothing_breaks_it(String name) {
        Specification specification = own(name);
        Document page = withExamples(specification);
        long lines = specification.sections().stream()
                .flatMap(section -> section.contents().stream())
                .filter(Section.Content.Rules.class::isInstance)
                .mapToLong(content -> ((Section.Content.Rules) content).lines().size())
                .sum();
        List<Element> shown = page.select(".rules .rule .reading");
        assertThat(shown).hasSize((int) lines).hasSizeGreaterThan(20);
        for (Element line : shown) {
            assertThat(line.select("p").first().text()).isNotBlank();
            assertThat(line.select("p.rule-id[id^=rule.]")).as(line.text()).isNotEmpty();
            for (Element id : line.select("p.rule-id")) {
                boolean isShown = id.text().matches(".* accepts .+ rejects .+");
                boolean isReported =
                        !id.select("a[href^=#rule.]").not("a:first-child").isEmpty();
                assertThat(List.of(isShown, isReported, id.text().endsWith("nothing breaks it")))
                        .as(id.text())
                        .containsOnlyOnce(true);
            }
        }
        assertThat(page.select(".rule-id a[href^=#], .reading a[href^=#]").eachAttr("href"))
                .allSatisfy(href -> assertThat(page.getElementById(href.substring(1)))
                        .as(href)
                        .isNotNull());
    }

    private static Document withExamples(Specification specification) {
        List<Specification> both = List.of(own("libxc-migration-stream"), own("libxl-migration-stream"));
        Diagnostics diagnostics = new Diagnostics();
        Site site = Site.of(List.of(specification)).withExamples(Examples.of(both, diagnostics));
        assertThat(diagnostics.sorted()).isEmpty();
        return Jsoup.parse(Generator.html(site, diagnostics).get(0).text());
    }

    @Test
    void names_in_a_reading_lead_to_what_they_name() {
        Document page = page(own("libxc-migration-stream"));
        assertThat(reading(page, "page_data.page_data.typed"))
                .contains("#page_data.page_data", "#domain_header.page_size", "#page_data.pfn", "#pfinfo_type.XTAB");
        assertThat(reading(page, "domain_header.supported_type")).contains("#domain_header.type");
        assertThat(reading(page, "order.x86_pv_v3")).contains("#domain_header.type", "#x86-pv-info");
        assertThat(reading(page, "stream.short_name")).isEmpty();
    }

    private static List<String> reading(Document page, String rule) {
        return page.getElementById("rule." + rule)
                .closest(".reading")
                .select("p")
                .first()
                .select("a")
                .eachAttr("href");
    }

    @Test
    void a_structure_says_what_uses_it() {
        Document page = page(own("libxc-migration-stream"));
        assertThat(page.select("section#x86-pv-info .used-by a").eachAttr("href"))
                .contains("#x86-pv-p2m-frames", "#rule.order.x86_pv_info_before_shared_info", "#x86-pv-guest");
        assertThat(page.select("section#cpuid-leaf .used-by a").eachAttr("href"))
                .contains("#x86-cpuid-policy");
    }

    @Test
    void structures_and_classes_lead_to_each_other() {
        List<Specification> both = List.of(own("libxc-migration-stream"), own("libxl-migration-stream"));
        Site.Javadoc javadoc = new Site.Javadoc(Optional.of("../apidocs"), "com.example");
        Site plain = Site.of(both);
        Site site = new Site(both, plain.older(), Map.of(), javadoc, List.of(), false);
        Document page =
                Jsoup.parse(Generator.html(site, new Diagnostics()).get(0).text());
        List<OutputFile> code =
                Generator.java(both, "com.example", Optional.of("https://example.com/formats"), new Diagnostics());
        Document index = Jsoup.parse(Generator.html(site, new Diagnostics()).stream()
                .filter(file -> file.path().equals("index.html"))
                .findFirst()
                .orElseThrow()
                .text());
        assertThat(index.select("main a[href=../apidocs/index.html]")).hasSize(1);
        List<String> links = page.select(".classes a").eachAttr("href");
        assertThat(links).hasSizeGreaterThan(15).contains("../apidocs/com/example/libxc/PageData.html");
        for (String link : links) {
            String path = link.substring("../apidocs/".length()).replace(".html", ".java");
            OutputFile file = code.stream()
                    .filter(candidate -> candidate.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(link));
            String section = page.select("a[href=" + link + "]")
                    .first()
                    .closest("section")
                    .id();
            assertThat(file.text().replaceAll("\\n \\* ", " "))
                    .contains("<a href=\"https://example.com/formats/libxc-migration-stream.html#" + section + "\">");
        }
    }
}
