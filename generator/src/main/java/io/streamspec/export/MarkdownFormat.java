package io.streamspec.export;

import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.markdown.MarkdownWriter;
import java.util.List;
import java.util.Optional;

/** A document of Markdown for each specification. */
final class MarkdownFormat implements ExportFormat {

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String description() {
        return "the document in GitHub's Markdown, with tables and redrawn diagrams";
    }

    @Override
    public List<OutputFile> write(List<Specification> specifications, Optional<String> docs, Diagnostics diagnostics) {
        return MarkdownWriter.write(specifications, diagnostics);
    }
}
