package io.streamspec.tools.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
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
    public void print(Shown shown) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.setHighestNonEscapedChar(127); // control characters of either range reach no terminal
            json.writeStartObject();
            json.writeNumberField("offset", shown.offset());
            json.writeStringField("path", shown.path());
            if (shown.index() >= 0) {
                json.writeNumberField("record", shown.index());
            }
            json.writeStringField("type", shown.type());
            if (shown.instance() >= 0) {
                json.writeNumberField("instance", shown.instance());
            }
            json.writeNumberField("length", shown.length());
            json.writeFieldName("fields");
            writeComponents(json, shown.content());
            json.writeEndObject();
        }
        out.println(line);
    }

    private static void writeComponents(JsonGenerator json, Record content) throws IOException {
        json.writeStartObject();
        writeParts(json, content);
        json.writeEndObject();
    }

    private static void writeParts(JsonGenerator json, Record content) throws IOException {
        for (RecordParts.Part part : RecordParts.of(content)) {
            json.writeFieldName(part.name());
            write(json, part.value());
        }
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(new BigInteger(Long.toUnsignedString(number)));
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
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

    private static void writeRecord(JsonGenerator json, Record part) throws IOException {
        json.writeStartObject();
        if (RecordParts.isSymbol(part)) {
            json.writeFieldName("value");
            write(json, RecordParts.number(part));
            json.writeStringField("text", part.toString());
        } else if (RecordParts.isBits(part)) {
            // hexadecimal, since they may be more than a double of JavaScript holds
            json.writeStringField("bits", "0x" + Long.toHexString(RecordParts.number(part)));
            writeParts(json, part);
        } else {
            writeParts(json, part);
        }
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
}
