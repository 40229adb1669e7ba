package io.streamspec.maven;

import io.streamspec.build.Documents;
import io.streamspec.build.Watch;
import io.streamspec.source.DiagnosticRenderer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Keeps codecs, pages and exports in step with documents while they are edited; to be called by itself and ended with
 * Ctrl-C. Prints diagnostics that came and those that are gone, and the files that it writes.
 *
 * @since 0.1.0
 */
@Mojo(name = "watch", threadSafe = true)
public final class WatchMojo extends AbstractTargetsMojo {

    /** As the goal {@code generate} does, if there is a package to generate. */
    @Override
    Optional<Path> usualOutput() {
        Path folder = buildDirectory().resolve("generated-sources/streamspec");
        return packageName().isEmpty() ? Optional.empty() : Optional.of(shown(folder));
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            getLog().info("streamspec is skipped");
            return;
        }
        try {
            new Watch(documentsOrFail(), paths(supplements()), targets(), Documents::lint).run(new Watch.Listener() {
                @Override
                public void round(Watch.Round round) {
                    print(round);
                }

                @Override
                public void failed(IOException problem) {
                    getLog().error(problem.getMessage());
                }
            });
        } catch (IOException e) {
            throw new MojoExecutionException("the documents cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }

    private void print(Watch.Round round) {
        try {
            tell(round.come(), round.diagnostics());
        } catch (IOException e) {
            getLog().error(e.getMessage());
        }
        round.gone().forEach(gone -> getLog().info("gone: " + DiagnosticRenderer.headline(gone)));
        round.written().forEach(file -> getLog().info("written: " + file));
        round.deleted().forEach(file -> getLog().info("deleted: " + file));
    }
}
