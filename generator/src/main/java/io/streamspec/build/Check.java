package io.streamspec.build;

import io.streamspec.files.Drift;
import io.streamspec.files.KeptFiles;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import io.streamspec.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells whether what was generated once, and is kept, is what documents generate now. Writes nothing. */
public final class Check {

    private static final DiagnosticId OUTPUT_CHANGED = DiagnosticId.error("output-changed");
    private static final DiagnosticId OUTPUT_MISSING = DiagnosticId.error("output-missing");
    private static final DiagnosticId OUTPUT_EXTRA = DiagnosticId.error("output-extra");

    /** So many files are shown with what differs in them; the others are named. */
    private static final int MOST_SHOWN = 10;

    private final List<Path> documents;
    private final List<Path> supplements;

    /** A check of what is made of {@code documents}, with {@code supplements}. */
    public Check(List<Path> documents, List<Path> supplements) {
        this.documents = List.copyOf(documents);
        this.supplements = List.copyOf(supplements);
    }

    /**
     * What a check found.
     *
     * @param drifted the targets that are not as they should be; empty as well if errors in documents kept them from
     *     being made
     * @param differences what differs, as unified diffs of bounded size
     * @param diagnostics one for each file that differs, and those of the documents
     */
    public record Result(List<Target> drifted, String differences, List<Diagnostic> diagnostics) {
        public Result {
            drifted = List.copyOf(drifted);
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /** Compares what is kept at the places of {@code targets}. */
    public Result of(List<Target> targets) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        List<Target> drifted = new ArrayList<>();
        List<Drift> drifts = new ArrayList<>();
        for (Production.Product product : Production.of(documents, supplements, targets, diagnostics)) {
            List<Drift> found = KeptFiles.drifts(product.target().place(), product.files());
            if (!found.isEmpty()) {
                drifted.add(product.target());
                drifts.addAll(found);
            }
        }
        drifts.forEach(drift -> diagnostics.report(diagnostic(drift)));
        return new Result(drifted, differences(drifts), diagnostics.sorted());
    }

    private static Diagnostic diagnostic(Drift drift) {
        SourceText file = drift.kept();
        Span place = file.lineSpan(Math.min(drift.line(), file.lineCount()));
        return switch (drift.kind()) {
            case CHANGED -> OUTPUT_CHANGED.at(place, "from here on, this is not what the documents generate");
            case MISSING -> OUTPUT_MISSING.at(place, "the documents generate this file, and it is not there");
            case EXTRA -> OUTPUT_EXTRA.at(place, "this file was generated once; the documents generate it no more");
        };
    }

    private static String differences(List<Drift> drifts) {
        List<Drift> changed =
                drifts.stream().filter(drift -> !drift.difference().isEmpty()).toList();
        StringBuilder text = new StringBuilder();
        changed.stream().limit(MOST_SHOWN).map(Drift::difference).forEach(text::append);
        if (changed.size() > MOST_SHOWN) {
            text.append("… and %d more files\n".formatted(changed.size() - MOST_SHOWN));
        }
        return text.toString();
    }
}
