package io.streamspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutReadingTest {

    /** All rules of a document, each with its reading below it. */
    private static List<String> readings(Specification specification) {
        List<String> readings = new ArrayList<>();
        for (Section section : specification.sections()) {
            for (Section.Content content : section.contents()) {
                if (content instanceof Section.Content.Rules rules) {
                    for (LayoutLine line : rules.lines()) {
                        String reading = LayoutReading.of(specification, rules.structures(), line);
                        assertThat(reading).as(line.span().text()).isNotBlank();
                        readings.add(line.span().text().replaceAll("\\s+", " ") + "\n    " + reading);
                    }
                }
            }
        }
        return readings;
    }

    @ParameterizedTest
<<<<<<< HEAD
    @ValueSource(
            strings = {
                "libxc-migration-stream",
                "libxl-migration-stream",
                "xl-save-file",
                "libvirt-save-header",
                "xenopsd-suspend-image"
            })
=======
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream", "hvm-context", "xenstore-migration"})
>>>>>>> d8e4164 (Specifications of the HVM context and of the xenstore stream; bodies whose missing octets are zero)
    void each_rule_of_our_documents_reads_as_reviewed(String name) {
        List<String> readings =
                readings(Specs.read(Specs.own(name), Optional.empty()).model());
        assertThat(readings).hasSizeGreaterThan(8);
        Golden.assertMatches("readings/" + name + ".txt", String.join("\n", readings) + "\n");
    }
}
