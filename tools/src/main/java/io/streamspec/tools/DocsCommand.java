package io.streamspec.tools;

import io.streamspec.build.Build;
import io.streamspec.build.Publication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes pages. */
@Command(
        name = "docs",
        mixinStandardHelpOptions = true,
        description = "Publishes specifications as HTML pages, with diagrams drawn from the model, and an index.",
        footer = {"", "Example: streamspec docs spec/*.pandoc --out target/docs"})
final class DocsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "SPEC", description = "The documents.")
    private List<Path> documents = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
    private Path folder = Path.of("");

    @Option(
            names = "--supplement",
            paramLabel = "FILE",
            description = "Layout rules for the document of the same file name; may be given several times.")
    private List<Path> supplements = new ArrayList<>();

    @Option(
            names = "--older",
            paramLabel = "PATH",
            description =
                    "An earlier revision of a document, of its file name up to a dot (frames.2.pandoc), or a folder"
                            + " of such; may be given several times.")
    private List<Path> older = new ArrayList<>();

    @Option(
            names = "--handbook",
            paramLabel = "PATH",
            description =
                    "A Markdown file to publish beside the specifications, or a folder of such; may be given several"
                            + " times.")
    private List<Path> handbook = new ArrayList<>();

    @Option(
            names = "--package",
            paramLabel = "NAME",
            description = "The package under which the codecs are generated: shows examples made with them.")
    private String packageName = "";

    @Option(
            names = "--javadoc",
            paramLabel = "URL",
            description = "Where the Javadoc of the codecs is, relative to the pages or absolute.")
    private @Nullable String javadoc;

    @Option(
            names = "--single-file",
            description = "Puts all that a page needs into it, so that it can be sent around by itself.")
    private boolean singleFile;

    @Mixin
    private DiagnosticOptions reporting = new DiagnosticOptions();

    @Override
    public Integer call() throws Exception {
        Publication publication =
                new Publication(older, handbook, Optional.ofNullable(javadoc), packageName, singleFile);
        return Outcomes.report(new Build(documents, supplements, folder).html(publication), folder, reporting, spec);
    }
}
