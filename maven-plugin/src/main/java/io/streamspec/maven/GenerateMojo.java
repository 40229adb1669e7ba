package io.streamspec.maven;

import io.streamspec.build.Build;
import io.streamspec.files.PackedSpecs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Generates Java codecs from specifications and adds them to the project's sources. Only what has changed is written;
 * the class of a section that is gone goes too. On errors, what was there before stays.
 *
 * @since 0.1.0
 */
@Mojo(name = "generate", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class GenerateMojo extends AbstractSpecMojo {

    /**
     * The package under which each document gets a package of its own, called after the document's short name. Example:
     * {@code com.example.formats}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.package", required = true)
    private @Nullable String packageName;

    /**
     * Where the sources are written; the folder is added to the project's source roots. Other generators' files in it
     * are left alone.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "streamspec.outputDirectory",
            defaultValue = "${project.build.directory}/generated-sources/streamspec")
    private @Nullable File outputDirectory;

    /**
     * Where the pages of the documents are published, an address or a folder relative to the Javadoc: the Javadoc of the
     * classes leads to their sections there. No links without it. Example: {@code https://example.com/formats}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.docsAddress")
    private @Nullable String docsAddress;

    /**
     * Whether the documents travel in the project's jar, in {@code META-INF/streamspec}: the goal {@code diff} of later
     * versions compares with them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.pack", defaultValue = "true")
    private boolean pack;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    private List<Path> packed = List.of();

    @Override
    Build.Outcome run(Build build) throws IOException {
        packed = documents();
        return build.java(Objects.requireNonNull(packageName), Optional.ofNullable(docsAddress));
    }

    @Override
    Path output() {
        return Objects.requireNonNull(outputDirectory).toPath();
    }

    @Override
    void finish() {
        MavenProject here = Objects.requireNonNull(project);
        here.addCompileSourceRoot(output().toString());
        if (pack) {
            packed.forEach(document -> here.addResource(resource(document, PackedSpecs.FOLDER)));
            paths(supplements()).forEach(rules -> here.addResource(resource(rules, PackedSpecs.SUPPLEMENTS)));
        }
    }

    private static Resource resource(Path file, String folder) {
        Path absolute = file.toAbsolutePath().normalize();
        Resource resource = new Resource();
        resource.setDirectory(String.valueOf(absolute.getParent()));
        resource.addInclude(String.valueOf(absolute.getFileName()));
        resource.setTargetPath(folder);
        return resource;
    }
}
