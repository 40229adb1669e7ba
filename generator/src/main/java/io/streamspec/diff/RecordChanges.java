package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Changes of the kinds of records: their types, names, and what is said of them. */
final class RecordChanges {

    private final Revisions revisions;
    private final List<Change> changes = new ArrayList<>();

    private RecordChanges(Revisions revisions) {
        this.revisions = revisions;
    }

    static List<Change> of(Revisions revisions) {
        RecordChanges all = new RecordChanges(revisions);
        revisions.records().removed().forEach(gone -> all.add(Kind.REMOVED, gone, type(gone), ""));
        revisions.records().added().forEach(come -> all.add(Kind.ADDED, come, "", type(come)));
        revisions.records().pairs().forEach(all::compare);
        return all.changes;
    }

    private void compare(Pairing.Pair<RecordKind> pair) {
        RecordKind before = pair.before();
        RecordKind after = pair.after();
        compare(Kind.RENAMED, after, before.name(), after.name());
        compare(Kind.CHANGED, after, type(before), type(after));
        compare(Kind.CHANGED, after, revisions.names().of(body(before)), body(after));
        compare(Kind.CHANGED, after, status(before), status(after));
        compare(Kind.CHANGED, after, since(before), since(after));
        compare(Kind.CHANGED, after, revisions.names().in(continuation(before)), continuation(after));
        if (before.deprecated() == after.deprecated()) {
            compare(Kind.REWORDED, after, before.note(), after.note());
        }
    }

    private void compare(Kind kind, RecordKind record, String before, String after) {
        if (!before.equals(after)) {
            add(kind, record, before, after);
        }
    }

    private void add(Kind kind, RecordKind record, String before, String after) {
        Specification specification = kind == Kind.REMOVED ? revisions.old() : revisions.now();
        String anchor = EnumerationChanges.recordTypes(specification)
                .map(types -> types + "." + record.name())
                .orElse("");
        changes.add(new Change(kind, Change.Subject.RECORD, record.name(), anchor, before, after, record.span()));
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
