package io.streamspec.build;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Puts documents in files to the checks of the catalogue. Writes nothing. */
public final class Linting {

    private Linting() {}

    /**
     * All that can be said against {@code documents}, file by file in order of position.
     *
     * @param supplements layout rules, each for the document of its file name
     * @param older earlier revisions, as files or folders; each document is compared with its latest
     */
    public static List<Diagnostic> of(List<Path> documents, List<Path> supplements, List<Path> older)
            throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        OlderRevisions revisions = OlderRevisions.read(older, documents, diagnostics);
        Documents.read(documents, supplements, diagnostics).lint(revisions);
        return diagnostics.sorted();
    }
}
