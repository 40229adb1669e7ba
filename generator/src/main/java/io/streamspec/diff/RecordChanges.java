package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes of the kinds of records: their types, names, and what is said of them. */
final class RecordChanges {

    private static final Judgement STATUS = Judgement.same("advice to writers; readers take the record as ever");
    private static final Judgement CONTINUATION =
            Judgement.misread("another stream follows the record, or ends elsewhere");

    private final Revisions revisions;
    private final RecordJudge judge;
    private final List<Change> changes = new ArrayList<>();

    private RecordChanges(Revisions revisions) {
        this.revisions = revisions;
        this.judge = new RecordJudge(revisions);
    }

    static List<Change> of(Revisions revisions) {
        RecordChanges all = new RecordChanges(revisions);
        revisions.records().removed().forEach(gone -> {
            String anchor = anchor(revisions.old(), gone);
            all.changes.add(Change.removed(
                    Subject.RECORD, gone.name(), anchor, type(gone), gone.span(), all.judge.removed(gone)));
        });
        revisions.records().added().forEach(come -> {
            String anchor = anchor(revisions.now(), come);
            all.changes.add(
                    Change.added(Subject.RECORD, come.name(), anchor, type(come), come.span(), all.judge.added(come)));
        });
        revisions.records().pairs().forEach(all::compare);
        return all.changes;
    }

    private void compare(Pairing.Pair<RecordKind> pair) {
        RecordKind before = pair.before();
        RecordKind after = pair.after();
        compare(Kind.RENAMED, pair, before.name(), after.name(), Revisions.NAMES);
        if (before.type() != after.type()) {
            compare(Kind.CHANGED, pair, type(before), type(after), judge.renumbered(pair));
        }
        compare(Kind.CHANGED, pair, revisions.names().of(body(before)), body(after), judge.otherBody(pair));
        compare(Kind.CHANGED, pair, status(before), status(after), STATUS);
        compare(Kind.CHANGED, pair, since(before), since(after), STATUS);
        compare(Kind.CHANGED, pair, revisions.names().in(continuation(before)), continuation(after), CONTINUATION);
        if (before.deprecated() == after.deprecated()) {
            compare(Kind.REWORDED, pair, before.note(), after.note(), Revisions.WORDS);
        }
    }

    private void compare(Kind kind, Pairing.Pair<RecordKind> pair, String before, String after, Judgement judgement) {
        if (!before.equals(after)) {
            RecordKind now = pair.after();
            changes.add(Change.of(
                    kind,
                    Subject.RECORD,
                    now.name(),
                    anchor(revisions.now(), now),
                    before,
                    after,
                    pair.before().span(),
                    now.span(),
                    judgement));
        }
    }

    private static String anchor(Specification specification, RecordKind record) {
        return EnumerationChanges.recordTypes(specification)
                .map(types -> types + "." + record.name())
                .orElse("");
    }

    private static String type(RecordKind record) {
        return String.format(Locale.ROOT, "type 0x%08X", record.type());
    }

    private static String body(RecordKind record) {
        return record.structure().orElse("a body without layout");
    }

    private static String status(RecordKind record) {
        return record.deprecated() ? "deprecated" : "not deprecated";
    }

    private static String since(RecordKind record) {
        return record.since().map(version -> "since version " + version).orElse("in every version");
    }

    private static String continuation(RecordKind record) {
        return record.continuation()
                .map(next -> "continues as " + next.specification() + " until "
                        + String.join(", ", next.until())
                        + ", resumes behind " + String.join(", ", next.resumedBehind())
                        + " unless " + String.join(", ", next.unless()))
                .orElse("continues as no other stream");
    }
}
