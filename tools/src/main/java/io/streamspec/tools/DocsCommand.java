package io.streamspec.tools;

import io.streamspec.build.Build;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Override
    public Integer call() throws Exception {
        return Outcomes.report(new Build(documents, supplements, folder).html(), folder, spec);
    }
}
