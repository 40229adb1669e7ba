package io.streamspec.maven;

import io.streamspec.build.Formatting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Brings specifications into canonical form, in place: diagrams are drawn and tables ruled anew, all else stays as it
 * stands. Bound to no phase: {@code mvn streamspec:format} is for authors, {@code format-check} for builds.
 *
 * @since 0.1.0
 */
@Mojo(name = "format", threadSafe = true)
public class FormatMojo extends AbstractDocumentsMojo {

    /**
     * Whether to fail, with the difference, where something would have to change, instead of changing it. Example:
     * {@code mvn streamspec:format -Dstreamspec.format.check}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.format.check", defaultValue = "false")
    private boolean check;

    /** Whether the documents are left alone. */
    boolean isCheck() {
        return check;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (isSkipped()) {
            getLog().info("streamspec is skipped");
            return;
        }
        try {
            List<Path> documents = documentsOrFail();
            Formatting formatting = Formatting.of(documents, paths(supplements()));
            tell(formatting.diagnostics());
            if (formatting.failed()) {
                throw new MojoFailureException("the specifications cannot be read; see above");
            }
            finish(formatting, documents.size());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write the specifications: " + e.getMessage(), e);
        }
    }

    private void finish(Formatting formatting, int documents) throws IOException, MojoFailureException {
        List<Path> changed = formatting.changed();
        if (isCheck() && !changed.isEmpty()) {
            formatting.diff().lines().forEach(getLog()::error);
            String names = changed.stream().map(Path::toString).collect(Collectors.joining(","));
            throw new MojoFailureException(
                    "not in canonical form; mend it with: mvn streamspec:format -Dstreamspec.specs=" + names);
        }
        formatting.write();
        String result = isCheck() ? "in canonical form" : changed.size() + " formatted";
        getLog().info(documents + (documents == 1 ? " specification: " : " specifications: ") + result);
    }
}
