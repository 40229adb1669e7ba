package io.streamspec.write.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.streamspec.model.StreamGrammar.Pattern;
import java.io.IOException;
import java.util.List;

/** A stream's pattern: a name, or an object with the operator as its only key. */
final class PatternJson {

    private PatternJson() {}

    static void write(JsonGenerator json, Pattern pattern) throws IOException {
        if (pattern instanceof Pattern.One one) {
            json.writeString(one.name());
        } else if (pattern instanceof Pattern.Sequence sequence) {
            write(json, "sequence", sequence.parts());
        } else if (pattern instanceof Pattern.Choice choice) {
            write(json, "choice", choice.parts());
        } else if (pattern instanceof Pattern.Interleaved interleaved) {
            write(json, "interleaved", interleaved.parts());
        } else if (pattern instanceof Pattern.Repeated repeated) {
            json.writeStartObject();
            json.writeFieldName(repeated.many() ? repeated.optional() ? "any" : "some" : "optional");
            write(json, repeated.part());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, String operator, List<Pattern> parts) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart(operator);
        for (Pattern part : parts) {
            write(json, part);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
