package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.Generator;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
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
