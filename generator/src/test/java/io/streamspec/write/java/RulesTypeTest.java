package io.streamspec.write.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Rule;
import io.streamspec.model.Rules;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.testing.SoundDocument;
import io.streamspec.testing.Specs;
import java.lang.reflect.Method;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated class that tells where the rules of a document stand. */
class RulesTypeTest {

    private static Specification document;
    private static Method section;

    @BeforeAll
    static void generate() throws ReflectiveOperationException {
        Specs.Read read = Specs.read(SoundDocument.with(
                "The header, always in big-endian byte order.",
                "The header, always in big-endian byte order. [Writers should count well.]{#wise}"));
        assertThat(read.errors()).as(read.rendered()).isEmpty();
        document = read.model();
        Compiled compiled = Compiled.of(JavaWriterTest.generate(document));
        String type = compiled.names().stream()
                .filter(name -> name.endsWith("Rules"))
                .findFirst()
                .orElseThrow();
        section = compiled.loadClass(type).getMethod("section", String.class);
    }

    private static String section(String rule) throws ReflectiveOperationException {
        return (String) section.invoke(null, rule);
    }

    @Test
    void a_rule_stands_under_the_heading_of_its_structure_whoever_checks_it() throws ReflectiveOperationException {
        assertThat(section("header.count_over_0")).isEqualTo("Header");
        assertThat(section("header.wise")).isEqualTo("Header");
        assertThat(section("data.layout")).isEqualTo("DATA");
    }

    @Test
    void each_rule_that_a_check_reports_has_the_heading_that_the_document_gives_it()
            throws ReflectiveOperationException {
        for (Rule rule : Rules.of(document)) {
            String title = document.sections().stream()
                    .filter(part -> part.anchor().equals(rule.anchor()))
                    .map(Section::title)
                    .findFirst()
                    .orElseThrow();
            assertThat(section(rule.id())).as(rule.id()).isEqualTo(rule.kind() == Rule.Kind.DEFINITION ? "" : title);
        }
    }

    @Test
    void what_is_no_rule_of_the_document_stands_nowhere() throws ReflectiveOperationException {
        assertThat(section("header.count_over_1")).isEmpty();
        assertThat(section("")).isEmpty();
    }
}
