package io.streamspec.maven;

import io.streamspec.build.Version;
import io.streamspec.files.TextFile;
import io.streamspec.report.DiagnosticFormat;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals have in common: which documents there are, and how their diagnostics reach the log. */
abstract class AbstractDocumentsMojo extends AbstractMojo {

    /**
     * The documents, as files or as folders whose {@code *.pandoc} files are taken, sub-folders not included. Without
     * it, the folder {@code src/main/streamspec}. Example: {@code <specs><spec>spec/frames.pandoc</spec></specs>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.specs")
    private @Nullable List<File> specs;

    /**
     * Documents with layout rules for documents that must not be edited, each of the same file name as the document
     * that it belongs to. None without it. Example: {@code <supplements><supplement>rules/frames.pandoc</supplement></supplements>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.supplements")
    private @Nullable List<File> supplements;

    /**
     * Leaves this plugin's goals out. Example: {@code mvn -Dstreamspec.skip}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.skip", defaultValue = "false")
    private boolean skip;

    /**
     * How diagnostics are told: {@code text} in the log; {@code github} as workflow commands on standard output; {@code json}
     * or {@code sarif} into {@code diagnosticsFile}, and as text in the log.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.format", defaultValue = "text")
    private @Nullable String format;

    /**
     * The file for the formats {@code json} and {@code sarif}. Without it,
     * {@code target/streamspec-diagnostics/GOAL.json} or {@code .sarif}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.diagnosticsFile")
    private @Nullable File diagnosticsFile;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private @Nullable MojoExecution execution;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private @Nullable File buildDirectory;

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private @Nullable File basedir;

    /** Tells diagnostics as the parameters say. */
    final void tell(List<Diagnostic> diagnostics) throws IOException {
        tell(diagnostics, diagnostics);
    }

    /** Tells {@code news}; {@code all} diagnostics go into the file, if there is to be one. */
    final void tell(List<Diagnostic> news, List<Diagnostic> all) throws IOException {
        DiagnosticFormat chosen = DiagnosticFormat.of(Objects.requireNonNullElse(format, "text"));
        if (chosen == DiagnosticFormat.GITHUB) {
            // the log would put its own words in front, and GitHub looks at the first sign
            System.out.print(chosen.render(news, Version.value()));
            System.out.flush();
            return;
        }
        if (chosen != DiagnosticFormat.TEXT) {
            TextFile.write(report(chosen), chosen.render(all, Version.value()));
        }
        news.forEach(this::log);
    }

    private Path report(DiagnosticFormat chosen) {
        String goal = Objects.requireNonNull(execution).getGoal();
        return diagnosticsFile != null
                ? absolute(diagnosticsFile)
                : buildDirectory().resolve("streamspec-diagnostics/" + goal + "." + chosen.extension());
    }

    /** The project's folder {@code target}. */
    final Path buildDirectory() {
        return Objects.requireNonNull(buildDirectory).toPath();
    }

    private void log(Diagnostic diagnostic) {
        String text = DiagnosticRenderer.render(diagnostic).stripTrailing();
        switch (diagnostic.severity()) {
            case ERROR -> getLog().error(text);
            case WARNING -> getLog().warn(text);
            case NOTE -> getLog().info(text);
        }
    }

    static long count(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    /** The documents, of which there is at least one. */
    final List<Path> documentsOrFail() throws IOException, MojoFailureException {
        List<Path> documents = documents();
        if (documents.isEmpty()) {
            throw new MojoFailureException(
                    "no documents found: put *.pandoc files into src/main/streamspec, " + "or name them in <specs>");
        }
        return documents;
    }

    final List<Path> documents() throws IOException {
        if (specs == null || specs.isEmpty()) {
            return documentsIn(base().resolve("src/main/streamspec"));
        }
        List<Path> documents = new ArrayList<>();
        for (File spec : specs) {
            Path path = absolute(spec);
            documents.addAll(Files.isDirectory(path) ? documentsIn(path) : List.of(shown(path)));
        }
        return documents;
    }

    private static List<Path> documentsIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".pandoc"))
                    .sorted()
                    .map(AbstractDocumentsMojo::shown)
                    .toList();
        }
    }

    final @Nullable List<File> supplements() {
        return supplements;
    }

    final boolean isSkipped() {
        return skip;
    }

    /** Files as given, shown as the user would type them. */
    final List<Path> paths(@Nullable List<File> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .map(this::absolute)
                        .map(AbstractDocumentsMojo::shown)
                        .toList();
    }

    private Path absolute(File file) {
        return base().resolve(file.toPath()).normalize();
    }

    private Path base() {
        return Objects.requireNonNull(basedir).toPath();
    }

    /** A path as the user would type it: relative to where Maven was started, if it lies below. */
    static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
