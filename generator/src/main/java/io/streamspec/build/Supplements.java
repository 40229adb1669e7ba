package io.streamspec.build;

import io.streamspec.files.SourceFiles;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Layout rules in files of their own, each for the document of the same file name. */
final class Supplements {

    private static final DiagnosticId SUPPLEMENT_UNUSED = DiagnosticId.error("supplement-unused");

    private final Map<Path, SourceText> rules = new LinkedHashMap<>();
    private final int given;

    private Supplements(int given) {
        this.given = given;
    }

    static Supplements read(List<Path> files, Diagnostics diagnostics) {
        Supplements supplements = new Supplements(files.size());
        for (Path file : files) {
            SourceFiles.read(file, diagnostics).ifPresent(text -> supplements.rules.put(file, text));
        }
        return supplements;
    }

    /** The supplement of {@code document}; one supplement and a document {@code alone} belong together, whatever their names. */
    Optional<SourceText> take(Path document, boolean alone) {
        return rules.keySet().stream()
                .filter(file -> alone && given == 1 || name(file).equals(name(document)))
                .findFirst()
                .map(rules::remove);
    }

    /** Reports those that no document has taken. */
    void reportUnused(Diagnostics diagnostics) {
        rules.values()
                .forEach(unused -> diagnostics.report(SUPPLEMENT_UNUSED
                        .at(unused.span(0, 0), "no document has the name of this supplement")
                        .hint("give it the file name of the document that it belongs to")));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
