package io.streamspec.tools.identify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.Packing;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** What a file is, as a JSON object: {@code file}, {@code packing}, {@code format}, {@code layers}, {@code problem}. */
final class IdentificationJson {

    private IdentificationJson() {}

    static String of(String file, Identification found) throws IOException {
        Format format = found.format();
        String kind = format == null ? "unknown" : name(format);
        return line(file, found.packing().toString(), kind, found.layers(), found.problem());
    }

    /** Of a file that cannot be read. */
    static String unread(String file, String problem) throws IOException {
        return line(file, Packing.NONE.toString(), "unread", List.of(), problem);
    }

    private static String line(String file, String packing, String format, List<String> layers, String problem)
            throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.setHighestNonEscapedChar(127);
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeStringField("packing", packing);
            json.writeStringField("format", format);
            json.writeArrayFieldStart("layers");
            for (String layer : layers) {
                json.writeString(layer);
            }
            json.writeEndArray();
            json.writeStringField("problem", problem);
            json.writeEndObject();
        }
        return line.toString();
    }

    private static String name(Format format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
