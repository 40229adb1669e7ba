package io.streamspec.write.html;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What stands in the cells of a page's tables. */
class CellsTest {

    private static Document page(Specification specification) {
        return Jsoup.parse(HtmlWriter.write(Site.of(List.of(specification)), new Diagnostics())
                .get(0)
                .text());
    }

    private static Document own(String name) {
        return page(Specs.read(Specs.own(name), Optional.empty()).model());
    }

    @Test
    void types_that_are_described_elsewhere_lead_there() {
        Document page = own("libxl-migration-stream");
        assertThat(page.select("[id=emulator_xenstore_data.emulator_id] td:nth-child(4)")
                        .text())
                .startsWith("u32, one of emulator_records_emulator_id");
        assertThat(page.select("[id=emulator_xenstore_data.emulator_id] td:nth-child(4) a")
                        .attr("href"))
                .isEqualTo("#emulator_records.emulator_id");
        assertThat(own("libxc-migration-stream")
                        .select("td:matchesOwn(^array of ) a")
                        .eachAttr("href"))
                .contains("#cpuid-leaf", "#msr-entry");
    }

    @Test
    void the_table_of_records_says_since_when_one_is_deprecated() {
        assertThat(own("libxc-migration-stream").select(".matrix th[scope=row]").eachText())
                .contains("TOOLSTACK deprecated since version 2", "VERIFY");
    }

    @Test
    void long_names_may_go_on_in_the_next_line_behind_their_underscores_and_dots() {
        assertThat(Wraps.parts("pt_level")).containsExactly("pt_level");
        assertThat(Wraps.parts("hvm_params.count__of")).containsExactly("hvm_", "params.", "count__", "of");
        assertThat(own("libxl-migration-stream").select(".fields th code").html())
                .contains("emulator_<wbr>id");
        Document page = own("libxc-migration-stream");
        assertThat(page.select(".contents a").eachAttr("href")).contains("#checkpoint-dirty-pfn-list");
        assertThat(page.select(".contents a[href=#checkpoint-dirty-pfn-list]").html())
                .isEqualTo("CHECKPOINT_<wbr>DIRTY_<wbr>PFN_<wbr>LIST");
        assertThat(page.select(".rule-id code, .rule-list code, .rule-example code")
                        .html())
                .contains("page_<wbr>data.<wbr>layout");
    }

    @Test
    void names_that_are_written_from_right_to_left_stay_by_themselves() {
        assertThat(shown("\u05e9\u05dc\u05d5\u05dd")).isEqualTo("<bdi>\u05e9\u05dc\u05d5\u05dd</bdi>");
        assertThat(shown("p\u00e4ge_number")).isEqualTo("p\u00e4ge_<wbr>number");
    }

    private static String shown(String name) {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, CellsTest.class.getClassLoader(), "io.streamspec.write.html.templates")
                .render("name.jte", Map.of("name", name), output);
        return output.toString();
    }
}
