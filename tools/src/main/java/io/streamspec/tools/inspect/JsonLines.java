package io.streamspec.tools.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.runtime.Octets;
import io.streamspec.runtime.Scalars;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A JSON object a line. Numbers are unsigned; octets are hexadecimal up to a length, and always have their size. */
final class JsonLines implements RecordPrinter {

    private static final int SHOWN_OCTETS = 64;
    private static final Set<String> NO_RANGES = Set.of("bits", "hashCode", "toString");

    private final PrintWriter out;

    JsonLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void print(long offset, String path, String type, long length, Record content) throws IOException {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.setHighestNonEscapedChar(127); // control characters of either range reach no terminal
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
            json.writeFieldName(documentName(component.getName()));
            write(json, valueOf(component.getAccessor(), content));
        }
        json.writeEndObject();
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
        RecordComponent[] components = part.getClass().getRecordComponents();
        String only = components.length == 1 ? components[0].getName() : "";
        if (only.equals("value")) {
            json.writeStartObject();
            json.writeFieldName(only);
            write(json, valueOf(components[0].getAccessor(), part));
            json.writeStringField("text", part.toString());
            json.writeEndObject();
        } else if (only.equals("bits")) {
            writeBits(json, part, (long) valueOf(components[0].getAccessor(), part));
        } else {
            writeComponents(json, part);
        }
    }

    /** All bits in hexadecimal, since they may be more than a double of JavaScript holds, then each range by its name. */
    private static void writeBits(JsonGenerator json, Record part, long bits) throws IOException {
        json.writeStartObject();
        json.writeStringField("bits", "0x" + Long.toHexString(bits));
        List<Method> ranges = Stream.of(part.getClass().getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !NO_RANGES.contains(method.getName()))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
        for (Method range : ranges) {
            json.writeFieldName(documentName(range.getName()));
            write(json, valueOf(range, part));
        }
        json.writeEndObject();
    }

    /** {@code pageShift} as the document writes it: {@code page_shift}. */
    private static String documentName(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
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

    private static Object valueOf(Method accessor, Record content) {
        try {
            return accessor.invoke(content);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e); // accessors of public records are public
        }
    }
}
