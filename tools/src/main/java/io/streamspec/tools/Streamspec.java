package io.streamspec.tools;

import io.streamspec.build.Version;
import io.streamspec.tools.compare.CompareCommand;
import io.streamspec.tools.edit.GetCommand;
import io.streamspec.tools.edit.JoinCommand;
import io.streamspec.tools.edit.SetCommand;
import io.streamspec.tools.edit.SplitCommand;
import io.streamspec.tools.identify.IdentifyCommand;
import io.streamspec.tools.inspect.InspectCommand;
import io.streamspec.tools.memory.MemoryCommand;
import io.streamspec.tools.verify.VerifyCommand;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
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
        footer = {
            "",
            "Each command explains itself: streamspec generate --help",
            "",
            "Exit codes: 0 all is well; 1 the document or stream is at fault; 2 the command line is, or a file"
                    + " cannot be read or written; diff has more, and tells them."
        })
public final class Streamspec implements Runnable {

    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("generate", GenerateCommand.class);
        COMMANDS.put("docs", DocsCommand.class);
        COMMANDS.put("lint", LintCommand.class);
        COMMANDS.put("format", FormatCommand.class);
        COMMANDS.put("diff", DiffCommand.class);
        COMMANDS.put("export", ExportCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("watch", WatchCommand.class);
        COMMANDS.put("identify", IdentifyCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("inspect", InspectCommand.class);
        COMMANDS.put("memory", MemoryCommand.class);
        COMMANDS.put("compare", CompareCommand.class);
        COMMANDS.put("get", GetCommand.class);
        COMMANDS.put("set", SetCommand.class);
        COMMANDS.put("split", SplitCommand.class);
        COMMANDS.put("join", JoinCommand.class);
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command; its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(arguments)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((problem, command, result) -> {
                    err.println("streamspec: " + Problems.text(problem));
                    return Problems.exitCode(problem);
                })
                .setExecutionStrategy(result -> {
                    OwnInput.keep(result);
                    return new CommandLine.RunLast().execute(result);
                })
                .execute(arguments);
    }

    /** All commands, or the one that is called alone: to set up the others takes longer than most of them run. */
    private static CommandLine commandLine(String... arguments) {
        CommandLine commandLine = new CommandLine(new Streamspec());
        String called = arguments.length == 0 ? "" : arguments[0];
        COMMANDS.forEach((name, command) -> {
            if (name.equals(called) || !COMMANDS.containsKey(called)) {
                commandLine.addSubcommand(name, command);
            }
        });
        return commandLine;
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
