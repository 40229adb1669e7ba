package io.streamspec.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Span;
import java.io.IOException;
import java.util.List;

/** Diagnostics as JSON; {@code docs/diagnostics.md} documents the format. */
final class DiagnosticJson {

    /** Raised when a key changes its meaning or goes away; new keys may come at any time. */
    static final int FORMAT = 1;

    private final JsonGenerator json;

    private DiagnosticJson(JsonGenerator json) {
        this.json = json;
    }

    static String write(List<Diagnostic> diagnostics, String version) {
        return JsonText.of(json -> new DiagnosticJson(json).writeAll(diagnostics, version));
    }

    private void writeAll(List<Diagnostic> diagnostics, String version) throws IOException {
        json.writeNumberField("format", FORMAT);
        json.writeStringField("streamspec", version);
        json.writeArrayFieldStart("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            json.writeStartObject();
            json.writeStringField("id", diagnostic.id().name());
            json.writeStringField("severity", diagnostic.severity().word());
            json.writeStringField("message", diagnostic.message());
            writePlace(diagnostic.span());
            writeAdvice(diagnostic);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writePlace(Span span) throws IOException {
        Region region = Region.of(span);
        json.writeStringField("file", span.source().name());
        json.writeNumberField("line", region.line());
        json.writeNumberField("column", region.column());
        json.writeNumberField("endLine", region.endLine());
        json.writeNumberField("endColumn", region.endColumn());
    }

    private void writeAdvice(Diagnostic diagnostic) throws IOException {
        json.writeArrayFieldStart("hints");
        for (Diagnostic.Advice advice : diagnostic.advice()) {
            if (advice instanceof Diagnostic.Advice.Hint hint) {
                json.writeString(hint.text());
            }
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (Diagnostic.Advice advice : diagnostic.advice()) {
            if (advice instanceof Diagnostic.Advice.SeeAlso place) {
                json.writeStartObject();
                json.writeStringField("text", place.text());
                writePlace(place.span());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }
}
