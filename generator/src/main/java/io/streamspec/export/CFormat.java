package io.streamspec.export;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.c.CWriter;
import java.util.List;
import java.util.Optional;

/** A C header for each specification. */
final class CFormat implements ExportFormat {

    @Override
    public String name() {
        return "c";
    }

    @Override
    public String description() {
        return "a C header with the layouts, and functions that read what varies";
    }

    @Override
    public List<OutputFile> write(List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics) {
        return CWriter.write(specifications, diagnostics);
    }
}
