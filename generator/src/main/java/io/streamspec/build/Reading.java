package io.streamspec.build;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import java.nio.file.Path;
import java.util.List;

/** What reading and resolving documents brings up. */
public final class Reading {

    private Reading() {}

    /** All of it, in order of position. */
    public static List<Diagnostic> of(List<Path> documents, List<Path> supplements) {
        Diagnostics diagnostics = new Diagnostics();
        Documents sources = Documents.read(documents, supplements, diagnostics);
        sources.write((models, faults) -> List.of());
        return diagnostics.sorted();
    }
}
