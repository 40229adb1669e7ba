package io.streamspec.write.json;

import io.streamspec.model.Specification;

/** Writes a specification's model as JSON; {@code docs/json-export.md} documents the format. */
public final class JsonWriter {

    private JsonWriter() {}

    /** The model of {@code specification} as indented JSON with a final line feed. */
    public static String write(Specification specification) {
        throw new IllegalStateException("being written");
    }
}
