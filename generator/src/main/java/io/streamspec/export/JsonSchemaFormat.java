package io.streamspec.export;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.json.JsonSchema;
import java.util.List;
import java.util.Optional;

/** The schema of the format json, whatever the specifications. */
final class JsonSchemaFormat implements ExportFormat {

    @Override
    public String name() {
        return "json-schema";
    }

    @Override
    public String description() {
        return "the JSON Schema of json, the same for all specifications";
    }

    @Override
    public boolean isFixed() {
        return true;
    }

    @Override
    public List<OutputFile> write(List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics) {
        return List.of(JsonSchema.file());
    }
}
