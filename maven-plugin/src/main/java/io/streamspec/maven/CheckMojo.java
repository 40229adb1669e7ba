package io.streamspec.maven;

import io.streamspec.build.Check;
import io.streamspec.build.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Fails the build where codecs, pages or exports that are kept under version control are not exactly what the documents
 * generate now. Writes nothing; shows what differs, and names the goal that mends it.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends AbstractTargetsMojo {

    @Override
    Optional<Path> usualOutput() {
        return Optional.empty();
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            getLog().info("streamspec is skipped");
            return;
        }
        try {
            List<Target> targets = targets();
            if (targets.isEmpty()) {
                throw new MojoFailureException(
                        "nothing to check: name outputDirectory, docsDirectory or exportDirectory");
            }
            Check.Result result = new Check(documentsOrFail(), paths(supplements())).of(targets);
            tell(result.diagnostics());
            result.differences().lines().forEach(getLog()::error);
            for (Target target : result.drifted()) {
                getLog().error("to mend " + target.place() + ": " + MendingGoal.of(target, paths(supplements())));
            }
            requireSound(result.diagnostics());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read what is to be checked: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(e.getMessage());
        }
    }
}
