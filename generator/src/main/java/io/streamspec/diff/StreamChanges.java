package io.streamspec.diff;

import io.streamspec.diff.Change.Kind;
import io.streamspec.diff.Change.Subject;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Framing;
import io.streamspec.model.Preamble;
import io.streamspec.model.RuleIds;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import io.streamspec.source.Count;
import io.streamspec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of what holds for whole streams: their order, their headers and byte order, the frame of records. */
final class StreamChanges {

    private final Revisions revisions;
    private final StreamJudge judge;
    private final List<Change> changes = new ArrayList<>();

    private StreamChanges(Revisions revisions) {
        this.revisions = revisions;
        this.judge = new StreamJudge(revisions);
    }

    static List<Change> of(Revisions revisions) {
        StreamChanges all = new StreamChanges(revisions);
        all.addOrders();
        all.addFrames();
        Specification old = revisions.old();
        Specification now = revisions.now();
        all.compare(
                Subject.STREAM,
                "headers",
                "",
                text(old.headers()),
                text(now.headers()),
                all.starts(),
                Judgement.misread("a stream begins with other headers"));
        all.compare(
                Subject.STREAM,
                "byte_order",
                "",
                flag(old),
                flag(now),
                all.starts(),
                old.endianFlag().isEmpty() && old.preamble().mark().isEmpty()
                        ? Judgement.read("readers had to be told the byte order before")
                        : Judgement.misread("readers look elsewhere for the byte order"));
        all.compare(
                Subject.STREAM,
                "given",
                "",
                old.preamble().given().orElse("nothing"),
                now.preamble().given().orElse("nothing"),
                all.starts(),
                Judgement.misread("readers have to be told something else of a stream"));
        return all.changes;
    }

    private void addOrders() {
        Pairing<StreamGrammar> streams = Pairing.of(
                        revisions.old().streams(), revisions.now().streams())
                .by(StreamGrammar::name)
                .by(old -> revisions.names().in(text(old)), StreamChanges::text)
                .by(old -> revisions.names().in(old.pattern().toString()), now -> now.pattern()
                        .toString());
        streams.removed().forEach(gone -> {
            changes.add(Change.removed(
                    Subject.STREAM, gone.name(), anchor(gone), text(gone), gone.span(), judge.removed(gone)));
        });
        streams.added().forEach(come -> {
            changes.add(Change.added(
                    Subject.STREAM, come.name(), anchor(come), text(come), come.span(), judge.added(come)));
        });
        streams.pairs().forEach(this::compare);
    }

    private void compare(Pairing.Pair<StreamGrammar> pair) {
        StreamGrammar before = pair.before();
        StreamGrammar after = pair.after();
        if (!before.name().equals(after.name())) {
            add(Kind.RENAMED, pair, before.name(), after.name(), Revisions.NAMES);
        }
        if (!revisions.names().in(text(before)).equals(text(after))) {
            add(Kind.CHANGED, pair, text(before), text(after), judge.changed(pair));
        }
    }

    private void addFrames() {
        if (revisions.old().framing().isEmpty() || revisions.now().framing().isEmpty()) {
            return; // the structure that frames has come or gone, which is told of it
        }
        Framing before = revisions.old().framing().get();
        Framing after = revisions.now().framing().get();
        String anchor = revisions.now().structure(after.structure()).anchor();
        String path =
                after.structure() + after.length().map(length -> "." + length).orElse("");
        Pairing.Pair<Span> spans = new Pairing.Pair<>(before.span(), after.span());
        compare(
                Subject.LIMIT,
                path,
                path,
                octets(before.limit()),
                octets(after.limit()),
                spans,
                StreamJudge.limit(before.limit(), after.limit()));
        compare(
                Subject.FRAME,
                "align",
                anchor,
                octets(before.alignment()),
                octets(after.alignment()),
                spans,
                Judgement.misread("records begin elsewhere"));
        compare(
                Subject.FRAME,
                "optional",
                anchor,
                optional(before),
                optional(after),
                spans,
                Judgement.read("it matters for records that are yet to come"));
        compare(
                Subject.FRAME,
                "frame",
                anchor,
                parts(before),
                parts(after),
                spans,
                Judgement.misread("type, length or body of a record stand elsewhere"));
    }

    private void compare(
            Subject subject,
            String path,
            String anchor,
            String before,
            String after,
            Pairing.Pair<Span> spans,
            Judgement judgement) {
        if (!revisions.names().in(before).equals(after)) {
            changes.add(Change.of(
                    Kind.CHANGED, subject, path, anchor, before, after, spans.before(), spans.after(), judgement));
        }
    }

    private void add(Kind kind, Pairing.Pair<StreamGrammar> pair, String before, String after, Judgement judgement) {
        StreamGrammar now = pair.after();
        changes.add(Change.of(
                kind,
                Subject.STREAM,
                now.name(),
                anchor(now),
                before,
                after,
                pair.before().span(),
                now.span(),
                judgement));
    }

    private Pairing.Pair<Span> starts() {
        return new Pairing.Pair<>(
                revisions.old().span().source().span(0, 0),
                revisions.now().span().source().span(0, 0));
    }

    private static String anchor(StreamGrammar stream) {
        return "rule." + RuleIds.order(stream.name());
    }

    private static String text(StreamGrammar stream) {
        String pattern = stream.text().replaceFirst("^stream\\s+\\S+", "").replaceAll("\\s+", " ");
        return pattern.strip();
    }

    private static String text(List<String> headers) {
        return headers.isEmpty() ? "no headers" : String.join(", ", headers);
    }

    private static String flag(Specification specification) {
        Optional<Preamble.OrderMark> mark = specification.preamble().mark();
        if (mark.isPresent()) {
            return "the octets of " + mark.get().structure() + "." + mark.get().field();
        }
        return specification
                .endianFlag()
                .map(bit -> bit.structure() + "." + bit.field() + ", bit " + bit.bit())
                .orElse("as the reader says");
    }

    private static String octets(long count) {
        return Count.of(count, "octet");
    }

    private static String optional(Framing framing) {
        return framing.optional()
                .map(condition -> ExpressionText.of(condition, framing.structure()))
                .orElse("no record is optional");
    }

    private static String parts(Framing framing) {
        return framing.structure() + ": "
                + framing.length()
                        .map(length -> String.join(", ", framing.type(), length, framing.body()))
                        .orElse(framing.type() + " alone");
    }
}
