package io.streamspec.tools;

import io.streamspec.build.Version;
import io.streamspec.tools.inspect.InspectCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code streamspec}. */
@Command(
        name = "streamspec",
        mixinStandardHelpOptions = true,
        versionProvider = Streamspec.VersionText.class,
        description = "Codecs and documentation from the document that specifies a binary stream.",
        subcommands = {
            GenerateCommand.class,
            DocsCommand.class,
            LintCommand.class,
            FormatCommand.class,
            DiffCommand.class,
            ExportCommand.class,
            InspectCommand.class
        },
        footer = {
            "",
            "Each command explains itself: streamspec generate --help",
            "",
            "Exit codes: 0 all is well; 1 the document or stream is at fault; 2 the command line is, or a file"
                    + " cannot be read or written; diff has more, and tells them."
        })
public final class Streamspec implements Runnable {

    /** The input is at fault. */
    public static final int FAULTY_INPUT = 1;

    /** The command line is at fault, or a file cannot be read or written. */
    public static final int USAGE = 2;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = run(out, err, arguments);
        out.flush();
        System.exit(out.checkError() ? USAGE : exitCode);
    }

    /** Runs the command; its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Streamspec())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((problem, command, result) -> {
                    err.println("streamspec: " + Problems.text(problem));
                    return problem instanceof java.io.IOException || problem instanceof IllegalArgumentException
                            ? USAGE
                            : CommandLine.ExitCode.SOFTWARE + USAGE;
                })
                .execute(arguments);
    }

    /** A command is missing. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    static final class VersionText implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"streamspec " + Version.value()};
        }
    }
}
