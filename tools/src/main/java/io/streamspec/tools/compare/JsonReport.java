package io.streamspec.tools.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** The comparison as a JSON object. */
final class JsonReport {

    private JsonReport() {}

    static void print(Comparison comparison, PrintWriter out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setHighestNonEscapedChar(127); // control characters reach no terminal
            json.writeStartObject();
            json.writeStringField("a", comparison.a());
            json.writeStringField("b", comparison.b());
            json.writeBooleanField("same", comparison.isSame());
            json.writeArrayFieldStart("values");
            for (Difference value : comparison.values()) {
                write(json, value);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("pages");
            json.writeBooleanField("compared", comparison.arePagesComparable());
            write(json, "changed", comparison.pages().changed());
            write(json, "added", comparison.pages().added());
            write(json, "removed", comparison.pages().removed());
            json.writeEndObject();
            json.writeEndObject();
        }
        out.println(text);
    }

    private static void write(JsonGenerator json, Difference value) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", value.name());
        json.writeStringField("a", value.a());
        json.writeStringField("b", value.b());
        if (!value.where().isEmpty()) {
            json.writeStringField("where", value.where());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String kind, PageDifferences.Ranges ranges) throws IOException {
        json.writeObjectFieldStart(kind);
        json.writeNumberField("count", ranges.pages());
        json.writeArrayFieldStart("ranges");
        for (long[] range : ranges.shown()) {
            json.writeArray(range, 0, range.length);
        }
        json.writeEndArray();
        json.writeNumberField("untold", ranges.untold());
        json.writeEndObject();
    }
}
