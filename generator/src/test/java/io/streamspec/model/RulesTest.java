package io.streamspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                .matcher(String.join(
                        "\n",
                        io.streamspec.write.java.JavaWriter.write(
                                        List.of(own("libxc-migration-stream"), own("libxl-migration-stream")),
                                        "a.b",
                                        new io.streamspec.source.Diagnostics())
                                .stream()
                                .filter(file -> file.path().contains("/" + specification.shortName() + "/"))
                                .map(io.streamspec.write.OutputFile::text)
                                .toList()));
        List<String> found = Stream.generate(() -> named)
                .takeWhile(Matcher::find)
                .map(matcher -> matcher.group(1))
                .toList();
        assertThat(found).hasSizeGreaterThan(4);
        assertThat(ids).containsAll(found);
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
