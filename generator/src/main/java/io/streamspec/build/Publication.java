package io.streamspec.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How documents are published.
 *
 * @param older earlier revisions of the documents, as files or folders; see {@link OlderRevisions}
 * @param handbook Markdown files to be published with them, or folders of such
 * @param javadoc where the Javadoc of the codecs is, relative to the pages or absolute
 * @param basePackage the package under which the codecs are generated, or empty if there are none to be shown
 * @param singleFile whether each page holds all that it needs, so that it can be sent around by itself
 */
public record Publication(
        List<Path> older, List<Path> handbook, Optional<String> javadoc, String basePackage, boolean singleFile) {

    /** The pages of the documents, and nothing else. */
    public static final Publication PLAIN = new Publication(List.of(), List.of(), Optional.empty(), "", false);

    public Publication {
        older = List.copyOf(older);
        handbook = List.copyOf(handbook);
    }

    /** What a fingerprint has to know of it beside the files' content. */
    String options() {
        return String.join("\n", javadoc.orElse("-"), basePackage, Boolean.toString(singleFile));
    }
}
