package io.streamspec.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Publishes specifications as HTML: a page a document, with diagrams drawn from the model, and an index.
 *
 * @since 0.1.0
 */
@Mojo(name = "docs", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, threadSafe = true)
public final class DocsMojo extends AbstractPublishMojo {

    /**
     * Where the pages are written.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.docsDirectory", defaultValue = "${project.build.directory}/streamspec-docs")
    private @Nullable File docsDirectory;

    @Override
    Path output() {
        return Objects.requireNonNull(docsDirectory).toPath();
    }
}
