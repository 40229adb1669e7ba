package io.streamspec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.streamspec.source.Diagnostics;
import io.streamspec.testing.EveryKind;
import io.streamspec.testing.Specs;
import io.streamspec.write.OutputFile;
import io.streamspec.write.java.JavaWriter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static Specification own(String name) {
        return Specs.read(Specs.own(name), Optional.empty()).model();
    }

    @Test
    void rules_are_called_after_what_they_speak_of() {
        assertThat(Rules.of(own("libxc-migration-stream")))
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .contains(
                        "image_header.marker.constant",
                        "image_header.options.reserved",
                        "domain_header.type.known",
                        "domain_header.page_shift_at_most_27",
                        "domain_header.reserved.zero",
                        "records.body_length.limit",
                        "records.padding.zero",
                        "page_data.not_empty",
                        "page_data.pfn.type.known",
                        "page_data.layout",
                        "x86_pv_info.guest_width.allowed",
                        "x86_pv_vcpu_xsave.context_size",
                        "order.x86_pv_v3",
                        "order.static_data_end_before_page_data",
                        "order.static_data_end_implied_in_x86_pv_v2");
    }

    /** What checks report is a literal in the generated code, so that each has to be one of the rules. */
    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void the_rules_that_generated_checks_name_are_those_of_the_model(String name) {
        Specification specification = own(name);
        List<String> ids = Rules.of(specification).stream().map(Rule::id).toList();
        Matcher named = Pattern.compile("validation\\s*\\.(?:zero|known|report|reservedBits)\\(\\s*\"([^\"]+)\"")
                .matcher(code(specification));
        List<String> found = Stream.generate(() -> named)
                .takeWhile(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
        assertThat(found).hasSizeGreaterThan(4);
        assertThat(ids).containsAll(found);
    }

    static Stream<Specification> documents() {
        return Stream.of(
                own("libxc-migration-stream"),
                own("libxl-migration-stream"),
                Specs.read(EveryKind.document("name", "words")).model());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void each_line_of_a_layout_block_is_a_rule_and_each_definition_is_one_line(Specification specification) {
        List<Rule> rules = Rules.of(specification);
        List<LayoutLine> lines = specification.sections().stream()
                .flatMap(section -> section.contents().stream())
                .filter(Section.Content.Rules.class::isInstance)
                .flatMap(content -> ((Section.Content.Rules) content).lines().stream())
                .toList();
        assertThat(lines).hasSizeGreaterThan(5).allSatisfy(line -> assertThat(line.rulesOf(rules))
                .as(line.span().text())
                .isNotEmpty());
        assertThat(rules.stream().filter(rule -> rule.kind() == Rule.Kind.DEFINITION))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(lines.stream()
                                .filter(line -> line.rulesOf(rules).contains(rule)))
                        .as(rule.id())
                        .hasSize(1));
    }

    @Test
    void a_definition_knows_the_rules_that_report_what_is_not_so() {
        assertThat(Rules.of(own("libxc-migration-stream")).stream().filter(rule -> rule.kind() == Rule.Kind.DEFINITION))
                .extracting(Rule::id, Rule::reportedAs)
                .contains(
                        tuple("stream.short_name", List.of()),
                        tuple("stream.byte_order", List.of()),
                        tuple("image_header.byte_order", List.of("image_header.id.constant")),
                        tuple("image_header.version.accepted", List.of("image_header.version.constant")),
                        tuple("domain_header.page_size.defined", List.of()),
                        tuple("records.framed", List.of("order.complete")),
                        tuple("records.aligned", List.of("records.padding.zero")),
                        tuple("records.optional", List.of("records.type.known")),
                        tuple("static_data_end.since", List.of("order.x86_pv_v2", "order.x86_hvm_v2")),
                        tuple("page_data.pfn.type.typed", List.of("page_data.pfn.type.known")),
                        tuple("page_data.page_data.typed", List.of("page_data.layout")));
    }

    /** What generated checks do not name, the runtime makes of the names of records, constants and streams. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "libxc-migration-stream",
                "libxl-migration-stream",
                "xl-save-file",
                "libvirt-save-header",
                "xenopsd-suspend-image"
            })
    void every_rule_that_a_stream_can_break_is_named_by_generated_code_or_by_the_runtime(String name) {
        Specification specification = own(name);
        String code = code(specification);
        for (Rule rule : Rules.of(specification)) {
            switch (rule.kind()) {
                case PROSE, EVOLUTION, DEFINITION, IMPLIED -> {
                    // not of streams, said by others, or a permission
                }
                case CONSTANT -> assertThat(code).contains("\"" + rule.id().replaceFirst("\\.constant$", "") + "\"");
                case ALLOWED, NAMED, ZERO, LIMIT, CONDITION -> assertThat(code).contains("\"" + rule.id() + "\"");
                case LAYOUT, ORDER, BEFORE -> {
                    // made by the runtime; the tests of hostile streams hold those against the model
                }
            }
        }
    }

    /** The code that is generated for one of our documents. */
    private static String code(Specification specification) {
        return JavaWriter.write(List.of(specification), "a.b", new Diagnostics()).stream()
                .filter(file -> file.path().contains("/" + specification.shortName() + "/"))
                .map(OutputFile::text)
                .collect(Collectors.joining("\n"));
    }

    @Test
    void a_name_given_to_a_rule_outlives_its_wording() {
        String text = Specs.own("libxc-migration-stream").text();
        assertThat(text).contains("require count > 0 as not_empty");
        String reworded = text.replace("require count > 0 as not_empty", "require count >= 1 as not_empty")
                .replace("expect count <= 1024 as batch_size", "expect count <= 1024");
        assertThat(Rules.of(Specs.read(reworded).model()))
                .extracting(Rule::id)
                .contains("page_data.not_empty", "page_data.count_at_most_1024");
    }
}
