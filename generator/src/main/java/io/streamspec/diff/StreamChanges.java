package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Framing;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Changes of what holds for whole streams: their order, their headers and byte order, the frame of records. */
final class StreamChanges {

    private final Revisions revisions;
    private final List<Change> changes = new ArrayList<>();

    private StreamChanges(Revisions revisions) {
        this.revisions = revisions;
    }

    static List<Change> of(Revisions revisions) {
        StreamChanges all = new StreamChanges(revisions);
        all.addOrders();
        all.addFrames();
        Specification old = revisions.old();
        Specification now = revisions.now();
        Span start = now.span().source().span(0, 0);
        all.compare(Subject.STREAM, "headers", "", text(old.headers()), text(now.headers()), start);
        all.compare(Subject.STREAM, "byte_order", "", flag(old), flag(now), start);
        return all.changes;
    }

    private void addOrders() {
        Pairing<StreamGrammar> streams = Pairing.of(
                        revisions.old().streams(), revisions.now().streams())
                .by(StreamGrammar::name)
                .by(old -> revisions.names().in(text(old)), StreamChanges::text);
        streams.removed().forEach(gone -> add(Kind.REMOVED, gone, text(gone), ""));
        streams.added().forEach(come -> add(Kind.ADDED, come, "", text(come)));
        for (Pairing.Pair<StreamGrammar> pair : streams.pairs()) {
            if (!pair.before().name().equals(pair.after().name())) {
                add(
                        Kind.RENAMED,
                        pair.after(),
                        pair.before().name(),
                        pair.after().name());
            }
            String before = text(pair.before());
            if (!revisions.names().in(before).equals(text(pair.after()))) {
                add(Kind.CHANGED, pair.after(), before, text(pair.after()));
            }
        }
    }

    private void addFrames() {
        if (revisions.old().framing().isEmpty() || revisions.now().framing().isEmpty()) {
            return; // the structure that frames has come or gone, which is told of it
        }
        Framing before = revisions.old().framing().get();
        Framing after = revisions.now().framing().get();
        String anchor = revisions.now().structure(after.structure()).anchor();
        String path = after.structure() + "." + after.length();
        Span span = after.span();
        compare(Subject.LIMIT, path, path, octets(before.limit()), octets(after.limit()), span);
        compare(Subject.FRAME, "align", anchor, octets(before.alignment()), octets(after.alignment()), span);
        compare(Subject.FRAME, "optional", anchor, optional(before), optional(after), span);
        compare(Subject.FRAME, "frame", anchor, parts(before), parts(after), span);
    }

    private void compare(Subject subject, String path, String anchor, String before, String after, Span span) {
        if (!revisions.names().in(before).equals(after)) {
            changes.add(new Change(Kind.CHANGED, subject, path, anchor, before, after, span));
        }
    }

    private void add(Kind kind, StreamGrammar stream, String before, String after) {
        String anchor = "rule." + RuleIds.order(stream.name());
        changes.add(new Change(kind, Subject.STREAM, stream.name(), anchor, before, after, stream.span()));
    }

    private static String text(StreamGrammar stream) {
        String pattern = stream.text().replaceFirst("^stream\\s+\\S+", "").replaceAll("\\s+", " ");
        return pattern.strip();
    }

    private static String text(List<String> headers) {
        return headers.isEmpty() ? "no headers" : String.join(", ", headers);
    }

    private static String flag(Specification specification) {
        return specification
                .endianFlag()
                .map(bit -> bit.structure() + "." + bit.field() + ", bit " + bit.bit())
                .orElse("as the reader says");
    }

    private static String octets(long count) {
        return count + " octets";
    }

    private static String optional(Framing framing) {
        return framing.optional()
                .map(condition -> ExpressionText.of(condition, framing.structure()))
                .orElse("no record is optional");
    }

    private static String parts(Framing framing) {
        return framing.structure() + ": " + String.join(", ", framing.type(), framing.length(), framing.body());
    }
}
