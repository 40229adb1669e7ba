package io.streamspec.maven;

import io.streamspec.build.Build;
import io.streamspec.build.Publication;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals that publish have in common: what goes into the pages. */
abstract class AbstractPublishMojo extends AbstractSpecMojo {

    /**
     * Earlier revisions of the documents, as files or as folders whose {@code *.pandoc} files are taken, sub-folders
     * included: a page shows what changed from one to the next. Each has the document's file name up to the first dot;
     * the revision stands behind that dot ({@code frames.2.pandoc}), else in the title block ({@code Revision 2}), else
     * it is the folder's name. None without it. Example:
     * {@code <olderSpecs><olderSpec>src/main/streamspec/older</olderSpec></olderSpecs>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.olderSpecs")
    private @Nullable List<File> olderSpecs;

    /**
     * Texts to publish beside the specifications: Markdown files, or folders whose {@code *.md} and {@code *.java} files
     * are taken, sub-folders included. Links between them, and to the documents, lead to the pages. None without it.
     * Example: {@code <handbook><page>README.md</page><page>docs</page></handbook>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.handbook")
    private @Nullable List<File> handbook;

    /**
     * The package under which the codecs are generated, as for the goal {@code generate}: the pages show examples made
     * with them. No examples without it. Example: {@code com.example.formats}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.package")
    private @Nullable String packageName;

    /**
     * Where the Javadoc of the codecs is, relative to the pages or absolute: structures link to their classes. No links
     * without it. Example: {@code ../apidocs}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.javadoc")
    private @Nullable String javadoc;

    /**
     * Whether each page holds all that it needs, so that it can be sent around by itself. By default the pages share
     * style and scripts.
     *
     * @since 0.1.0
     */
    @Parameter(property = "streamspec.singleFile", defaultValue = "false")
    private boolean singleFile;

    @Override
    Build.Outcome run(Build build) throws IOException {
        return build.html(publication());
    }

    final Publication publication() {
        return new Publication(
                paths(olderSpecs), paths(handbook), Optional.ofNullable(javadoc), packageName(), singleFile);
    }

    /** The package of the codecs; empty if it was not said. */
    final String packageName() {
        return Objects.requireNonNullElse(packageName, "");
    }
}
