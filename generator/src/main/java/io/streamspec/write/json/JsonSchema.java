package io.streamspec.write.json;

import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The JSON Schema of what {@link JsonWriter} writes. The first part of its version is {@link JsonWriter#FORMAT}; the second
 * is raised when keys are added. It knows no other keys.
 */
public final class JsonSchema {

    /** The version, which the schema has in its id and file name. */
    static final String VERSION = JsonWriter.FORMAT + ".1";

    /** The schema's id, which each export names. */
    static final String ID = "urn:streamspec:json:" + VERSION;

    private static final String NAME = "streamspec-" + VERSION + ".schema.json";

    private JsonSchema() {}

    /** The schema. */
    public static OutputFile file() {
        try (InputStream in = Objects.requireNonNull(JsonSchema.class.getResourceAsStream(NAME))) {
            return new OutputFile(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
