package io.streamspec.tools.edit;

import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.StreamSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts what belongs around a stream around it. */
@Command(
        name = "join",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a libxc stream into a libxl stream, a libxl stream into an xl save file, and makes version 3 of a libxc"
                    + " stream of version 2; all at once, if asked. Memory is copied without a look at it. Octets behind the"
                    + " last record are left out.",
            "The result is verified, and appears when it is whole and has no more errors than the stream had."
        },
        footer = {
            "",
            "Example: streamspec join guest.libxc --libxl --device-model qemu.state --xl --config guest.json --out guest.save",
            "         streamspec join old.save --to-v3 --out new.save"
        })
public final class JoinCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "STREAM", description = "A file that is not packed.")
    private String stream = "";

    @Option(names = "--libxl", description = "Puts a libxl stream around a libxc stream.")
    private boolean libxl;

    @Option(
            names = "--device-model",
            paramLabel = "FILE",
            description = "The device model's state, for the record EMULATOR_CONTEXT. Needs --libxl.")
    private @Nullable Path deviceModel;

    @Option(
            names = "--xenstore",
            paramLabel = "FILE",
            description = "The device model's pairs of key and value, each ended by a zero octet, for the record"
                    + " EMULATOR_XENSTORE_DATA. Needs --libxl.")
    private @Nullable Path xenstore;

    @Option(
            names = "--emulator",
            paramLabel = "N",
            description = "Which device model that is: 2, upstream's qemu, unless said.")
    private long emulator = 2;

    @Option(names = "--xl", description = "Puts the header of an xl save file before a libxl stream.")
    private boolean xl;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The domain's configuration, as JSON or as xl.cfg. Needs --xl.")
    private @Nullable Path config;

    @Option(names = "--to-v3", description = "Makes version 3 of a libxc stream of version 2, also inside of others.")
    private boolean upgrade;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the result goes.")
    private Path out = Path.of("");

    @Option(names = "--force", description = "Replaces that file.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        requireSense();
        Rewrite rewrite = new Rewrite(stream, out, force);
        requireFit();
        rewrite.run(to -> {
            if (xl) {
                new XlWrapper(to).begin(config);
            }
            LibxlWrapper wrapper = new LibxlWrapper(to, emulator);
            if (libxl) {
                wrapper.begin(isBig());
            }
            Joiner joiner = new Joiner(to, upgrade);
            rewrite.walk(joiner);
            joiner.requireJoined(libxl);
            if (libxl) {
                wrapper.end(xenstore, deviceModel);
            }
        });
        return 0;
    }

    private void requireSense() {
        if (!libxl && !xl && !upgrade) {
            throw usage("nothing to do: name --libxl, --xl or --to-v3");
        } else if (!libxl && (deviceModel != null || xenstore != null)) {
            throw usage("a device model has its place in a libxl stream: --libxl makes one");
        } else if (!xl && config != null) {
            throw usage("a configuration has its place in an xl save file: --xl makes one");
        }
    }

    private CommandLine.ParameterException usage(String problem) {
        return new CommandLine.ParameterException(spec.commandLine(), problem);
    }

    private void requireFit() throws IOException {
        Format format;
        try (StreamSource source = StreamSource.open(stream)) {
            format = source.requireFormat();
        }
        String title = stream + ": it is of another kind, " + format.title();
        if (libxl && format != Format.LIBXC) {
            throw new IllegalArgumentException(
                    title + "; a libxc stream goes into a libxl stream, which split --unwrap makes");
        } else if (xl && !libxl && format != Format.LIBXL) {
            throw new IllegalArgumentException(title + "; a libxl stream goes into an xl save file"
                    + (format == Format.LIBXC ? ": add --libxl" : ""));
        }
    }

    private boolean isBig() throws IOException {
        try (StreamSource source = StreamSource.open(stream)) {
            return LibxlWrapper.isBig(source.input());
        }
    }
}
