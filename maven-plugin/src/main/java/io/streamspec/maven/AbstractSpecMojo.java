package io.streamspec.maven;

import io.streamspec.build.Build;
import io.streamspec.source.Count;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that write into a folder have in common. */
abstract class AbstractSpecMojo extends AbstractDocumentsMojo {

    /**
     * Whether warnings fail the build as errors do. By default they do not.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /** Runs the build of this goal. */
    abstract Build.Outcome run(Build build) throws IOException;

    /** Where this goal writes. */
    abstract Path output();

    /** What happens in the project when the output is there. */
    void finish() throws MojoFailureException {}

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            getLog().info("streamspec is skipped");
            return;
        }
        try {
            List<Path> documents = documentsOrFail();
            report(run(new Build(documents, paths(supplements()), output())), documents.size());
            finish();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write to " + output() + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }

    private void report(Build.Outcome outcome, int documents) throws IOException, MojoFailureException {
        tell(outcome.diagnostics());
        requireSound(outcome.diagnostics(), outcome.failed());
        String result = outcome.upToDate()
                ? "up to date"
                : outcome.changes()
                        .map(changes -> Count.of(changes.written(), "file") + " written, " + changes.unchanged()
                                + " unchanged, " + changes.deleted() + " deleted")
                        .orElse("");
        getLog().info(Count.of(documents, "specification") + ": " + result + " in " + shown(output()));
    }

    /** Fails the build if there are errors, or if there are warnings and they count. */
    final void requireSound(List<Diagnostic> diagnostics) throws MojoFailureException {
        requireSound(diagnostics, count(diagnostics, Severity.ERROR) > 0);
    }

    private void requireSound(List<Diagnostic> diagnostics, boolean failed) throws MojoFailureException {
        long errors = count(diagnostics, Severity.ERROR);
        long warnings = count(diagnostics, Severity.WARNING);
        if (failed || (failOnWarning && warnings > 0)) {
            throw new MojoFailureException(Count.of(errors, "error") + " and " + Count.of(warnings, "warning")
                    + " in the specifications; see above");
        }
    }
}
