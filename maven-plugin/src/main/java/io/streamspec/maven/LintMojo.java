package io.streamspec.maven;

import io.streamspec.build.Linting;
import io.streamspec.lint.Lint;
import io.streamspec.source.Count;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Severity;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what is probably not as meant in specifications: drawings that are off, values without names, sentences that
 * contradict a table. Writes nothing. {@code docs/lint.md} explains each check and how to silence it in a document.
 *
 * @since 0.1.0
 */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class LintMojo extends AbstractDocumentsMojo {

    /** What makes a build fail. */
    public enum FailOn {
        /** Errors. */
        error,
        /** Warnings, and errors. */
        warning,
        /** Anything that is found. */
        note,
        /** Nothing. */
        never
    }

    /**
     * What fails the build: {@code error}; {@code warning}, and errors; {@code note}, that is anything; or {@code never}.
     * Errors unless said. Example: {@code mvn -Dstreamspec.failOn=warning}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.failOn", defaultValue = "error")
    private FailOn failOn = FailOn.error;

    /**
     * Earlier revisions of the documents, as for the goal {@code docs}: a document that differs from the latest of them has
     * to be called by another revision. None without it. Example:
     * {@code <olderSpecs><olderSpec>src/main/streamspec/older</olderSpec></olderSpecs>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.olderSpecs")
    private @Nullable List<File> olderSpecs;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            getLog().info("streamspec is skipped");
            return;
        }
        try {
            List<Diagnostic> found = Linting.of(documentsOrFail(), paths(supplements()), paths(olderSpecs));
            tell(found);
            String result = Count.of(count(found, Severity.ERROR), "error") + ", "
                    + Count.of(count(found, Severity.WARNING), "warning") + " and "
                    + Count.of(count(found, Severity.NOTE), "note") + " in the specifications";
            if (failOn != FailOn.never
                    && Lint.fails(found, Severity.valueOf(failOn.name().toUpperCase(java.util.Locale.ROOT)))) {
                throw new MojoFailureException(result + "; see above");
            }
            getLog().info(result);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read the documents: " + e.getMessage(), e);
        }
    }
}
