package io.streamspec.tools;

import io.streamspec.tools.identify.Identify;
import io.streamspec.tools.verify.Verify;
import io.streamspec.tools.verify.VerifyOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Commands about streams that are given files and no options. They do not need the library that reads command lines, which
 * takes longer to start than a small stream takes to be read.
 */
final class PlainCommands {

    private PlainCommands() {}

    /** Whether this is such a command. */
    static boolean isOne(String... arguments) {
        if (arguments.length < 2 || !isCommand(arguments[0], arguments.length - 1)) {
            return false;
        }
        for (String argument : arguments) {
            if (argument.isEmpty() || argument.startsWith("@") || argument.startsWith("-") && argument.length() > 1) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCommand(String name, int files) {
        return name.equals("identify") || name.equals("verify") && files == 1;
    }

    /** Runs it; its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        List<String> files = Arrays.asList(arguments).subList(1, arguments.length);
        try {
            return arguments[0].equals("identify")
                    ? new Identify(out, err, false).run(files)
                    : new Verify(out, err, VerifyOptions.USUAL).run(files.get(0));
        } catch (IOException | RuntimeException e) {
            err.println("streamspec: " + Problems.text(e));
            return Problems.exitCode(e);
        }
    }
}
