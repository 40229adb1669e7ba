package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.testing.DocumentFaults;
import io.streamspec.testing.ModelText;
import io.streamspec.testing.SoundDocument;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault that an author can make in a small, otherwise sound document ends in its own diagnostic. */
class BadDocumentsTest {

    @Test
    void the_sound_document_has_no_errors() {
        assertThat(Specs.read(SoundDocument.TEXT).errors()).isEmpty();
    }

    @Test
    void bits_that_nothing_describes_are_remarked_on() {
        assertThat(Specs.read(SoundDocument.TEXT.replace("bit 1-15: Reserved", "bit 2-15: Reserved"))
                        .rendered())
                .contains("warning: bit 1 of 'flags' is not described [bits-undescribed]");
    }

    @Test
    void a_byte_order_that_is_denied_or_double_is_no_byte_order() {
        assertThat(Specs.read(SoundDocument.TEXT.replace("always in big", "never in big"))
                        .errors())
                .contains("byte-order-unclear");
        assertThat(Specs.read(SoundDocument.TEXT.replace(
                                "big-endian byte order.", "big-endian byte order, or in little-endian order."))
                        .errors())
                .contains("byte-order-unclear");
    }

    @Test
    void line_ends_byte_order_marks_and_tabs_make_no_difference() {
        String model = ModelText.of(Specs.read(SoundDocument.TEXT).model()).replaceAll("\\s+", " ");
        for (String same : List.of(
                SoundDocument.TEXT.replace("\n", "\r\n"),
                "\uFEFF" + SoundDocument.TEXT,
                SoundDocument.TEXT.replace("\n    |", "\n\t|"),
                SoundDocument.TEXT.stripTrailing())) {
            Specs.Read read = Specs.read(same);
            assertThat(read.errors()).as(read.rendered()).isEmpty();
            assertThat(ModelText.of(read.model()).replaceAll("\\s+", " ")).isEqualTo(model);
        }
    }

    @Test
    void all_faults_of_a_document_are_reported_in_one_run_in_order_and_once() {
        Specs.Read read = Specs.read(SoundDocument.TEXT
                .replace("0x0002: second.", "0x0001: second.")
                .replace("bit 1-15: Reserved.", "bit 1-16: Reserved.")
                .replace("require count > 0", "require counter > 0"));
        assertThat(read.errors()).containsExactly("bits-exceed-field", "value-duplicate", "name-unknown");
    }

    static Stream<Arguments> faults() {
        return DocumentFaults.all().stream().map(fault -> Arguments.of(fault.id(), fault.wrong()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void a_fault_has_its_diagnostic_with_position_and_remedy(String id, String wrong) {
        String rendered = Specs.read(wrong).rendered();
        assertThat(rendered).contains("[" + id + "]").contains("test.pandoc:").contains("hint: ");
    }
}
