package io.streamspec.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.streamspec.Generator;
import io.streamspec.example.SpecificationExamples.RuleExample;
import io.streamspec.model.Expression;
import io.streamspec.model.ProseExamples;
import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.SoundDocument;
import io.streamspec.write.OutputFile;
import io.streamspec.write.html.HtmlWriter;
import io.streamspec.write.html.Site;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples of the documents that this project is made for. */
class ExamplesTest {

    private static final Diagnostics DIAGNOSTICS = new Diagnostics();
    private static final List<Specification> DOCUMENTS = new ArrayList<>();
    private static Map<String, SpecificationExamples> examples = Map.of();

    @BeforeAll
    static void make() throws IOException {
        for (String name : List.of(
                "libxc-migration-stream",
                "libxl-migration-stream",
                "xl-save-file",
                "libvirt-save-header",
                "xenopsd-suspend-image",
                "hvm-context",
                "xenstore-migration")) {
            Path file = Path.of("../spec/" + name + ".pandoc");
            SourceText text = SourceText.of(name + ".pandoc", Files.readString(file));
            DOCUMENTS.add(Generator.read(text, Optional.empty(), DIAGNOSTICS));
        }
        examples = Generator.examples(DOCUMENTS, DIAGNOSTICS);
    }

    @Test
    void every_structure_has_one_and_no_diagnostic() {
        assertThat(DIAGNOSTICS.sorted()).isEmpty();
        for (Specification document : DOCUMENTS) {
            assertThat(examples.get(document.name()).structures())
                    .hasSameSizeAs(document.structures())
                    .isNotEmpty();
        }
    }

    /** Any body, any headers that their own rules leave, and what goes without saying reject nothing. */
    @Test
    void every_rule_has_an_accepting_one_and_if_it_can_be_broken_a_rejecting_one() {
        List<String> rejectsNothing = new ArrayList<>();
        for (Specification document : DOCUMENTS) {
            Map<String, RuleExample> rules = examples.get(document.name()).rules();
            Map<String, List<ProseExamples.Example>> own = ProseExamples.of(document);
            for (Rule rule : Rules.of(document)) {
                if (rule.kind() == Rule.Kind.PROSE) {
                    assertThat(own.get(rule.id()))
                            .as(rule.id())
                            .extracting("accepted")
                            .contains(true, false);
                } else if (rule.kind() == Rule.Kind.DEFINITION) {
                    assertThat(rules.keySet()).as(rule.id()).containsAll(rule.reportedAs());
                } else {
                    RuleExample example = Objects.requireNonNull(rules.get(rule.id()), rule.id());
                    assertThat(example.accepting()).isNotEmpty().isNotEqualTo(example.rejecting());
                    if (example.rejecting().isEmpty()) {
                        rejectsNothing.add(document.shortName() + " " + rule.id());
                    }
                }
            }
        }
        assertThat(rejectsNothing)
                .containsExactly(
                        "libxc hvm_context.layout",
                        "libxc toolstack.layout",
                        "libxc order.static_data_end_implied_in_x86_pv_v2",
                        "libxc order.static_data_end_implied_in_x86_hvm_v2",
                        "libxc evolution.new_mandatory_records_break_old_readers",
                        "libxl order.headers",
                        "libxl evolution.new_mandatory_records_break_old_readers",
                        "suspend xenops.layout",
                        "suspend libxl.layout",
                        "suspend qemu_trad.layout",
                        "suspend qemu_xen.layout",
                        "suspend varstored.layout",
                        "suspend swtpm0.layout",
                        "suspend swtpm.layout",
                        "suspend order.headers",
                        "suspend evolution.new_mandatory_records_break_old_readers",
                        "hvm order.headers",
                        "xenstore order.headers");
    }

    @Test
    void rules_are_shown_by_values_octets_and_orders() {
        Map<String, RuleExample> rules = examples.get("libxc-migration-stream").rules();
        assertThat(rules)
                .containsEntry("page_data.not_empty", new RuleExample("count = 3", "count = 0"))
                .containsEntry("page_data.batch_size", new RuleExample("count = 3", "count = 1025"))
                .containsEntry("page_data.reserved.zero", new RuleExample("00 00 00 00", "00 00 00 01"))
                .containsEntry("x86_tsc_info.layout", new RuleExample("24 octets", "23 octets"))
                .containsEntry("page_data.pfn.type.known", new RuleExample("pfn.type = NOTAB", "pfn.type = 0x5"))
                .containsEntry(
                        "order.x86_pv_v2",
                        new RuleExample(
                                "image_header, domain_header, X86_PV_INFO, END", "image_header, domain_header, END"));
    }

