package io.streamspec.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "END | END",
                "END (the last) | END",
                "END (the last (of all)) | END",
                "END (the) last | END (the) last",
                "END (one) (two) | END (one)",
                "END last) | END last)",
                "(all of it) | ''"
            })
    void a_title_loses_the_parentheses_that_it_ends_in_and_those_inside_of_them(String title, String plain) {
        assertThat(Words.withoutRemark(title)).isEqualTo(plain);
    }
}
