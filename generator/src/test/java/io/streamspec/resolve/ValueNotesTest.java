package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.model.Enumeration;
import io.streamspec.testing.SoundDocument;
import io.streamspec.testing.Specs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in parentheses behind the name of a value. */
class ValueNotesTest {

    @ParameterizedTest
    @CsvSource({
        "second (of two), of two",
        "second (of (all) two), of (all) two",
        "second (as in f(x)) or (so), as in f(x)",
        "second (of two, ''",
        "second, ''"
    })
    void a_note_ends_where_its_own_parenthesis_closes(String label, String note) {
        String document = SoundDocument.with("0x0002: second.", "0x0002: " + label + ".");
        Enumeration kind = Specs.read(document).model().enumeration("header_kind");
        assertThat(kind.values().get(1).note()).isEqualTo(note);
        assertThat(kind.values().get(1).name()).isEqualTo("second");
    }
}
