package io.streamspec.tools;

import io.streamspec.Generator;
import io.streamspec.build.Documents;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the model. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the layout model of a specification to standard output, for other tools to build on (json), or a reader"
                    + " of its streams for browsers (js)."
        },
        footer = {"", "Example: streamspec export spec/frames.pandoc --as json | jq '.records[].name'"})
final class ExportCommand implements Callable<Integer> {

    /** The formats there are. */
    enum Format {
        json,
        js
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SPEC", description = "The document.")
    private Path document = Path.of("");

    @Option(names = "--as", required = true, paramLabel = "FORMAT", description = "One of: ${COMPLETION-CANDIDATES}.")
    private Format format = Format.json;

    @Option(names = "--supplement", paramLabel = "FILE", description = "Layout rules for the document.")
    private @Nullable Path supplement;

    @Mixin
    private DiagnosticOptions reporting = new DiagnosticOptions();

    @Override
    public Integer call() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<Path> supplements = supplement == null ? List.of() : List.of(supplement);
        Documents documents = Documents.read(List.of(document), supplements, diagnostics);
        List<Specification> models = diagnostics.hasErrors() ? List.of() : documents.models();
        String text = models.isEmpty() ? "" : text(models, diagnostics);
        reporting.print(diagnostics.sorted(), spec);
        if (diagnostics.hasErrors()) {
            return Outcomes.isFileFault(diagnostics.sorted()) ? Streamspec.USAGE : Streamspec.FAULTY_INPUT;
        }
        spec.commandLine().getOut().print(text);
        return 0;
    }

    private String text(List<Specification> models, Diagnostics diagnostics) {
        return switch (format) {
            case json -> Generator.json(models.get(0));
            // one script that needs no other
            case js ->
                Generator.js(models, diagnostics).stream().map(OutputFile::text).collect(Collectors.joining());
        };
    }
}
