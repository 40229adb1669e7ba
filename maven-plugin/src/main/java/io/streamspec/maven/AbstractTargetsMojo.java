package io.streamspec.maven;

import io.streamspec.build.Build;
import io.streamspec.build.Target;
import io.streamspec.export.ExportFormat;
import io.streamspec.export.ExportFormats;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that look after codecs, pages and exports at once. */
abstract class AbstractTargetsMojo extends AbstractPublishMojo {

    /**
     * The source folder of the codecs, as for the goal {@code generate}. Codecs are left out without it. Example:
     * {@code src/main/generated}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.outputDirectory")
    private @Nullable File outputDirectory;

    /**
     * Where the pages of the documents are, as for the goal {@code generate}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.docsAddress")
    private @Nullable String docsAddress;

    /**
     * The folder of the pages, as for the goal {@code docs}. Pages are left out without it. Example:
     * {@code src/site/formats}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.docsDirectory")
    private @Nullable File docsDirectory;

    /**
     * The folder of exports, as for the goal {@code export}. Exports are left out without it. Example: {@code api}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.exportDirectory")
    private @Nullable File exportDirectory;

    /**
     * The formats of the exports, as for the goal {@code export}. Example:
     * {@code <formats><format>json</format></formats>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.formats", defaultValue = "json")
    private @Nullable List<String> formats;

    /** Where codecs are kept if nothing is said; nowhere, if they are to be left out then. */
    abstract Optional<Path> usualOutput();

    @Override
    final Build.Outcome run(Build build) {
        throw new UnsupportedOperationException(); // several targets are no build of one folder
    }

    @Override
    final Path output() {
        throw new UnsupportedOperationException();
    }

    final List<Target> targets() throws MojoFailureException {
        List<Target> targets = new ArrayList<>();
        Optional<Path> codecs = outputDirectory == null ? usualOutput() : Optional.of(path(outputDirectory));
        if (codecs.isPresent()) {
            if (packageName().isEmpty()) {
                throw new MojoFailureException("codecs need packageName");
            }
            targets.add(new Target.Codecs(codecs.get(), packageName(), Optional.ofNullable(docsAddress)));
        }
        if (docsDirectory != null) {
            targets.add(new Target.Pages(path(docsDirectory), publication()));
        }
        if (exportDirectory != null) {
            List<ExportFormat> chosen = ExportFormats.named(Objects.requireNonNullElse(formats, List.of()));
            targets.add(new Target.Exports(path(exportDirectory), chosen, Optional.ofNullable(docsAddress)));
        }
        return targets;
    }

    private Path path(File file) {
        return paths(List.of(file)).get(0);
    }
}
