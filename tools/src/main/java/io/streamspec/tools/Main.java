package io.streamspec.tools;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where the process begins. */
public final class Main {

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        StandardOutput output = new StandardOutput();
        System.setOut(new PrintStream(output, false)); // for what is no text
        PrintWriter out = new PrintWriter(output, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = PlainCommands.isOne(arguments)
                ? PlainCommands.run(out, err, arguments)
                : Streamspec.run(out, err, arguments);
        out.flush();
        err.flush(); // what was printed without the end of a line
        if (!output.problem().isEmpty()) {
            err.println("streamspec: " + output.problem());
        }
        System.exit(output.hasFailed() ? ExitCode.USAGE : exitCode);
    }
}
