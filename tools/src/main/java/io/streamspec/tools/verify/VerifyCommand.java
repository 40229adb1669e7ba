package io.streamspec.tools.verify;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a stream. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Holds a stream against its specifications, and those of all streams inside of it. Tells a finding a line:"
                    + " file, offset, weight, where, what was found, what would be right, and in brackets the"
                    + " specification, the section and the rule. Goes on where it can, and ends with a table of records.",
        },
        footer = {
            "",
            "Example: streamspec verify guest.save",
            "         zstd -dc guest.save.zst | streamspec verify --profile xen -",
            "Exit codes: 0 nothing speaks against it; 1 it is to be refused; 2 it cannot be read; 130 stopped by the user,"
                    + " with a report of what was read."
        })
public final class VerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "STREAM",
            description = "A file, also packed by gzip, xz or zstd; - for standard input; tcp:HOST:PORT or unix:PATH to"
                    + " connect to, tcp-listen:[ADDRESS:]PORT or unix-listen:PATH to wait for a sender.")
    private String stream = "";

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description =
                    "receiver: what a restorer must accept and refuse; strict: a producer's duties; xen: what Xen's"
                            + " own restorer does. Unless said: ${DEFAULT-VALUE}.")
    private Profile profile = VerifyOptions.USUAL.profile();

    @Option(
            names = "--trailing",
            paramLabel = "WHAT",
            description =
                    "What octets behind the last record are: error, warn or ignore. Unless said: ${DEFAULT-VALUE}.")
    private Trailing trailing = VerifyOptions.USUAL.trailing();

    @Option(names = "--json", description = "A JSON object a line instead of text.")
    private boolean json;

    @Option(
            names = "--most",
            paramLabel = "N",
            description = "Tell so many findings and count the rest. Unless said: ${DEFAULT-VALUE}.")
    private long most = VerifyOptions.USUAL.most();

    @Option(
            names = "--docs",
            paramLabel = "BASE",
            description = "Where the specifications are published: adds the link to its rule to each finding.")
    private String docs = "";

    @Option(
            names = "--progress",
            paramLabel = "WHEN",
            description = "Whether to show how far it has come: auto (on a terminal), always or never.")
    private Showing progress = VerifyOptions.USUAL.progress();

    @Override
    public Integer call() throws IOException {
        if (most < 0) {
            throw new ParameterException(spec.commandLine(), "--most is a number of findings: 0 or more, not " + most);
        }
        String base = docs.isEmpty() || docs.endsWith("/") ? docs : docs + "/";
        VerifyOptions options = new VerifyOptions(profile, trailing, json, most, base, progress);
        return new Verify(spec.commandLine().getOut(), spec.commandLine().getErr(), options).run(stream);
    }
}
