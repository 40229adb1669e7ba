package io.streamspec.write.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.streamspec.diff.Change;
import io.streamspec.diff.Finding;
import io.streamspec.diff.Judgement;
import io.streamspec.diff.Review;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Span;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the comparison of two revisions as JSON; {@code docs/diff.md} documents the format. */
public final class ReviewJson {

    /** Raised when a key changes its meaning or goes away; new keys may come at any time. */
    static final int FORMAT = 1;

    private final Review review;
    private final JsonGenerator json;
    private final Map<Change, Integer> numbers = new IdentityHashMap<>();
    private final Map<Change, List<String>> rules = new IdentityHashMap<>();

    private ReviewJson(Review review, JsonGenerator json) {
        this.review = review;
        this.json = json;
        review.changes().forEach(change -> numbers.put(change, numbers.size()));
        for (Finding finding : review.findings()) {
            for (Change change : finding.changes()) {
                rules.computeIfAbsent(change, any -> new ArrayList<>())
                        .add(finding.rule().id());
            }
        }
    }

    /** {@code review} as indented JSON with a final line feed. */
    public static String write(Review review) {
        StringWriter text = new StringWriter();
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            new ReviewJson(review, json).writeAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter has no I/O to fail
        }
        return text.append('\n').toString();
    }

    private void writeAll() throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        writeRevision("old", review.old());
        writeRevision("new", review.now());
        json.writeStringField("verdict", review.verdict().map(ReviewJson::key).orElse("none"));
        json.writeObjectFieldStart("counts");
        for (Judgement.Verdict verdict : Judgement.Verdict.values()) {
            json.writeNumberField(key(verdict), review.changes(verdict).size());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("changes");
        for (Change change : review.changes()) {
            writeChange(change);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("evolution");
        for (Finding finding : review.findings()) {
            writeFinding(finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeRevision(String key, Specification specification) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("name", specification.name());
        json.writeStringField("file", specification.span().source().name());
        json.writeStringField("revision", specification.revision().orElse(null));
        json.writeEndObject();
    }

    private void writeChange(Change change) throws IOException {
        Judgement judgement = change.judgement();
        json.writeStartObject();
        json.writeStringField("verdict", key(judgement.verdict()));
        json.writeStringField("newStreams", key(judgement.newStreams()));
        json.writeStringField("oldStreams", key(judgement.oldStreams()));
        json.writeStringField("reason", judgement.reason());
        json.writeStringField("kind", key(change.kind()));
        json.writeStringField("subject", key(change.subject()));
        json.writeStringField("path", change.path());
        json.writeStringField("before", change.before());
        json.writeStringField("after", change.after());
        writePlace("old", change.was());
        writePlace("new", change.is());
        json.writeArrayFieldStart("rules");
        for (String rule : rules.getOrDefault(change, List.of())) {
            json.writeString(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writePlace(String key, Optional<Span> span) throws IOException {
        if (span.isPresent()) {
            json.writeObjectFieldStart(key);
            json.writeNumberField("line", span.get().line());
            json.writeNumberField("column", span.get().column());
            json.writeEndObject();
        }
    }

    private void writeFinding(Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", finding.rule().id());
        json.writeStringField("text", finding.rule().text());
        json.writeBooleanField("must", finding.rule().must());
        json.writeBooleanField("kept", finding.kept());
        json.writeArrayFieldStart("changes");
        for (Change change : finding.changes()) {
            json.writeNumber(numbers.getOrDefault(change, -1));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("messages");
        for (Diagnostic diagnostic : finding.diagnostics()) {
            json.writeString(diagnostic.message());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** {@code WIRE_COMPATIBLE} is {@code wire-compatible}. */
    private static String key(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
