package io.streamspec.maven;

import io.streamspec.build.Build;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticRenderer;
import io.streamspec.source.Severity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common: which documents there are, and how their diagnostics reach the log. */
abstract class AbstractSpecMojo extends AbstractMojo {

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
     * Whether warnings fail the build as errors do. By default they do not.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /**
     * Leaves this plugin's goals out. Example: {@code mvn -Dstreamspec.skip}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project.basedir}", readonly = true, required = true)
    private @Nullable File basedir;

    /** Runs the build of this goal. */
    abstract Build.Outcome run(Build build) throws IOException;

    /** Where this goal writes. */
    abstract Path output();

    /** What happens in the project when the output is there. */
    void finish() throws MojoFailureException {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("streamspec is skipped");
            return;
        }
        try {
            List<Path> documents = documents();
            if (documents.isEmpty()) {
                throw new MojoFailureException("no documents found: put *.pandoc files into src/main/streamspec, "
                        + "or name them in <specs>");
            }
            report(run(new Build(documents, paths(supplements), output())), documents.size());
            finish();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write to " + output() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }

    private void report(Build.Outcome outcome, int documents) throws MojoFailureException {
        for (Diagnostic diagnostic : outcome.diagnostics()) {
            log(diagnostic);
        }
        long errors = count(outcome, Severity.ERROR);
        long warnings = count(outcome, Severity.WARNING);
        if (outcome.failed() || (failOnWarning && warnings > 0)) {
            throw new MojoFailureException(
                    errors + " errors and " + warnings + " warnings in the specifications; see above");
        }
        String result = outcome.upToDate()
                ? "up to date"
                : outcome.changes()
                        .map(changes -> changes.written() + " files written, " + changes.unchanged() + " unchanged, "
                                + changes.deleted() + " deleted")
                        .orElse("");
        getLog().info(documents + (documents == 1 ? " specification: " : " specifications: ") + result + " in "
                + shown(output()));
    }

    private void log(Diagnostic diagnostic) {
        String text = DiagnosticRenderer.render(diagnostic).stripTrailing();
        switch (diagnostic.severity()) {
            case ERROR -> getLog().error(text);
            case WARNING -> getLog().warn(text);
            case NOTE -> getLog().info(text);
        }
    }

    private static long count(Build.Outcome outcome, Severity severity) {
        return outcome.diagnostics().stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
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
                    .map(AbstractSpecMojo::shown)
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
                        .map(AbstractSpecMojo::shown)
                        .toList();
    }

    private Path absolute(File file) {
        return base().resolve(file.toPath()).normalize();
    }

    private Path base() {
        return java.util.Objects.requireNonNull(basedir).toPath();
    }

    /** A path as the user would type it: relative to where Maven was started, if it lies below. */
    static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
