package io.streamspec.write.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.streamspec.model.Enumeration;
import io.streamspec.model.Evolution;
import io.streamspec.model.ExpressionText;
import io.streamspec.model.Framing;
import io.streamspec.model.Preamble;
import io.streamspec.model.RecordKind;
import io.streamspec.model.Section;
import io.streamspec.model.Specification;
import io.streamspec.model.StreamGrammar;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a specification's model as JSON; {@code docs/json-export.md} documents the format. */
public final class JsonWriter {

    /** Raised when a key changes its meaning or goes away; new keys may come at any time. */
    static final int FORMAT = 1;

    private final Specification specification;
    private final JsonGenerator json;

    private JsonWriter(Specification specification, JsonGenerator json) {
        this.specification = specification;
        this.json = json;
    }

    /** The model of {@code specification} as indented JSON with a final line feed. */
    public static String write(Specification specification) {
        StringWriter text = new StringWriter();
        DefaultIndenter indent = new DefaultIndenter("  ", "\n");
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            new JsonWriter(specification, json).writeAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter has no I/O to fail
        }
        return text.append('\n').toString();
    }

    private void writeAll() throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        json.writeStringField("schema", JsonSchema.ID);
        writeSpecification();
        StructureJson structures = new StructureJson(specification, json);
        structures.writeAll("structures");
        json.writeArrayFieldStart("records");
        for (RecordKind kind : specification.records()) {
            writeRecord(kind);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("enumerations");
        for (Enumeration enumeration : specification.enumerations()) {
            writeEnumeration(enumeration);
        }
        json.writeEndArray();
        if (specification.framing().isPresent()) {
            writeFraming(specification.framing().get());
        }
        writeStreams();
        writeEvolution();
        writeTables();
        json.writeEndObject();
    }

    private void writeSpecification() throws IOException {
        json.writeObjectFieldStart("specification");
        json.writeStringField("name", specification.name());
        json.writeStringField("shortName", specification.shortName());
        json.writeStringField("title", specification.title());
        writeStrings("authors", specification.authors());
        json.writeStringField("revision", specification.revision().orElse(null));
        if (specification.endianFlag().isPresent()) {
            Specification.BitReference flag = specification.endianFlag().get();
            json.writeObjectFieldStart("endianFlag");
            json.writeStringField("structure", flag.structure());
            json.writeStringField("field", flag.field());
            json.writeNumberField("bit", flag.bit());
            json.writeEndObject();
        }
        writeStrings("headers", specification.headers());
        writePreamble(specification.preamble());
        json.writeEndObject();
    }

    private void writePreamble(Preamble preamble) throws IOException {
        if (preamble.mark().isPresent()) {
            json.writeObjectFieldStart("orderMark");
            json.writeStringField("structure", preamble.mark().get().structure());
            json.writeStringField("field", preamble.mark().get().field());
            json.writeEndObject();
        }
        if (preamble.given().isPresent()) {
            json.writeStringField("given", preamble.given().get());
        }
        if (!preamble.limits().isEmpty()) {
            json.writeArrayFieldStart("limits");
            for (Preamble.Limit limit : preamble.limits()) {
                json.writeStartObject();
                json.writeStringField("header", limit.header());
                json.writeNumberField("limit", limit.octets());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        if (!preamble.continuations().isEmpty()) {
            json.writeArrayFieldStart("continuations");
            for (Preamble.Continuation next : preamble.continuations()) {
                writeContinuation(next);
            }
            json.writeEndArray();
        }
    }

    private void writeContinuation(Preamble.Continuation next) throws IOException {
        json.writeStartObject();
        json.writeStringField("header", next.header());
        json.writeStringField("specification", next.specification());
        writeStrings("until", next.until());
        if (next.when().isPresent()) {
            json.writeStringField("when", ExpressionText.of(next.when().get(), ""));
        }
        json.writeEndObject();
    }

    private void writeRecord(RecordKind kind) throws IOException {
        json.writeStartObject();
        json.writeNumberField("type", kind.type());
        if (kind.isRange()) {
            json.writeNumberField("last", kind.last());
        }
        json.writeStringField("name", kind.name());
        json.writeStringField("structure", kind.structure().orElse(null));
        if (kind.deprecated()) {
            json.writeBooleanField("deprecated", true);
        }
        writeText("note", kind.note());
        if (kind.since().isPresent()) {
            json.writeNumberField("since", kind.since().get());
        }
        if (kind.continuation().isPresent()) {
            json.writeObjectFieldStart("continuation");
            json.writeStringField("specification", kind.continuation().get().specification());
            writeStrings("until", kind.continuation().get().until());
            writeStrings("resumedBehind", kind.continuation().get().resumedBehind());
            writeStrings("unless", kind.continuation().get().unless());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeEnumeration(Enumeration enumeration) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", enumeration.name());
        json.writeArrayFieldStart("values");
        for (Enumeration.Value value : enumeration.values()) {
            writeValue(json, value);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("reserved");
        for (Enumeration.ReservedRange range : enumeration.reserved()) {
            json.writeStartObject();
            json.writeNumberField("from", range.from());
            json.writeNumberField("to", range.to());
            json.writeStringField("spelling", range.spelling());
            writeText("label", range.label());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    static void writeValue(JsonGenerator json, Enumeration.Value value) throws IOException {
        json.writeStartObject();
        json.writeNumberField("value", value.value());
        if (!value.last().equals(value.value())) {
            json.writeNumberField("last", value.last());
        }
        json.writeStringField("name", value.name());
        json.writeStringField("spelling", value.spelling());
        json.writeStringField("label", value.label());
        if (!value.note().isEmpty()) {
            json.writeStringField("note", value.note());
        }
        if (!value.description().isEmpty()) {
            json.writeStringField("description", value.description());
        }
        json.writeEndObject();
    }

    private void writeFraming(Framing framing) throws IOException {
        json.writeObjectFieldStart("framing");
        json.writeStringField("structure", framing.structure());
        json.writeStringField("type", framing.type());
        if (framing.length().isPresent()) {
            json.writeStringField("length", framing.length().get());
            json.writeStringField("body", framing.body());
        }
        json.writeNumberField("alignment", framing.alignment());
        if (framing.optional().isPresent()) {
            json.writeStringField(
                    "optional", ExpressionText.of(framing.optional().get(), framing.structure()));
        }
        json.writeNumberField("limit", framing.limit());
        json.writeEndObject();
    }

    private void writeStreams() throws IOException {
        json.writeArrayFieldStart("streams");
        for (StreamGrammar stream : specification.streams()) {
            json.writeStartObject();
            json.writeStringField("name", stream.name());
            if (stream.when().isPresent()) {
                json.writeStringField("when", ExpressionText.of(stream.when().get(), ""));
            }
            json.writeFieldName("pattern");
            PatternJson.write(json, stream.pattern());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("precedences");
        for (io.streamspec.model.Precedence precedence : specification.precedences()) {
            json.writeStartObject();
            json.writeBooleanField("must", precedence.must());
            writeStrings("order", precedence.order());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("implications");
        for (io.streamspec.model.Implication implication : specification.implications()) {
            json.writeStartObject();
            json.writeStringField("stream", implication.stream());
            json.writeStringField("record", implication.record());
            json.writeStringField("before", implication.before());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeEvolution() throws IOException {
        json.writeArrayFieldStart("evolution");
        for (Evolution rule : specification.evolution()) {
            json.writeStartObject();
            json.writeStringField("id", rule.id());
            json.writeBooleanField("must", rule.must());
            json.writeStringField("rule", rule.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Tables that describe neither fields nor values: their words, as they stand. */
    private void writeTables() throws IOException {
        json.writeArrayFieldStart("tables");
        for (Section section : specification.sections()) {
            for (Section.Content content : section.contents()) {
                if (content instanceof Section.Content.PlainTable table) {
                    writeTable(section, table);
                }
            }
        }
        json.writeEndArray();
    }

    private void writeTable(Section section, Section.Content.PlainTable table) throws IOException {
        json.writeStartObject();
        json.writeStringField("section", section.title());
        json.writeStringField("caption", table.caption().orElse(null));
        writeStrings("header", table.header());
        json.writeArrayFieldStart("rows");
        for (List<List<String>> row : table.rows()) {
            json.writeStartArray();
            for (List<String> cell : row) {
                json.writeString(String.join("\n\n", cell));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeStrings(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void writeText(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }
}
