package io.streamspec.write.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what can be searched for as a script, since pages read from a disk may load scripts and nothing else:
 * {@code globalThis.streamspecIndex = {"kinds": [...], "pages": [[file, title], ...], "entries": [[kind, name, where, page,
 * anchor, number], ...]}}. Words that repeat are given by their place in {@code kinds} and {@code pages}.
 */
final class SearchIndex {

    private final List<String> kinds = new ArrayList<>();
    private final JsonGenerator json;

    private SearchIndex(JsonGenerator json) {
        this.json = json;
    }

    /** The script for {@code entries}, by the pages they are on; in the order of both. */
    static String script(Map<Frame.Link, List<SearchEntry>> entries) {
        StringWriter text = new StringWriter().append("globalThis.streamspecIndex = ");
        JsonFactory factory =
                JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
        factory.setCharacterEscapes(new InScript());
        try (JsonGenerator json = factory.createGenerator(text)) {
            new SearchIndex(json).write(entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter has no I/O to fail
        }
        return text.append(";\n").toString();
    }

    private void write(Map<Frame.Link, List<SearchEntry>> entries) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("pages");
        for (Frame.Link page : entries.keySet()) {
            writeArray(page.file(), page.title());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("entries");
        int page = 0;
        for (List<SearchEntry> onPage : entries.values()) {
            for (SearchEntry entry : onPage) {
                write(entry, page);
            }
            page++;
        }
        json.writeEndArray();
        json.writeFieldName("kinds");
        writeArray(kinds.toArray(String[]::new));
        json.writeEndObject();
    }

    private void write(SearchEntry entry, int page) throws IOException {
        if (!kinds.contains(entry.kind())) {
            kinds.add(entry.kind());
        }
        json.writeStartArray();
        json.writeNumber(kinds.indexOf(entry.kind()));
        json.writeString(entry.name());
        json.writeString(entry.where());
        json.writeNumber(page);
        json.writeString(entry.anchor());
        if (entry.number().isPresent()) {
            json.writeString(entry.number().get());
        }
        json.writeEndArray();
    }

    private void writeArray(String... texts) throws IOException {
        json.writeStartArray();
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Keeps a script from ending, or from turning into a comment, inside a string. */
    private static final class InScript extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes['<'] = ESCAPE_STANDARD;
            codes['>'] = ESCAPE_STANDARD;
            codes['&'] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return new SerializedString("\\u%04X".formatted(character));
        }
    }
}
