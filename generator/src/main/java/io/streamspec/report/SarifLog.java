package io.streamspec.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Severity;
import io.streamspec.source.Span;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A log of the Static Analysis Results Interchange Format, 2.1.0: one run, with the catalogue of all rules. */
final class SarifLog {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final JsonGenerator json;
    private final Map<String, Catalogue.Entry> rules = new LinkedHashMap<>();

    private SarifLog(JsonGenerator json, List<Diagnostic> diagnostics) {
        this.json = json;
        Catalogue.entries().forEach(entry -> rules.put(entry.id(), entry));
        for (Diagnostic diagnostic : diagnostics) {
            String id = diagnostic.id().name();
            rules.putIfAbsent(id, new Catalogue.Entry(id, diagnostic.severity(), id.replace('-', ' ')));
        }
    }

    static String write(List<Diagnostic> diagnostics, String version) {
        return JsonText.of(json -> new SarifLog(json, diagnostics).writeLog(diagnostics, version));
    }

    private void writeLog(List<Diagnostic> diagnostics, String version) throws IOException {
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        writeTool(version);
        json.writeStringField("columnKind", "unicodeCodePoints");
        json.writeArrayFieldStart("results");
        List<String> ids = List.copyOf(rules.keySet());
        for (Diagnostic diagnostic : diagnostics) {
            writeResult(diagnostic, ids.indexOf(diagnostic.id().name()));
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void writeTool(String version) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "streamspec");
        json.writeStringField("version", version);
        json.writeArrayFieldStart("rules");
        for (Catalogue.Entry rule : rules.values()) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            writeText("shortDescription", rule.text());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(rule.severity()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeResult(Diagnostic diagnostic, int ruleIndex) throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", diagnostic.id().name());
        json.writeNumberField("ruleIndex", ruleIndex);
        json.writeStringField("level", level(diagnostic.severity()));
        StringBuilder message = new StringBuilder(diagnostic.message());
        for (Diagnostic.Advice advice : diagnostic.advice()) {
            if (advice instanceof Diagnostic.Advice.Hint hint) {
                message.append("\nhint: ").append(hint.text());
            }
        }
        writeText("message", message.toString());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        writePlace(diagnostic.span());
        json.writeEndObject();
        json.writeEndArray();
        writeRelated(diagnostic.advice());
        json.writeEndObject();
    }

    private void writeRelated(List<Diagnostic.Advice> advice) throws IOException {
        json.writeArrayFieldStart("relatedLocations");
        for (Diagnostic.Advice each : advice) {
            if (each instanceof Diagnostic.Advice.SeeAlso place) {
                json.writeStartObject();
                writePlace(place.span());
                writeText("message", place.text());
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void writePlace(Span span) throws IOException {
        Region region = Region.of(span);
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", FileUri.of(span.source().name()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", region.line());
        json.writeNumberField("startColumn", region.column());
        json.writeNumberField("endLine", region.endLine());
        json.writeNumberField("endColumn", region.endColumn());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void writeText(String key, String text) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Severity severity) {
        return severity.word(); // SARIF has the same three words
    }
}
