package io.streamspec.tools.edit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes parts out of a stream. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a smaller stream of a stream: without what is around the libxc stream, without memory, without optional"
                    + " records. What stays is copied octet for octet. Octets behind the last record are left out.",
            "The result is verified, and appears when it is whole and has no more errors than the stream had."
        },
        footer = {
            "",
            "Example: streamspec split guest.save --unwrap --out guest.libxc",
            "         streamspec split guest.save --strip-pages --keep 2 --out fixture.save"
        })
public final class SplitCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "STREAM", description = "A file that is not packed.")
    private String stream = "";

    @Option(names = "--unwrap", description = "Only the libxc stream, without the libxl stream and the file around it.")
    private boolean unwrap;

    @Option(
            names = "--strip-pages",
            description =
                    "Without the contents of the guest's memory: PAGE_DATA records are left out, but for the first pages"
                            + " that --keep asks for. The stream stays sound; a guest cannot be restored from it.")
    private boolean strip;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description =
                    "With --strip-pages: so many pages that have contents, the first of the stream, and what is said of"
                            + " others before the last of them. Unless said: ${DEFAULT-VALUE}.")
    private long keep;

    @Option(names = "--drop-optional", description = "Without the records that readers may skip.")
    private boolean dropOptional;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the result goes.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces that file.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (!unwrap && !strip && !dropOptional) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "nothing to do: name --unwrap, --strip-pages or --drop-optional");
        } else if (keep < 0) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--keep " + keep + ": pages are 0 or more");
        }
        Rewrite rewrite = new Rewrite(stream, out, force);
        rewrite.run(to -> {
            Splitter splitter = new Splitter(to, unwrap, dropOptional, strip ? new PageStripper(to, keep) : null);
            rewrite.walk(splitter);
            splitter.requireAny();
        });
        return 0;
    }
}
