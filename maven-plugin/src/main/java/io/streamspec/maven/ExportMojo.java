package io.streamspec.maven;

import io.streamspec.build.Build;
import io.streamspec.export.ExportFormats;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes specifications for other tools. Only what has changed is written; the files of a document that is gone go too.
 *
 * @since 0.1.0
 */
@Mojo(name = "export", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class ExportMojo extends AbstractSpecMojo {

    /**
     * The formats, of {@code json}, {@code json-schema}, {@code js}, {@code kaitai}, {@code c}, {@code markdown}, {@code imhex}. Example: {@code <formats><format>json</format></formats>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.formats", defaultValue = "json")
    private @Nullable List<String> formats;

    /**
     * Where the files are written. Others' files in it are left alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.exportDirectory", defaultValue = "${project.build.directory}/streamspec-export")
    private @Nullable File exportDirectory;

    /**
     * Where the pages of the documents are published, an address: what is written leads there. No links without it.
     * Example: {@code https://example.com/formats}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.docsAddress")
    private @Nullable String docsAddress;

    @Override
    Build.Outcome run(Build build) throws IOException {
        return build.export(ExportFormats.named(Objects.requireNonNull(formats)), Optional.ofNullable(docsAddress));
    }

    @Override
    Path output() {
        return Objects.requireNonNull(exportDirectory).toPath();
    }
}
