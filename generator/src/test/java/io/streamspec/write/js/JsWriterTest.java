package io.streamspec.write.js;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.testing.EveryKind;
import io.streamspec.write.OutputFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts say what the document says, run, and let nothing of the document out of its quotes. */
class JsWriterTest {

    private static List<OutputFile> scripts(String name, String words) {
        return Script.of(EveryKind.document(name, words));
    }

    private static String told(String hex) {
        try (Script script = Script.run(scripts("extent", "words"))) {
            return script.run("all('" + hex + "').map((e) => told(e) + ' ! ' + broken(e)).join('\\n')");
        }
    }

    private static final String START = "54454c45 0000 0001 ";
    private static final String BIG_START = "54454c45 0001 0001 ";
    private static final String TOLD_START = "start: magic=1413827653 options=0{endianness=0} extent=1 ! \n";

    @Test
    void every_kind_of_field_is_read() {
        assertThat(told(START + "0100 1600 03 01 0000 2a000000 0500 0000 0700 aabb ccdd 6b00 7600 0000 00000000"))
                .isEqualTo(TOLD_START
                        + "KINDS: n=3 tag=RED reserved=2 extra=42 word=3{word[0]=5 word[1]=0 word[2]=7}"
                        + " blob=2{blob[0]=2 blob[1]=2} pair=1{pair[0]={key=k value=v}} ! \n"
                        + "END:  ! ");
    }

    @Test
    void the_byte_order_is_the_one_that_the_header_says() {
        assertThat(told(BIG_START + "0002 000a 0000000000000004 aabb 0000 00000000"))
                .contains("MEASURES: big=4 rest=2 ! \nEND");
    }

    @ParameterizedTest
    @CsvSource({
        "0100 0400 00 02 0000 00000000, kinds.some",
        "0100 0400 00 03 0100 00000000, kinds.tag.known kinds.reserved.zero kinds.some",
        "0100 0400 ff 02 0000 00000000, kinds.layout",
        "0100 0600 00 02 0000 6b6b 0000 00000000, kinds.layout",
        "0200 0800 0000000000000000 00000000, measures.layout",
        "0200 0800 ffffffffffffffff 00000000, measures.layout",
        "0200 0900 0300000000000000 aa 000001 00000000, frame.padding.zero measures.big_is_not_3",
        "0300 0000 00000000, frame.type.known",
        "0080 0000 00000000, ''",
        "0100 01ff 00000000, frame.length.limit order.complete",
        "0100, order.complete",
        "00000000 00, order.end"
    })
    void what_is_wrong_is_told_by_the_ids_of_rules(String hex, String rules) {
        try (Script script = Script.run(scripts("extent", "words"))) {
            String found = script.run("all('" + START + hex + "').slice(1).map(broken).join(' ').trim()");
            assertThat(found.split(" ")).containsExactlyInAnyOrder(rules.split(" "));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>pwned = 1</script>",
                "<!-- <script>",
                "\" + (pwned = 1) + \"",
                "' + (pwned = 1) + '",
                "\\\"); pwned = 1; (\"",
                "${pwned = 1}",
                "*/ pwned = 1; /*",
                "line\u2028pwned = 1",
                "\u202e right to left",
                "__proto__"
            })
    void words_stay_inside_of_their_quotes(String words) {
        List<OutputFile> files = scripts("extent", words);
        assertThat(files).allSatisfy(file -> assertThat(file.text()).doesNotContain("</", "<!--", "]]>"));
        assertThat(files.get(1).text().chars()).allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F);
        try (Script script = Script.run(files)) {
            assertThat(script.run("typeof pwned")).isEqualTo("undefined");
            assertThat(script.run("all('" + START + "00000000').length")).isEqualTo("2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"class", "r", "bits", "element", "eval", "this", "size_2", "naïve", "await"})
    void any_name_can_be_a_fields(String name) {
        try (Script script = Script.run(scripts(name, "words"))) {
            assertThat(script.run("all('" + START + "0200 0800 0200000000000000 00000000').map(told).join(' ')"))
                    .contains(name.toLowerCase(java.util.Locale.ROOT) + "=1", "MEASURES: big=2 rest=0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "54454C45 0000 00010203",
                "0x54, 0x45,0x4c,0x45,00,00\n00 01 02 03 # the rest",
                "00000000: 5445 4c45 0000 0001 0203            TELE......",
                "00000000  54 45 4c 45 00 00 00 01  02 03                    |TELE......|\n0000000a\n"
            })
    void octets_are_pasted_as_programs_print_them(String text) {
        try (Script script = Script.run(scripts("extent", "words"))) {
            String literal = JsText.literal(text);
            assertThat(script.run("octetsOf(" + literal + ").join(' ')")).isEqualTo("84 69 76 69 0 0 0 1 2 3");
        }
    }

    @Test
    void repeated_lines_of_a_dump_are_written_out_and_slips_are_told_by_line() {
        try (Script script = Script.run(scripts("extent", "words"))) {
            String dump = "00000000  " + "00 ".repeat(8) + " " + "00 ".repeat(8)
                    + " |................|\n*\n00000040  01 |.|\n00000041";
            assertThat(script.run("o = octetsOf(" + JsText.literal(dump) + "); o.length + ' ' + o[64]"))
                    .isEqualTo("65 1");
            assertThat(script.run("streamspec.hex('00\\n0').problem")).contains("line 2");
            assertThat(script.run("streamspec.hex('00\\nxy').problem")).contains("line 2");
        }
    }

    @Test
    void a_stream_that_no_specification_knows_is_said_to_be_so() {
        try (Script script = Script.run(scripts("extent", "words"))) {
            assertThat(script.run("all('00000000').map(({ kind }) => kind).join()"))
                    .isEqualTo("nothing");
            assertThat(script.run("all('00000000', { specification: 'test' }).map(broken).join()"))
                    .contains("start.magic.constant", "start.layout");
        }
    }
}
