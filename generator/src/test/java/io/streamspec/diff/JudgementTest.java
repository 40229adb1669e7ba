package io.streamspec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.diff.Judgement.Effect;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What single edits of the document of {@link DifferenceTest} mean to readers. */
class JudgementTest {

    private static Review review(String... edits) {
        String text = DifferenceTest.DOCUMENT;
        for (int i = 0; i < edits.length; i += 2) {
            assertThat(text).contains(edits[i]);
            text = text.replace(edits[i], edits[i + 1]);
        }
        return Review.of(DifferenceTest.read(DifferenceTest.DOCUMENT), DifferenceTest.read(text));
    }

    private static Arguments edit(Effect newStreams, Effect oldStreams, String path, String... edits) {
        return Arguments.of(path, newStreams, oldStreams, edits);
    }

    static Stream<Arguments> edits() {
        return Stream.of(
                edit(
                        Effect.READ,
                        Effect.READ,
                        "depth.spare",
                        "| quality   | (reserved)|",
                        "| quality   | spare     |",
                        "depth       In",
                        "spare       Nothing yet.\n\ndepth       In"),
                edit(
                        Effect.READ,
                        Effect.REFUSED,
                        "depth.spare",
                        "| quality   | (reserved)|",
                        "| quality   | spare     |",
                        "depth       In",
                        "spare       0x0001: ONE\n\ndepth       In"),
                edit(
                        Effect.REFUSED,
                        Effect.REFUSED,
                        "depth.tail",
                        "    | depth                                         |\n",
                        "    | depth                                         |\n"
                                + "    +-----------------------------------------------+\n"
                                + "    | tail                                          |\n",
                        "depth       In millimetres.",
                        "depth       In millimetres.\n\ntail        New."),
                edit(
                        Effect.REFUSED,
                        Effect.READ,
                        "depth.tail",
                        "    | depth                                         |\n",
                        "    | depth                                         |\n"
                                + "    +-----------------------------------------------+\n"
                                + "    | tail...                                       |\n",
                        "depth       In millimetres.",
                        "depth       In millimetres.\n\ntail        New.",
                        "let shallow",
                        "tail: octets[to end]\nlet shallow"),
                edit(
                        Effect.MISREAD,
                        Effect.MISREAD,
                        "depth.other",
                        "| place                 |",
                        "| other     | (reserved)|",
                        "place       Where",
                        "other       Where"),
                edit(
                        Effect.READ,
                        Effect.READ,
                        "header.flags.narrow",
                        "bit 2-15: Res",
                        "bit 2: Narrow.\n\n            bit 3-15: Res"),
                edit(
                        Effect.REFUSED,
                        Effect.REFUSED,
                        "depth.depth_over_0_or_depth_under_9",
                        "depth > 0",
                        "depth > 0 or depth < 9"),
                edit(Effect.REFUSED, Effect.READ, "depth.depth_at_least_0", "depth > 0", "depth >= 0"),
                edit(Effect.REFUSED, Effect.READ, "depth.depth_over_0", "require depth", "expect depth"),
                edit(Effect.READ, Effect.REFUSED, "survey", "(DEPTH | ECHO)*", "DEPTH*, ECHO*"),
                edit(Effect.REFUSED, Effect.READ, "survey", "(DEPTH | ECHO)*", "(DEPTH | ECHO)*, END?"),
                edit(Effect.SAME, Effect.SAME, "survey", "(DEPTH | ECHO)*", "(DEPTH*, ECHO*)*"),
                edit(Effect.REFUSED, Effect.READ, "record.body_length", "0x00010000", "0x00020000"),
                edit(Effect.SAME, Effect.SAME, "depth.shallow", "depth < 10000", "depth < 20000"));
    }

    @ParameterizedTest(name = "{0}: new streams {1}, old streams {2}")
    @MethodSource("edits")
    void a_change_is_judged_by_who_can_read_what(String path, Effect newStreams, Effect oldStreams, String[] edits) {
        List<Change> changes = review(edits).changes().stream()
                .filter(change -> change.path().equals(path))
                .toList();
        assertThat(changes).isNotEmpty();
        Judgement judgement = changes.get(0).judgement();
        assertThat(List.of(judgement.newStreams(), judgement.oldStreams()))
                .as(judgement.reason())
                .containsExactly(newStreams, oldStreams);
        assertThat(judgement.reason()).isNotBlank();
    }

    @Test
    void a_header_of_another_name_that_changed_as_well_is_the_same_header() {
        Review review = review(
                "Header\n======",
                "Preamble\n========",
                "survey: header",
                "survey: preamble",
                "bit 2-15: Res",
                "bit 2: Narrow.\n\n            bit 3-15: Res");
        assertThat(review.verdict()).contains(Judgement.Verdict.READABLE);
        assertThat(review.changes(Judgement.Verdict.READABLE))
                .extracting(Change::path)
                .containsExactly("preamble.flags.narrow");
    }

    @Test
    void an_element_of_a_record_of_another_name_is_the_same_element() {
        String samples =
                """

                ``` {.layout}
                sample: (left: u32, right: u32)[count]
                ```
                """;
        String before = DifferenceTest.DOCUMENT + samples;
        String after = before.replace("ECHO", "REPLY")
                .replace("REPLY\n====", "REPLY\n=====")
                .replace("left: u32, right", "first: u32, right");
        Review review = Review.of(DifferenceTest.read(before), DifferenceTest.read(after));
        assertThat(review.verdict()).contains(Judgement.Verdict.WIRE_COMPATIBLE);
        assertThat(review.changes())
                .extracting(change -> Words.of(change.kind()) + " " + change.path())
                .contains("renamed reply", "renamed reply.sample.first");
    }

    @Test
    void thresholds_are_reached_from_the_strictest_to_the_mildest() {
        assertThat(reached(review("are measured", "are read"))).containsExactly(Threshold.ANY);
        assertThat(reached(review("bit 2-15: Res", "bit 2: Narrow.\n\n            bit 3-15: Res")))
                .containsExactly(Threshold.ANY, Threshold.WIRE);
        assertThat(reached(review("0x00010000", "0x00020000")))
                .containsExactly(Threshold.ANY, Threshold.WIRE, Threshold.BREAKING);
        assertThat(reached(review("0x00010000", "0x00008000"))).containsExactly(Threshold.values());
        assertThat(reached(review("% Soundings", "% Soundings"))).isEmpty();
    }

    private static List<Threshold> reached(Review review) {
        return Stream.of(Threshold.values())
                .filter(threshold -> threshold.isReachedBy(review))
                .toList();
    }

    @Test
    void what_no_stream_has_changes_no_stream() {
        String drawing =
                """

                Sketch
                ======

                Nothing uses this.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | left                  | right                 |
                    +-----------------------+-----------------------+
                """;
        String before = DifferenceTest.DOCUMENT + drawing;
        String after = before.replace("| left                  | right ", "| right                 | left  ");
        Review review = Review.of(DifferenceTest.read(before), DifferenceTest.read(after));
        assertThat(review.changes()).hasSize(2);
        assertThat(review.verdict()).contains(Judgement.Verdict.WIRE_COMPATIBLE);
    }
}
