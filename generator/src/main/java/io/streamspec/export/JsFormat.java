package io.streamspec.export;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.js.JsWriter;
import java.util.List;
import java.util.Optional;

/** Readers of streams for browsers. */
final class JsFormat implements ExportFormat {

    @Override
    public String name() {
        return "js";
    }

    @Override
    public String description() {
        return "a reader of its streams for browsers";
    }

    @Override
    public List<OutputFile> write(List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics) {
        return JsWriter.write(specifications, diagnostics);
    }
}
