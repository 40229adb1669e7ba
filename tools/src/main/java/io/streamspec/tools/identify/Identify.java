package io.streamspec.tools.identify;

import io.streamspec.tools.ExitCode;
import io.streamspec.tools.Problems;
import io.streamspec.tools.stream.StreamSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;
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
            exitCode = Math.max(exitCode, run(name));
        }
        return exitCode;
    }

    /** One that cannot be read does not keep the others from being told. */
    private int run(String name) throws IOException {
        try (StreamSource source = StreamSource.open(name)) {
            Identification found = Identification.of(source);
            tell(name, found);
            return found.isKnown() && found.problem().isEmpty() ? 0 : ExitCode.FAULTY_INPUT;
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            String problem = Problems.text(e);
            if (json) {
                out.println(IdentificationJson.unread(name, problem));
            } else {
                out.flush(); // so that the lines stand in the order of the files
                err.println("streamspec: " + problem);
            }
            return Problems.exitCode(e);
        }
    }

    private void tell(String name, Identification found) throws IOException {
        if (json) {
            out.println(IdentificationJson.of(name, found));
        } else {
            (found.isKnown() ? out : err).println(name + ": " + found);
        }
    }
}
