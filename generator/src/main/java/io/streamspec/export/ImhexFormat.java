package io.streamspec.export;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.imhex.PatternWriter;
import java.util.List;
import java.util.Optional;

/** A pattern for the hex editor ImHex for each specification. */
final class ImhexFormat implements ExportFormat {

    @Override
    public String name() {
        return "imhex";
    }

    @Override
    public String description() {
        return "a pattern for the hex editor ImHex (not run by our tests)";
    }

    @Override
    public List<OutputFile> write(List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics) {
        return PatternWriter.write(specifications, diagnostics);
    }
}
