package io.streamspec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.streamspec.diff.Judgement.Verdict;
import io.streamspec.model.Specification;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.SourceText;
import io.streamspec.testing.Golden;
import io.streamspec.testing.Specs;
import io.streamspec.write.json.ReviewJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A format over eighteen revisions, {@code revisions/weather.01.pandoc} and on: each step makes changes of one kind, and the
 * whole of what is said of it is a golden file.
 */
class RevisionChainTest {

    private static final Path FOLDER = Path.of("src/test/resources/revisions");
    private static final int LAST = 18;

    private static Specification revision(int number) {
        String name = "weather.%02d.pandoc".formatted(number);
        try {
            Specs.Read read = Specs.read(
                    SourceText.of("revisions/" + name, Files.readString(FOLDER.resolve(name))), Optional.empty());
            assertThat(read.errors()).as(read.rendered()).isEmpty();
            return read.model();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The step to a revision, after its golden files were compared. */
    private static Review step(int to) {
        return review(to - 1, to, "%02d".formatted(to));
    }

    private static Review review(int from, int to, String golden) {
        Review review = Review.of(revision(from), revision(to));
        String broken =
                review.diagnostics().stream().map(DiagnosticRenderer::render).collect(Collectors.joining());
        Golden.assertMatches(
                "diff/" + golden + ".txt", ReviewText.of(review) + (broken.isEmpty() ? "" : "\n" + broken));
        Golden.assertMatches("diff/" + golden + ".json", ReviewJson.write(review));
        return review;
    }

    private static void assertVerdict(Review review, Verdict verdict, String... changes) {
        assertThat(review.verdict()).contains(verdict);
        assertThat(review.changes(verdict))
                .extracting(change -> Words.of(change.kind()) + " " + Words.of(change.subject()) + " " + change.path())
                .contains(changes);
    }

    private static List<String> broken(Review review) {
        return review.findings().stream()
                .filter(finding -> !finding.kept())
                .map(finding -> finding.rule().id())
                .toList();
    }

    @Test
    void other_words_are_wire_compatible() {
        Review review = step(2);
        assertVerdict(review, Verdict.WIRE_COMPATIBLE, "reworded section Overview", "reworded field sample.value");
        assertThat(broken(review)).isEmpty();
    }

    @Test
    void other_names_of_records_structures_fields_values_and_bits_are_wire_compatible() {
        assertVerdict(
                step(3),
                Verdict.WIRE_COMPATIBLE,
                "renamed record REMARK",
                "renamed structure remark",
                "renamed field sample.site",
                "renamed value sample_site.WATER",
                "renamed bit file_header.flags.afloat");
    }

    @Test
    void a_new_record_that_may_be_skipped_is_readable_by_old_readers() {
        Review review = step(4);
        assertVerdict(review, Verdict.READABLE, "added record GUST");
        assertThat(broken(review)).isEmpty();
    }

    @Test
    void a_header_that_uses_reserved_bits_and_octets_is_readable_and_the_version_that_says_so_is_not() {
        Review review = step(5);
        assertVerdict(review, Verdict.BREAKING, "changed field file_header.version");
        assertThat(review.changes(Verdict.READABLE))
                .extracting(Change::path)
                .contains("file_header.elevation", "file_header.flags.unattended");
        assertThat(broken(review)).isEmpty();
        assertThat(review.losesOldStreams()).isFalse();
    }

    @Test
    void a_new_record_that_may_not_be_skipped_breaks_old_readers_as_the_document_says() {
        Review review = step(6);
        assertVerdict(review, Verdict.BREAKING, "added record TIDE", "changed stream log");
        assertThat(review.findings())
                .extracting(finding -> finding.rule().id())
                .contains("evolution.new_mandatory_records_break_old_readers");
        assertThat(review.losesOldStreams()).isFalse();
    }

    @Test
    void a_new_value_breaks_old_readers_where_they_take_none_without_a_meaning() {
        assertVerdict(step(7), Verdict.BREAKING, "added value sample_site.SOIL");
    }

    @Test
    void readers_that_take_any_value_where_writers_write_the_same_are_wire_compatible() {
        assertVerdict(step(8), Verdict.WIRE_COMPATIBLE, "changed field sample.site");
    }

    @Test
    void a_new_value_is_readable_where_readers_take_any() {
        assertVerdict(step(9), Verdict.READABLE, "added value sample_site.SNOW");
    }

    @Test
    void a_record_extended_into_reserved_octets_is_readable_and_breaks_the_rule_of_new_types() {
        Review review = step(10);
        assertVerdict(review, Verdict.READABLE, "added field gust.duration");
        assertThat(broken(review)).containsExactly("evolution.record_changes_need_new_type");
    }

    @Test
    void a_wider_field_is_breaking() {
        Review review = step(11);
        assertVerdict(review, Verdict.BREAKING, "retyped field sample.value");
        assertThat(broken(review)).containsExactly("evolution.record_changes_need_new_type");
    }

    @Test
    void fields_that_change_places_are_breaking() {
        assertVerdict(step(12), Verdict.BREAKING, "moved field sample.quality", "moved field sample.site");
    }

    @Test
    void rules_that_demand_more_make_new_readers_refuse_old_streams_and_advice_changes_nothing() {
        Review review = step(13);
        assertVerdict(
                review, Verdict.BREAKING, "changed rule sample.quality_at_most_90", "added rule sample.time_over_0");
        assertThat(review.changes(Verdict.WIRE_COMPATIBLE))
                .extracting(Change::path)
                .containsExactly("sample.value_over_0");
        assertThat(review.changes())
                .allMatch(change -> change.judgement().newStreams().compareTo(Judgement.Effect.READ) <= 0);
    }

    @Test
    void what_is_gone_breaks_those_who_had_it() {
        Review review = step(14);
        assertVerdict(review, Verdict.BREAKING, "removed record TIDE", "removed rule sample.time_over_0");
        assertThat(review.changes(Verdict.READABLE))
                .extracting(Change::path)
                .containsExactlyInAnyOrder("gust.duration", "sample_site.SNOW");
        assertThat(review.losesOldStreams()).isTrue();
    }

    @Test
    void another_byte_order_limit_number_or_order_of_records_is_breaking() {
        Review review = step(15);
        assertVerdict(
                review,
                Verdict.BREAKING,
                "changed structure file_header",
                "changed limit record.body_length",
                "changed record GUST",
                "changed stream log");
        assertThat(broken(review))
                .containsExactly(
                        "evolution.header_changes_raise_file_header_version", "evolution.record_changes_need_new_type");
    }

    @Test
    void sections_that_move_are_wire_compatible_and_want_a_new_revision_all_the_same() {
        Review review = step(16);
        assertVerdict(review, Verdict.WIRE_COMPATIBLE, "moved section REMARK", "changed record REMARK");
        assertThat(broken(review)).containsExactly("evolution.any_change_raises_revision");
    }

    @Test
    void an_array_of_another_count_is_breaking() {
        assertVerdict(step(17), Verdict.BREAKING, "retyped field remark.letter");
    }

    @Test
    void fields_that_were_to_stay_and_do_not_break_the_rule_that_says_so() {
        Review review = step(18);
        assertVerdict(
                review,
                Verdict.BREAKING,
                "moved field file_header.magic",
                "retyped field file_header.version",
                "moved field file_header.station");
        assertThat(broken(review)).containsExactly("evolution.file_header_magic_file_header_version_stay");
    }

    @Test
    void from_the_first_to_the_last_revision_all_that_lasted_is_told_at_once() {
        Review review = review(1, LAST, "whole");
        assertThat(review.verdict()).contains(Verdict.BREAKING);
        assertThat(review.changes()).extracting(Change::path).doesNotContain("tide", "TIDE", "sample_site.SNOW");
    }

    @Test
    void no_revision_differs_from_itself() {
        IntStream.rangeClosed(1, LAST).mapToObj(RevisionChainTest::revision).forEach(model -> {
            Review review = Review.of(model, model);
            assertThat(review.changes()).isEmpty();
            assertThat(review.findings()).isEmpty();
        });
    }

    /** Who could read the new streams becomes who can read the old ones. */
    @Test
    void the_way_back_is_as_hard_as_the_way_there() {
        for (int to = 2; to <= LAST; to++) {
            Review there = Review.of(revision(to - 1), revision(to));
            Review back = Review.of(revision(to), revision(to - 1));
            assertThat(back.verdict()).as("revision %d", to).isEqualTo(there.verdict());
            assertThat(worstNew(back)).as("revision %d", to).isEqualTo(worstOld(there));
            assertThat(worstOld(back)).as("revision %d", to).isEqualTo(worstNew(there));
        }
    }

    private static Optional<Judgement.Effect> worstNew(Review review) {
        return review.changes().stream()
                .map(change -> change.judgement().newStreams())
                .max(Enum::compareTo);
    }

    private static Optional<Judgement.Effect> worstOld(Review review) {
        return review.changes().stream()
                .map(change -> change.judgement().oldStreams())
                .max(Enum::compareTo);
    }
}
