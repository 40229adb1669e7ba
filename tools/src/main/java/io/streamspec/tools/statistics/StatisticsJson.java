package io.streamspec.tools.statistics;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;

/** The numbers as one JSON object, of a line. */
final class StatisticsJson {

    private final JsonGenerator json;

    private StatisticsJson(JsonGenerator json) {
        this.json = json;
    }

    /** @param fault why the stream cannot be read further; empty if it has come to its end */
    static String of(Statistics statistics, long octets, String fault) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.setHighestNonEscapedChar(127); // control characters of either range reach no terminal
            new StatisticsJson(json).write(statistics, octets, fault);
        }
        return line.toString();
    }

    private void write(Statistics statistics, long octets, String fault) throws IOException {
        json.writeStartObject();
        json.writeNumberField("octets", octets);
        json.writeStringField("fault", fault);
        json.writeArrayFieldStart("records");
        for (RecordCounts.Row row : statistics.records().rows()) {
            json.writeStartObject();
            json.writeStringField("path", row.path());
            json.writeStringField("type", row.type());
            json.writeNumberField("count", row.count());
            json.writeNumberField("octets", row.octets());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (statistics.pages().batches() > 0) {
            json.writeObjectFieldStart("memory");
            memory(statistics.pages());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void memory(PageCounts pages) throws IOException {
        json.writeNumberField("batches", pages.batches());
        json.writeNumberField("named", pages.entries());
        json.writeNumberField("contents", pages.sent());
        json.writeNumberField("distinct", pages.distinct());
        json.writeNumberField("again", pages.again());
        json.writeNumberField("zero", pages.zero());
        json.writeNumberField("beyond", pages.beyond());
        json.writeNumberField("lowest", pages.lowest());
        json.writeNumberField("highest", pages.highest());
        json.writeNumberField("page_size", pages.pageSize());
        json.writeNumberField("checkpoints", pages.passes().checkpoints());
        json.writeObjectFieldStart("types");
        long[] types = pages.types();
        for (int type = 0; type < types.length; type++) {
            if (types[type] > 0) {
                json.writeNumberField(PageCounts.typeName(type), types[type]);
            }
        }
        json.writeEndObject();
        passes(pages.passes());
    }

    private void passes(Passes passes) throws IOException {
        json.writeNumberField("passes", passes.count());
        json.writeArrayFieldStart("first_passes");
        for (Passes.Pass pass : passes.first()) {
            json.writeStartObject();
            json.writeNumberField("round", pass.round() + 1);
            json.writeNumberField("pages", pass.pages());
            json.writeNumberField("lowest", pass.lowest());
            json.writeNumberField("highest", pass.highest());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
