package io.streamspec.tools.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A JSON object a line: {@code "kind": "finding"} for each finding, and one of {@code "kind": "summary"} in the end. */
final class JsonReport implements Report {

    private final PrintWriter out;
    private final String file;

    JsonReport(PrintWriter out, String file) {
        this.out = out;
        this.file = file;
    }

    /** Writes the members of an object. */
    @FunctionalInterface
    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    @Override
    public void finding(Finding finding) throws IOException {
        line("finding", json -> {
            json.writeStringField("severity", finding.severity().toString());
            json.writeNumberField("offset", finding.offset());
            json.writeStringField("path", finding.path());
            if (finding.record() >= 0) {
                json.writeNumberField("record", finding.record());
            }
            json.writeStringField("document", finding.document());
            json.writeStringField("section", finding.section());
            json.writeStringField("rule", finding.rule());
            json.writeStringField("expected", finding.expected());
            json.writeStringField("found", finding.found());
        });
        out.flush();
    }

    @Override
    public void summary(Summary summary) throws IOException {
        line("summary", json -> {
            json.writeStringField("format", summary.format());
            json.writeBooleanField("sound", summary.isSound());
            json.writeBooleanField("whole", summary.isWhole());
            json.writeBooleanField("interrupted", summary.isInterrupted());
            json.writeNumberField("errors", summary.findings().errors());
            json.writeNumberField("warnings", summary.findings().warnings());
            json.writeNumberField("notes", summary.findings().notes());
            json.writeNumberField("untold", summary.findings().untold());
            json.writeNumberField("records", summary.counts().records());
            json.writeNumberField("octets", summary.octets());
            json.writeArrayFieldStart("types");
            for (Counts.Count count : summary.counts().all()) {
                json.writeStartObject();
                json.writeStringField("stream", count.level());
                json.writeStringField("type", count.name());
                json.writeNumberField("records", count.records());
                json.writeNumberField("octets", count.octets());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private void line(String kind, Members members) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setHighestNonEscapedChar(127); // control characters reach no terminal
            json.writeStartObject();
            json.writeStringField("kind", kind);
            json.writeStringField("file", file);
            members.write(json);
            json.writeEndObject();
        }
        out.println(text);
    }
}
