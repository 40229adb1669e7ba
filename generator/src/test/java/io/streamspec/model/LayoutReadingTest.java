package io.streamspec.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.testing.Specs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LayoutReadingTest {

    /** All readings of a document, each behind its rule. */
    private static List<String> readings(Specification specification) {
        List<String> readings = new ArrayList<>();
        for (Section section : specification.sections()) {
            for (Section.Content content : section.contents()) {
                if (content instanceof Section.Content.Rules rules) {
                    for (LayoutLine line : rules.lines()) {
                        readings.add(line.span().text().replaceAll("\\s+", " ") + "\n  "
                                + LayoutReading.of(specification, rules.structures(), line));
                    }
                }
            }
        }
        return readings;
    }

    @Test
    void our_rules_read() {
        readings(Specs.read(Specs.own("libxc-migration-stream"), Optional.empty())
                        .model())
                .forEach(System.out::println);
        readings(Specs.read(Specs.own("libxl-migration-stream"), Optional.empty())
                        .model())
                .forEach(System.out::println);
        for (Rule r : Rules.of(Specs.read(Specs.own("libxc-migration-stream"), Optional.empty())
                .model()))
            if (r.kind() == Rule.Kind.PROSE)
                System.out.println(r.id() + "  " + r.must() + " " + r.text() + " " + r.span());
        for (Rule r : Rules.of(Specs.read(Specs.own("libxl-migration-stream"), Optional.empty())
                .model()))
            if (r.kind() == Rule.Kind.PROSE)
                System.out.println(r.id() + "  " + r.must() + " " + r.text() + " " + r.span());
        assertThat(1).isOne();
    }
}