    @Test
    void rules_of_documents_of_headers_alone_are_shown_as_others_are() {
        assertThat(examples.get("xl-save-file").rules())
                .containsEntry("header.known_flags", new RuleExample("mandatory_flags = 3", "mandatory_flags = 4"))
                .containsEntry("header.limit", new RuleExample("16777216 octets", "16777217 octets"))
                .containsEntry(
                        "order.streams_inside",
                        new RuleExample(
                                "header, a stream of libxl-migration-stream, where header.mandatory_flags.stream_v2",
                                "header, the end, where header.mandatory_flags.stream_v2"));
    }

    @Test
    void rules_for_later_revisions_are_shown_by_changes_that_were_compared() {
        assertThat(examples.get("libxc-migration-stream").rules())
                .containsEntry(
                        "evolution.header_changes_raise_image_header_version",
                        new RuleExample(
                                "image_header gets a field 'more' of 4 octets at its end, and image_header.version goes"
                                        + " from 3 to 4.",
                                "image_header gets a field 'more' of 4 octets at its end, and image_header.version stays"
                                        + " 3."))
                .containsEntry(
                        "evolution.record_changes_need_new_type",
                        new RuleExample(
                                "A record of the new type 0x80000000 comes.",
                                "X86_PV_INFO gets a field 'more' of 4 octets at its end."))
                .containsEntry(
                        "evolution.image_header_marker_image_header_id_image_header_version_stay",
                        new RuleExample(
                                "image_header gets a field 'more' of 4 octets at its end.",
                                "4 reserved octets come before image_header.marker."));
    }

    @Test
    void a_rule_for_later_revisions_that_no_change_tried_here_breaks_has_no_example() {
        String rules = "require header changes raise revision\nrequire new records raise revision";
        String text = SoundDocument.with("require count > 0", rules).replace("% Revision 1\n", "");
        Specification document = Generator.read(SourceText.of("a.pandoc", text), Optional.empty(), new Diagnostics());
        assertThat(document.evolution()).hasSize(2);
        assertThat(RuleExamples.of(document, Map.of()).keySet()).noneMatch(rule -> rule.startsWith("evolution."));
    }

    @Test
    void a_document_that_leaves_the_byte_order_open_has_examples_in_the_one_that_they_name() {
        Diagnostics diagnostics = new Diagnostics();
        SourceText text = SourceText.of("a.pandoc", SoundDocument.TEXT);
        Specification document = Generator.read(text, Optional.empty(), new Diagnostics());
        assertThat(document.endianFlag()).isEmpty();
        SpecificationExamples found = Objects.requireNonNull(
                Generator.examples(List.of(document), diagnostics).get("a"));
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(found.structures()).containsKeys("header", "records", "data");
        assertThat(found.structures().get("records").parts().get(0).octets()).isEqualTo("01000000");
    }

    @Test
    void a_sample_reads_as_a_person_would_write_it() {
        assertThat(examples.get("libxc-migration-stream")
                        .structures()
                        .get("page_data")
                        .java())
                .isEqualTo(
                        """
                        new PageData(
                                List.of(
                                        PageData.Pfn.of(1, PfinfoType.NOTAB),
                                        PageData.Pfn.of(2000, PfinfoType.L1TAB),
                                        PageData.Pfn.of(3_000_000, PfinfoType.XTAB)),
                                List.of(Octets.zeroes(4096), Octets.zeroes(4096)))"""
                                .stripIndent());
    }

    @Test
    void two_runs_make_the_same() {
        assertThat(Generator.examples(DOCUMENTS, new Diagnostics())).isEqualTo(examples);
    }

    @Test
    void the_page_links_each_group_of_octets_to_its_field() {
        Site site = Site.of(DOCUMENTS).withExamples(examples);
        int groups = 0;
        for (OutputFile file : HtmlWriter.write(site, new Diagnostics())) {
            Document page = Jsoup.parse(file.text());
            for (Element link : page.select("figure.example a.octets")) {
                assertThat(page.getElementById(link.attr("href").substring(1)))
                        .as(link.attr("href"))
                        .isNotNull();
                groups++;
            }
        }
        assertThat(groups).isGreaterThan(80);
    }

    @Test
    void what_has_no_number_is_a_fault() {
        Evaluation evaluation = Evaluation.of(DOCUMENTS.get(0), "page_data", Map.of(), Map.of());
        Expression one = new Expression.Number(BigInteger.ONE);
        Expression none = new Expression.Number(BigInteger.ZERO);
        assertThatThrownBy(() -> evaluation.number(new Expression.Binary(Expression.Operator.DIVIDED, one, none)))
                .isInstanceOf(Evaluation.Fault.class)
                .hasMessage("division by zero");
        assertThatThrownBy(() -> evaluation.number(new Expression.Defined("domain_header", "page_size")))
                .hasMessage("domain_header must come before what depends on it");
    }
}
