package io.streamspec.tools.identify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.tools.stream.Format;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** What a file is, as a JSON object: {@code file}, {@code packing}, {@code format}, {@code layers}, {@code problem}. */
final class IdentificationJson {

    private IdentificationJson() {}

    static String of(String file, Identification found) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.setHighestNonEscapedChar(127);
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeStringField("packing", found.packing().toString());
            Format format = found.format();
            json.writeStringField("format", format == null ? "unknown" : name(format));
            json.writeArrayFieldStart("layers");
            for (String layer : found.layers()) {
                json.writeString(layer);
            }
            json.writeEndArray();
            json.writeStringField("problem", found.problem());
            json.writeEndObject();
        }
        return line.toString();
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
