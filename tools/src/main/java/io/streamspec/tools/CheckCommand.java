package io.streamspec.tools;

import io.streamspec.build.Check;
import io.streamspec.build.Target;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares what is kept with what is generated now. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Tells whether codecs, pages and exports that are kept, for example under version control, are exactly what"
                    + " the documents generate now. Writes nothing.",
            "Each file that is changed, missing or left over is named; what differs follows on standard output, and the"
                    + " command that mends it."
        },
        footer = {"", "Example: streamspec check spec/frames.pandoc --java src/generated --package com.example"})
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TargetOptions options = new TargetOptions();

    @Mixin
    private DiagnosticOptions diagnostics = new DiagnosticOptions();

    @Override
    public Integer call() throws Exception {
        List<Target> targets = options.targets(spec);
        if (targets.isEmpty()) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "nothing to check: name --java, --html or --export");
        }
        Check.Result result = new Check(options.documents(), options.supplements()).of(targets);
        diagnostics.print(result.diagnostics(), spec);
        PrintWriter out = spec.commandLine().getOut();
        out.print(result.differences());
        for (Target target : result.drifted()) {
            out.println("to mend " + target.place() + ": " + options.command(target));
        }
        return exitCode(result.diagnostics());
    }

    private static int exitCode(List<Diagnostic> diagnostics) {
        if (Outcomes.isFileFault(diagnostics)) {
            return ExitCode.USAGE;
        }
        boolean sound = diagnostics.stream().noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
        return sound ? 0 : ExitCode.FAULTY_INPUT;
    }
}
