package io.streamspec.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Golden;
import io.streamspec.testing.ModelText;
import io.streamspec.testing.Specs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatterTest {

    private static final String TITLE = "% T\n% A\n% Revision 1\n\nPart\n====\n\n";

    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<Formatted> format(String text) {
        return Formatter.format(SourceText.of("test.pandoc", text), diagnostics);
    }

    private String formatted(String text) {
        return format(text).orElseThrow().text();
    }

    private List<String> ids() {
        return diagnostics.sorted().stream().map(fault -> fault.id().name()).toList();
    }

    /** What becomes of one block. */
    private String block(String... lines) {
        String text = formatted(TITLE + String.join("\n", lines) + "\n");
        assertThat(formatted(text)).isEqualTo(text);
        return text.substring(TITLE.length());
    }

    private static String lines(String... lines) {
        return String.join("\n", lines) + "\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"libxc-migration-stream", "libxl-migration-stream"})
    void upstream_documents_keep_their_model_and_are_changed_once(String name) {
        SourceText upstream = Specs.upstream(name);
        SourceText after = SourceText.of(upstream.name(), formatted(upstream.text()));
        assertThat(after.text()).isNotEqualTo(upstream.text());
        assertThat(ModelText.of(Specs.read(after, Optional.empty()).model()))
                .isEqualTo(ModelText.of(Specs.read(upstream, Optional.empty()).model()));
        assertThat(formatted(after.text())).isEqualTo(after.text());
        Golden.assertMatches(
                "format/" + name + ".diff",
                format(upstream.text()).orElseThrow().diff());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "libxc-migration-stream",
                "libxl-migration-stream",
                "xl-save-file",
                "libvirt-save-header",
                "xenopsd-suspend-image"
            })
    void our_documents_are_in_canonical_form(String name) {
        assertThat(format(Specs.own(name).text()).orElseThrow().diff())
                .as("mend it with: streamspec format spec/*.pandoc")
                .isEmpty();
    }

    @Test
    void bars_stand_on_the_edges_of_octets_and_corners_where_bars_are() {
        assertThat(block(
                        "      0      1     2     3     4     5     6     7 octets",
                        "    +-----------------------+-----+-----+--------------+  ",
                        "    | a                      |  b(B)    |(Reserved)    |",
                        "    +--------------------------------------------------+",
                        "    | c (16 bytes)                                     |",
                        "\t|                                                  |",
                        "    +--------------------------------------------------+"))
                .isEqualTo(lines(
                        "     0     1     2     3     4     5     6     7 octet",
                        "    +-----------------------+-----------+-----------+",
                        "    | a                     | b (B)     | (reserved)|",
                        "    +-----------------------+-----------+-----------+",
                        "    | c (16 bytes)                                  |",
                        "    |                                               |",
                        "    +-----------------------------------------------+"));
    }

    @Test
    void open_ends_have_dots_in_them_and_below_them() {
        assertThat(block(
                        "     0     1     2     3     4     5     6     7 octet",
                        "    +-----------+-----------------------------------+",
                        "    | body                                          |",
                        "    ...",
                        "    |           | padding (0 to 7 bytes)            |",
                        "    +-----------+-----------------------------------+",
                        "    | text...                                       |",
                        "    +-----------------------------------------------+"))
                .isEqualTo(lines(
                        "     0     1     2     3     4     5     6     7 octet",
                        "    +-----------------------------------------------+",
                        "    | body...                                       |",
                        "    ...",
                        "    |           | padding (0 to 7 bytes)            |",
                        "    +-----------+-----------------------------------+",
                        "    | text...                                       |",
                        "    ...",
                        "    +-----------------------------------------------+"));
    }

    @Test
    void rows_that_are_left_out_stay_between_two_rules() {
        assertThat(block(
                        "     0      1      2      3 byte",
                        "    |x[0].a        |x[0].b        |",
                        "    +---------------+",
                        "    ...",
                        "    | x[C - 1].a   | x[C - 1].b   |"))
                .isEqualTo(lines(
                        "     0           1           2           3 byte",
                        "    +-----------------------+-----------------------+",
                        "    | x[0].a                | x[0].b                |",
                        "    +-----------------------+-----------------------+",
                        "    ...",
                        "    +-----------------------+-----------------------+",
                        "    | x[C - 1].a            | x[C - 1].b            |",
                        "    +-----------------------+-----------------------+"));
    }

    @Test
    void octets_become_wider_where_a_label_needs_it_and_a_fence_keeps_its_indent() {
        assertThat(block("```", " 0           1 octet", "+-----------+-----------+", "| a_longer_name |b |", "```"))
                .isEqualTo(lines(
                        "```",
                        " 0              1 octet",
                        "+--------------+--------------+",
                        "| a_longer_name| b            |",
                        "+--------------+--------------+",
                        "```"));
    }

    @Test
    void a_structure_without_fields_is_a_ruler_and_a_rule() {
        assertThat(block("     0     1     2     3 octet", "    +-----------------------+-----+"))
                .isEqualTo(lines(
                        "     0           1           2           3 octet",
                        "    +-----------------------------------------------+"));
    }

    @Test
    void multiline_tables_fill_a_page_and_their_text_is_wrapped() {
        assertThat(block(
                        "------------------------",
                        "Name    What it is",
                        "-----   ----------------",
                        "one     Words,  and more words, so many",
                        "        that they do not fit on a line; `some code`",
                        "        and a hard break\\",
                        "        stay, and 2 ^12^ keeps to itself.",
                        "",
                        "",
                        "        More.",
                        "",
                        "second",
                        "thing   Short.",
                        "",
                        "------------------------",
                        "",
                        "Table:   A caption. "))
                .isEqualTo(lines(
                        "------------------------------------------------------------------------",
                        "Name          What it is",
                        "------------  ----------------------------------------------------------",
                        "one           Words, and more words, so many that they do not fit on a",
                        "              line; `some code` and a hard break\\",
                        "              stay, and 2 ^12^ keeps to itself.",
                        "",
                        "              More.",
                        "",
                        "second thing  Short.",
                        "------------------------------------------------------------------------",
                        "",
                        "Table:   A caption. "));
    }

    @Test
    void columns_keep_how_they_are_aligned() {
        assertThat(block(
                        "-----------------------------------",
                        "Left    Default    Right   Middle  ",
                        "------- ------- --------  --------- ",
                        "a       b              c      d",
                        "-----------------------------------"))
                .isEqualTo(lines(
                        "------------------------------------------------------------------------",
                        "Left   Default   Right                       Middle",
                        "-----  -------  ------  ------------------------------------------------",
                        "a      b             c                         d",
                        "------------------------------------------------------------------------"));
    }

    @Test
    void simple_tables_are_as_wide_as_their_text() {
        assertThat(block(
                        "Name        Value",
                        "----        -------------------------",
                        "one         a  long  text",
                        "the second  b",
                        "            more"))
                .isEqualTo(lines(
                        "Name        Value",
                        "----        -----------",
                        "one         a long text",
                        "the second  b",
                        "            more"));
    }

    @Test
    void pipe_tables_are_padded_where_a_page_has_room() {
        assertThat(block("|Name|Value|", "|-|:-----:|", "| a \\| b|`c|d`", "||" + "|"))
                .isEqualTo(lines(
                        "| Name   | Value |", //
                        "| ------ | :---: |",
                        "| a \\| b | `c|d` |",
                        "|        |       |"));
    }

    @Test
    void pipe_tables_that_pandoc_wraps_keep_their_dashes() {
        String words = "word ".repeat(20).strip();
        assertThat(block("|Name|Value|", "|-|:-----|", "|a|" + words + "   |"))
                .isEqualTo(lines("| Name | Value |", "| - | :----- |", "| a | " + words + " |"));
    }

    @Test
    void a_long_word_makes_a_table_wider_than_a_page() {
        String word = "x".repeat(80);
        assertThat(block("--------", "A   B", "--- ----", "a   " + word, "--------")
                        .lines())
                .contains("-".repeat(84), "a   " + word);
    }

    @Test
    void a_word_that_would_make_everything_huge_leaves_its_block_as_it_is() {
        String word = "x".repeat(30_000);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            rows.append("a   b\n\n");
        }
        String text = TITLE + "--------\nA   B\n--- ----\n" + rows + "a   " + word + "\n--------\n";
        assertThat(formatted(text)).isEqualTo(text);
        assertThat(ids()).containsOnly("format-too-wide");
    }

    @Test
    void a_table_whose_words_are_cut_stays_as_it_is_and_the_reader_says_so() {
        String table = "--------\nNam  B\n---- ----\ntoolong x\n--------\n";
        assertThat(formatted(TITLE + table)).isEqualTo(TITLE + table);
        assertThat(ids()).contains("table-column");
    }

    @Test
    void signs_of_any_width_stand_where_pandoc_and_the_reader_find_them() {
        assertThat(block(
                        "-------------------",
                        "Name     Value  Of",
                        "----     ----- ------",
                        "日本       x     y",
                        "-------------------"))
                .isEqualTo(lines(
                        "------------------------------------------------------------------------",
                        "Name  Value                                Of",
                        "----  -----      -------------------------------------------------------",
                        "日本      x                                   y",
                        "------------------------------------------------------------------------"));
    }

    @ParameterizedTest
    @CsvSource({"'\\n'", "'\\r\\n'"})
    void everything_else_is_kept_octet_by_octet(String named) {
        String end = named.replace("\\r", "\r").replace("\\n", "\n");
        String before = "\uFEFF% Title\n% A\n% Revision 1\n\nPart  \n====\n\nTrailing   \nand\ttabs, größe \u00a0x\n\n";
        String after = "\n\n* list\n\n~~~ c\n| code |\n~~~\n\n\\clearpage\n\nThe last line, without an end";
        String ruler = "     0     1     2     3     4     5     6     7 octet\n";
        String rule = "    +-----------------------------------------------+\n";
        String text = before + ruler + "    +--------+--+\n" + after;
        assertThat(formatted(text.replace("\n", end))).isEqualTo((before + ruler + rule + after).replace("\n", end));
    }

    @Test
    void a_document_that_cannot_be_read_is_not_formatted() {
        assertThat(format(TITLE + "     0     1     2     3 octet\n    +--------+\n    | a | b  |\n"))
                .isEmpty();
        assertThat(ids()).contains("diagram-edge");
    }

    /** A ruler below its diagram gives the rows above another width than they were read with. */
    @Test
    void what_has_no_canonical_form_that_says_the_same_is_refused() {
        String text = TITLE + "    | a                     | b                     |\n     0   1   2   3 octet\n";
        assertThat(format(text)).isEmpty();
        assertThat(diagnostics.sorted().stream().map(Diagnostic::toString).toList())
                .anyMatch(fault -> fault.contains("format-differs"));
    }

    @Test
    void a_diff_can_be_applied_and_marks_the_missing_end_of_a_file() {
        String diff = format(TITLE + "     0     1     2     3     4     5     6     7 octet\n    +--+")
                .orElseThrow()
                .diff();
        assertThat(diff)
                .isEqualTo(lines(
                        "--- test.pandoc",
                        "+++ test.pandoc",
                        "@@ -6,4 +6,4 @@",
                        " ====",
                        " ",
                        "      0     1     2     3     4     5     6     7 octet",
                        "-    +--+",
                        "\\ No newline at end of file",
                        "+    +-----------------------------------------------+",
                        "\\ No newline at end of file"));
    }

    /** A name that goes on in the second line stands between two lines of its description. */
    @Test
    void a_name_of_two_lines_is_no_part_of_what_its_bits_mean() {
        String text = TITLE + "     0     1     2     3 octet\n    | some flags            |\n\n"
                + "-----------\nField  Description\n-----  ----\nsome   bit 0: First. 0 = off,\nflags  1 = on.\n-----------\n";
        String before = ModelText.of(Specs.read(text).model());
        assertThat(before).contains("description: bit 0: First. 0 = off, 1 = on.");
        assertThat(ModelText.of(Specs.read(formatted(text)).model())).isEqualTo(before);
    }
}
