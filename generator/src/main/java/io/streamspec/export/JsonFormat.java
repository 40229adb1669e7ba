package io.streamspec.export;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.json.JsonWriter;
import java.util.List;
import java.util.Optional;

/** The whole layout model, a file a specification. */
final class JsonFormat implements ExportFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String description() {
        return "the layout model, for other tools to build on";
    }

    @Override
    public List<OutputFile> write(List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics) {
        return specifications.stream()
                .map(specification ->
                        new OutputFile(specification.pageName() + ".json", JsonWriter.write(specification)))
                .toList();
    }
}
