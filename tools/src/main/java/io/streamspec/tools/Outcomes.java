package io.streamspec.tools;

import io.streamspec.build.Build;
import io.streamspec.source.Count;
import io.streamspec.source.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/** Tells how a build went. */
final class Outcomes {

    private static final Set<String> FILE_FAULTS = Set.of("file-unreadable", "revision-unreadable");

    private Outcomes() {}

    static int report(Build.Outcome outcome, Path folder, DiagnosticOptions reporting, CommandSpec spec)
            throws IOException {
        reporting.print(outcome.diagnostics(), spec);
        if (outcome.failed()) {
            return isFileFault(outcome.diagnostics()) ? ExitCode.USAGE : ExitCode.FAULTY_INPUT;
        }
        String result = outcome.upToDate()
                ? "up to date"
                : outcome.changes()
                        .map(changes -> Count.of(changes.written(), "file") + " written, " + changes.unchanged()
                                + " unchanged, " + changes.deleted() + " deleted")
                        .orElse("");
        spec.commandLine().getOut().println(folder + ": " + result);
        return 0;
    }

    /** Whether a file could not be read, which is not a document's own fault. */
    static boolean isFileFault(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .anyMatch(diagnostic -> FILE_FAULTS.contains(diagnostic.id().name()));
    }
}
