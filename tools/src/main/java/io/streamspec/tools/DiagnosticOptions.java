package io.streamspec.tools;

import io.streamspec.build.Version;
import io.streamspec.files.TextFile;
import io.streamspec.report.DiagnosticFormat;
import io.streamspec.source.Diagnostic;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How diagnostics are told; the same options for all commands that read documents. */
public final class DiagnosticOptions {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "How diagnostics are written to standard error: text, github (workflow commands), json, sarif.")
    private DiagnosticFormat format = DiagnosticFormat.TEXT;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Writes diagnostics in that format into a file, and text to standard error.")
    private @Nullable Path report;

    /** Writes {@code diagnostics} as the options say. */
    public void print(List<Diagnostic> diagnostics, CommandSpec command) throws IOException {
        print(diagnostics, diagnostics, command);
    }

    /** Writes {@code news} to standard error, and {@code all} into the file, if there is to be one. */
    void print(List<Diagnostic> news, List<Diagnostic> all, CommandSpec command) throws IOException {
        if (report != null) {
            TextFile.write(report, format.render(all, Version.value()));
        }
        DiagnosticFormat shown = report == null ? format : DiagnosticFormat.TEXT;
        PrintWriter err = command.commandLine().getErr();
        err.print(shown.render(news, Version.value()));
        err.flush(); // text may come on standard output meanwhile
    }
}
