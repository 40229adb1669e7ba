package io.streamspec.tools.identify;

import io.streamspec.tools.ExitCode;
import io.streamspec.tools.stream.StreamSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;

/** Tells of files what they are, a line each. */
public final class Identify {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    /** Tells {@code out}, as text or as JSON; what is nothing known, as text, {@code err}. */
    public Identify(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    /** Tells of each; the exit code of the process. */
    public int run(List<String> names) throws IOException {
        int exitCode = 0;
        for (String name : names) {
            try (StreamSource source = StreamSource.open(name)) {
                Identification found = Identification.of(source);
                tell(name, found);
                if (!found.isKnown() || !found.problem().isEmpty()) {
                    exitCode = ExitCode.FAULTY_INPUT;
                }
            }
        }
        return exitCode;
    }

    private void tell(String name, Identification found) throws IOException {
        if (json) {
            out.println(IdentificationJson.of(name, found));
        } else {
            (found.isKnown() ? out : err).println(name + ": " + found);
        }
    }
}
