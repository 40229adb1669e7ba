package io.streamspec.tools.compare;

import io.streamspec.tools.memory.MemoryOptions;
import io.streamspec.tools.memory.MemorySize;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares two streams. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Compares two streams by what they say, wherever it stands in them: headers, records field by field, parameters,"
                    + " leaves, registers and keys by their names, and the pages of memory by their last contents. Tells a"
                    + " value that differs a line, as it is in A | in B.",
        },
        footer = {
            "",
            "Example: streamspec compare before.save after.save",
            "Exit codes: 0 they say the same; 1 they differ; 2 one of them cannot be read."
        })
public final class CompareCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "A", description = "A stream as verify takes it: a file, -, a socket.")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "The stream to compare it with.")
    private String b = "";

    @Option(names = "--json", description = "A JSON object instead of text.")
    private boolean json;

    @Option(
            names = "--pages",
            paramLabel = "N",
            description = "How many ranges of pages to tell of those changed, added and removed, or all. Unless said:"
                    + " ${DEFAULT-VALUE}.")
    private String pages = "10";

    @Option(
            names = "--most-memory",
            paramLabel = "SIZE",
            converter = MemorySize.class,
            description = "Refuse pages beyond this address, in octets or with K, M, G, T or P. Unless said: 4T.")
    private long mostMemory = MemoryOptions.USUAL_MEMORY;

    @Override
    public Integer call() throws IOException {
        if (a.equals("-") && b.equals("-")) {
            throw new ParameterException(spec.commandLine(), "only one stream can come through standard input");
        }
        return new Compare(spec.commandLine().getOut(), spec.commandLine().getErr(), json, mostRanges(), mostMemory)
                .run(a, b);
    }

    private long mostRanges() {
        try {
            long most = pages.equals(ALL) ? Long.MAX_VALUE : Long.parseLong(pages);
            if (most >= 0) {
                return most;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new ParameterException(spec.commandLine(), "--pages: '" + pages + "' is neither a number nor all");
    }
}
