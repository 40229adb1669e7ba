package io.streamspec.tools;

import io.streamspec.Generator;
import io.streamspec.build.Build;
import io.streamspec.build.Documents;
import io.streamspec.export.ExportFormat;
import io.streamspec.export.ExportFormats;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes specifications for other tools. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes specifications for other tools, to standard output or into a folder. What a format cannot express is"
                    + " reported.",
            "In a folder, files that are up to date are left alone, and those of documents that are gone are deleted. Files"
                    + " of others are neither overwritten nor deleted."
        },
        footer = {
            "",
            "Example: streamspec export spec/frames.pandoc --as json | jq '.records[].name'",
            "         streamspec export spec/*.pandoc --as json,kaitai --output target/export",
            "         streamspec export --as json-schema"
        })
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "SPEC", description = "The documents; json-schema alone needs none.")
    private List<Path> documents = new ArrayList<>();

    @Option(
            names = "--as",
            required = true,
            split = ",",
            paramLabel = "FORMAT",
            completionCandidates = Names.class,
            description = "One or more of: ${COMPLETION-CANDIDATES}.")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "The folder to write to. Without it, one document in one format goes to standard output.")
    private @Nullable Path folder;

    @Option(
            names = "--supplement",
            paramLabel = "FILE",
            description = "Layout rules for the document of the same file name; may be given several times.")
    private List<Path> supplements = new ArrayList<>();

    @Option(
            names = "--docs",
            paramLabel = "BASE",
            description = "Where the pages of the documents are: what is written leads there.")
    private @Nullable String docs;

    /** What may stand behind {@code --as}. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return ExportFormats.names().iterator();
        }
    }

    @Mixin
    private DiagnosticOptions reporting = new DiagnosticOptions();

    @Override
    public Integer call() throws IOException {
        List<ExportFormat> chosen = ExportFormats.named(formats);
        if (documents.isEmpty() && !chosen.stream().allMatch(ExportFormat::isFixed)) {
            throw new ParameterException(spec.commandLine(), "a document is missing");
        }
        if (folder != null) {
            return Outcomes.report(
                    new Build(documents, supplements, folder).export(chosen, Optional.ofNullable(docs)),
                    folder,
                    reporting,
                    spec);
        }
        if (documents.size() > 1 || chosen.size() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "several documents or formats go into a folder: name it with --output");
        }
        return print(chosen);
    }

    private int print(List<ExportFormat> chosen) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Documents sources = Documents.read(documents, supplements, diagnostics);
        List<OutputFile> files = diagnostics.hasErrors()
                ? List.of()
                : sources.write(
                        (models, faults) -> Generator.export(models, chosen, Optional.ofNullable(docs), faults));
        reporting.print(diagnostics.sorted(), spec);
        if (diagnostics.hasErrors()) {
            return Outcomes.isFileFault(diagnostics.sorted()) ? ExitCode.USAGE : ExitCode.FAULTY_INPUT;
        }
        // one text: a script that needs another begins with it
        spec.commandLine().getOut().print(files.stream().map(OutputFile::text).collect(Collectors.joining()));
        return 0;
    }
}
