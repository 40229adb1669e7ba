package io.streamspec.tools.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.List;

/** A JSON object a line. Numbers are unsigned; octets are hexadecimal up to a length, and always have their size. */
final class JsonLines implements RecordPrinter {

    private static final int SHOWN_OCTETS = 64;

    private final PrintWriter out;

    JsonLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(long offset, String path, String type, long length, Record content) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("offset", offset);
            json.writeStringField("path", path);
            json.writeStringField("type", type);
            json.writeNumberField("length", length);
            json.writeFieldName("fields");
            writeComponents(json, content);
            json.writeEndObject();
        }
        out.println(line);
    }

    private static void writeComponents(JsonGenerator json, Record content) throws IOException {
        json.writeStartObject();
        for (RecordComponent component : content.getClass().getRecordComponents()) {
            json.writeFieldName(component.getName());
            write(json, valueOf(component, content));
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(new BigInteger(Long.toUnsignedString(number)));
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Octets octets) {
            writeOctets(json, octets);
        } else if (value instanceof Scalars scalars) {
            json.writeStartArray();
            for (int i = 0; i < scalars.size(); i++) {
                write(json, scalars.get(i));
            }
            json.writeEndArray();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Record part) {
            writeRecord(json, part);
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    /** A named value or bits have one component; their text says more than that. */
    private static void writeRecord(JsonGenerator json, Record part) throws IOException {
        RecordComponent[] components = part.getClass().getRecordComponents();
        boolean named = components.length == 1 && List.of("value", "bits").contains(components[0].getName());
        if (!named) {
            writeComponents(json, part);
            return;
        }
        json.writeStartObject();
        json.writeFieldName(components[0].getName());
        write(json, valueOf(components[0], part));
        json.writeStringField("text", part.toString());
        json.writeEndObject();
    }

    private static void writeOctets(JsonGenerator json, Octets octets) throws IOException {
        int shown = Math.min(SHOWN_OCTETS, octets.size());
        byte[] start = new byte[shown];
        octets.asByteBuffer().get(0, start);
        json.writeStartObject();
        json.writeNumberField("size", octets.size());
        json.writeStringField("start", HexFormat.of().formatHex(start));
        json.writeEndObject();
    }

    private static Object valueOf(RecordComponent component, Record content) {
        try {
            return component.getAccessor().invoke(content);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // accessors of public records are public
        }
    }
}
