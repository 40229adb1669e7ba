package io.streamspec.tools;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Keeps commands from writing over what they read, which {@code --force} is not meant for. */
final class OwnInput {

    private static final Set<String> OUTPUTS = Set.of("--out", "--html", "--report");

    private OwnInput() {}

    /**
     * Refuses a command whose output is one of the files that it is given, or a link to it.
     *
     * @throws CommandLine.ExecutionException which says so
     */
    static void keep(ParseResult result) {
        ParseResult command = result.hasSubcommand() ? result.subcommand() : result;
        for (OptionSpec option : command.matchedOptions()) {
            if (OUTPUTS.contains(option.longestName())) {
                option.originalStringValues().forEach(output -> requireOther(output, option, command));
            }
        }
    }

    private static void requireOther(String output, OptionSpec option, ParseResult command) {
        boolean isRead = command.matchedArgs().stream()
                .filter(other -> !(other instanceof OptionSpec one && OUTPUTS.contains(one.longestName())))
                .map(ArgSpec::originalStringValues)
                .anyMatch(values -> values.stream().anyMatch(value -> isSame(value, output)));
        if (isRead) {
            boolean hasInPlace = command.commandSpec().findOption("--in-place") != null;
            String remedy = hasInPlace ? "; --in-place changes it" : "; name another file";
            FileSystemException problem =
                    new FileSystemException(output, null, option.longestName() + " is what is read" + remedy);
            CommandLine commandLine = command.commandSpec().commandLine();
            throw new CommandLine.ExecutionException(commandLine, String.valueOf(problem.getMessage()), problem);
        }
    }

    /** Whether both are the same file; {@code -} is what standard input comes from. */
    private static boolean isSame(String input, String output) {
        try {
            Path read = Path.of(input.equals("-") ? "/dev/stdin" : input);
            Path written = Path.of(output);
            return Files.isRegularFile(written) && Files.exists(read) && Files.isSameFile(read, written);
        } catch (InvalidPathException | IOException e) {
            return false; // whoever opens it says why
        }
    }
}
