package io.streamspec.build;

import io.streamspec.export.ExportFormat;
import io.streamspec.files.OutputFolder;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an output folder in step with documents: nothing is written where nothing has changed, and nothing is parsed either
 * if there was nothing to warn of.
 */
public final class Build {

    private final List<Path> documents;
    private final List<Path> supplements;
    private final Path output;
    private boolean lints;

    /** A build of {@code documents}, with {@code supplements}, into the folder {@code output}. */
    public Build(List<Path> documents, List<Path> supplements, Path output) {
        this.documents = List.copyOf(documents);
        this.supplements = List.copyOf(supplements);
        this.output = output;
    }

    /**
     * How a build went.
     *
     * @param changes what was written; absent if errors kept everything from being written
     */
    public record Outcome(boolean upToDate, Optional<OutputFolder.Changes> changes, List<Diagnostic> diagnostics) {
        public Outcome {
            diagnostics = List.copyOf(diagnostics);
        }

        /** Whether errors kept everything from being written. */
        public boolean failed() {
            return !upToDate && changes.isEmpty();
        }
    }

    /** Makes it tell what lint finds as well, of which nothing keeps anything from being written. This. */
    public Build linting() {
        lints = true;
        return this;
    }

    /** Writes codecs into packages under {@code basePackage}. */
    public Outcome java(String basePackage) throws IOException {
        return java(basePackage, Optional.empty());
    }

    /** The same, with Javadoc that leads to the pages in the folder {@code docs}, an address. */
    public Outcome java(String basePackage, Optional<String> docs) throws IOException {
        return write(new Target.Codecs(output, basePackage, docs));
    }

    /** Writes pages. */
    public Outcome html(Publication publication) throws IOException {
        return write(new Target.Pages(output, publication));
    }

    /** Writes the documents in {@code formats}; {@code docs} is where their pages are, a folder or an address. */
    public Outcome export(List<ExportFormat> formats, Optional<String> docs) throws IOException {
        return write(new Target.Exports(output, formats, docs));
    }

    private Outcome write(Target target) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Recipe recipe = target.recipe(documents, diagnostics);
        Documents sources = Documents.read(documents, supplements, diagnostics);
        if (lints) {
            sources.lint();
        }
        if (diagnostics.hasErrors()) {
            return new Outcome(false, Optional.empty(), diagnostics.sorted());
        }
        sources.digest(recipe.inputs().add("version", Version.identity()));
        String fingerprint = recipe.inputs().value();
        OutputFolder folder = OutputFolder.at(output);
        if (folder.isUpToDate(fingerprint)) {
            return new Outcome(true, Optional.empty(), diagnostics.sorted());
        }
        List<OutputFile> files = sources.write(recipe.writer());
        if (diagnostics.hasErrors()) {
            return new Outcome(false, Optional.empty(), diagnostics.sorted());
        }
        String kept = diagnostics.hasWarnings() ? "" : fingerprint; // so that the next run warns again
        return new Outcome(false, Optional.of(folder.replace(files, kept, documents)), diagnostics.sorted());
    }
}
