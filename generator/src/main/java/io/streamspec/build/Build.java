package io.streamspec.build;

import io.streamspec.Generator;
import io.streamspec.example.SpecificationExamples;
import io.streamspec.export.ExportFormat;
import io.streamspec.files.Fingerprint;
import io.streamspec.files.OutputFolder;
import io.streamspec.model.Specification;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.write.OutputFile;
import io.streamspec.write.html.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** Keeps an output folder in step with documents: nothing is parsed or written where nothing has changed. */
public final class Build {

    private final List<Path> documents;
    private final List<Path> supplements;
    private final Path output;

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

    /** Writes codecs into packages under {@code basePackage}. */
    public Outcome java(String basePackage) throws IOException {
        return java(basePackage, Optional.empty());
    }

    /** The same, with Javadoc that leads to the pages in the folder {@code docs}, an address. */
    public Outcome java(String basePackage, Optional<String> docs) throws IOException {
        Fingerprint inputs =
                new Fingerprint().add("options", "java " + basePackage).add("docs", docs.orElse(""));
        return run(inputs, new Diagnostics(), (models, faults) -> Generator.java(models, basePackage, docs, faults));
    }

    /** Writes pages. */
    public Outcome html(Publication publication) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        OlderRevisions older = OlderRevisions.read(publication.older(), documents, diagnostics);
        List<Site.Manuscript> handbook = Handbook.read(publication.handbook(), diagnostics);
        Fingerprint inputs = new Fingerprint().add("options", "html " + publication.options());
        older.digest(inputs);
        Handbook.digest(handbook, inputs);
        return run(inputs, diagnostics, (models, faults) -> {
            Site.Javadoc javadoc = new Site.Javadoc(publication.javadoc(), publication.basePackage());
            Map<String, List<Specification>> revisions = older.models(models, faults);
            Map<String, SpecificationExamples> examples = Generator.examples(models, faults);
            Site site = new Site(models, revisions, examples, javadoc, handbook, publication.singleFile());
            return faults.hasErrors() ? List.of() : Generator.html(site, faults);
        });
    }

    /** Writes the documents in {@code formats}; {@code docs} is where their pages are, a folder or an address. */
    public Outcome export(List<ExportFormat> formats, Optional<String> docs) throws IOException {
        String names = formats.stream().map(ExportFormat::name).collect(Collectors.joining(" "));
        Fingerprint inputs = new Fingerprint().add("options", "export " + names).add("docs", docs.orElse(""));
        return run(inputs, new Diagnostics(), (models, faults) -> Generator.export(models, formats, docs, faults));
    }

    private Outcome run(
            Fingerprint inputs,
            Diagnostics diagnostics,
            BiFunction<List<Specification>, Diagnostics, List<OutputFile>> writer)
            throws IOException {
        Documents sources = Documents.read(documents, supplements, diagnostics);
        if (diagnostics.hasErrors()) {
            return new Outcome(false, Optional.empty(), diagnostics.sorted());
        }
        sources.digest(inputs.add("version", Version.identity()));
        String fingerprint = inputs.value();
        OutputFolder folder = OutputFolder.at(output);
        if (folder.isUpToDate(fingerprint)) {
            return new Outcome(true, Optional.empty(), List.of());
        }
        List<OutputFile> files = sources.write(writer);
        if (diagnostics.hasErrors()) {
            return new Outcome(false, Optional.empty(), diagnostics.sorted());
        }
        return new Outcome(false, Optional.of(folder.replace(files, fingerprint, documents)), diagnostics.sorted());
    }
}
