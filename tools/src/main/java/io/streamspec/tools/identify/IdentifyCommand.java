package io.streamspec.tools.identify;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what files are. */
@Command(
        name = "identify",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what a file is, by its first octets: an xl save file, a libvirt save file, a suspend image of"
                    + " XenServer or XCP-ng, a libxl, libxc, xenstore or legacy stream, an HVM context; also through gzip,"
                    + " xz and zstd. And what its headers say: versions, byte order, the kind of guest, who saved it.",
        },
        footer = {
            "",
            "Example: streamspec identify /var/lib/xen/save/*",
            "Exit code 1: one of the files is nothing known; 2: one cannot be read."
        })
public final class IdentifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is standard input.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "A JSON object a line instead of text.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        return new Identify(spec.commandLine().getOut(), spec.commandLine().getErr(), json).run(files);
    }
}
