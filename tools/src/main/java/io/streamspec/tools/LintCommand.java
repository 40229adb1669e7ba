package io.streamspec.tools;

import io.streamspec.build.Linting;
import io.streamspec.lint.Lint;
import io.streamspec.lint.Manual;
import io.streamspec.lint.Meanings;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks documents. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description = {
            "Looks for what is probably not as meant in specifications: drawings that are off, values without names,"
                    + " sentences that contradict a table. Writes nothing but how many there are to standard output, and what they"
                    + " are to standard error.",
            "A comment <!-- streamspec allow ID because REASON --> silences a warning or note in its section."
        },
        footer = {
            "",
            "Exit codes: 0 nothing found that --fail-on names; 1 something was; 2 the command line is at fault, or a"
                    + " file cannot be read.",
            "Example: streamspec lint --strict spec/frames.pandoc"
        })
final class LintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "SPEC", description = "The documents.")
    private List<Path> documents = new ArrayList<>();

    @Option(
            names = "--supplement",
            paramLabel = "FILE",
            description = "Layout rules for the document of the same file name; may be given several times.")
    private List<Path> supplements = new ArrayList<>();

    @Option(
            names = "--older",
            paramLabel = "PLACE",
            description = "An earlier revision, or a folder of such: a change asks for another revision in the title.")
    private List<Path> older = new ArrayList<>();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "What makes the exit code 1: error (the default), warning or note, and what weighs more.")
    private String failOn = "error";

    @Option(names = "--strict", description = "The same as --fail-on warning.")
    private boolean strict;

    @Option(names = "--list", description = "Lists all diagnostics, with severity and meaning.")
    private boolean list;

    @Option(names = "--explain", paramLabel = "ID", description = "Explains a diagnostic, with an example and remedy.")
    private @Nullable String id;

    @Mixin
    private DiagnosticOptions reporting = new DiagnosticOptions();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            Meanings.all().forEach(meaning -> out.print(Manual.line(meaning)));
            return 0;
        } else if (id != null) {
            out.print(Manual.explanation(id)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(), "there is no diagnostic '" + id + "'; --list tells those there are")));
            return 0;
        } else if (documents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "a document is missing");
        }
        return lint(out);
    }

    private int lint(PrintWriter out) throws Exception {
        Severity least = severity();
        List<Diagnostic> found = Linting.of(documents, supplements, older);
        reporting.print(found, spec);
        out.println(count(found, Severity.ERROR) + ", " + count(found, Severity.WARNING) + ", "
                + count(found, Severity.NOTE));
        if (Outcomes.isFileFault(found)) {
            return ExitCode.USAGE;
        }
        return Lint.fails(found, least) ? ExitCode.FAULTY_INPUT : 0;
    }

    private Severity severity() {
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(strict ? "warning" : failOn)) {
                return severity;
            }
        }
        throw new ParameterException(
                spec.commandLine(), "--fail-on takes error, warning or note, not '" + failOn + "'");
    }

    private static String count(List<Diagnostic> found, Severity severity) {
        long count = found.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
        return count + " " + severity.word() + (count == 1 ? "" : "s");
    }
}
