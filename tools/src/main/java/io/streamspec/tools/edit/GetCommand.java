package io.streamspec.tools.edit;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.ExitCode;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.NewFile;
import io.streamspec.tools.stream.StreamSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads single fields. */
@Command(
        name = "get",
        mixinStandardHelpOptions = true,
        description = {
            "Prints single fields of a stream. A path is STREAM/RECORD.FIELD, with the names that inspect --hex shows:"
                    + " the stream (xl, libvirt, suspend, libxl, libxc, hvm, xenstore), the header or record in it, the field.",
            "RECORD[N] is the record N of its kind, counted from 0; in an HVM context that of processor or instance N, which"
                    + " is 0 unless said. HVM_PARAMS[N] is the value of a parameter, by number or name. Of several the last"
                    + " is meant, as of the rounds of a checkpointed stream, unless a round is named: libxl#1/libxc/..."
        },
        footer = {
            "",
            "Example: streamspec get guest.save libxc/X86_TSC_INFO.khz hvm/CPU[1].cr3 libxc/HVM_PARAMS[CONSOLE_PFN]",
            "         streamspec get guest.save --config | jq .c_info.name",
            "         streamspec get guest.save --device-model --out qemu.state"
        })
public final class GetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            paramLabel = "STREAM",
            description =
                    "A file, also packed by gzip, xz or zstd; - for standard input; or a socket, as verify has them.")
    private String stream = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "PATH", description = "Fields.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--all", description = "Each field that is meant, and not the last alone.")
    private boolean all;

    @Option(names = "--raw", description = "The field's octets as they stand in the stream.")
    private boolean raw;

    @Option(
            names = "--config",
            description = "What the toolstack knows of the domain: xl's configuration, libvirt's XML, xenopsd's"
                    + " S-expression. As it stands, but for the zero octet at its end.")
    private boolean config;

    @Option(names = "--device-model", description = "The state of the device model, as it stands.")
    private boolean deviceModel;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes octets into a file, which must not be there yet.")
    private @Nullable Path out;

    @Option(names = "--force", description = "Replaces that file.")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        try (StreamSource source = StreamSource.open(stream)) {
            Format format = source.requireFormat();
            if (config) {
                paths.add(Shortcuts.config(format));
            }
            if (deviceModel) {
                paths.add(Shortcuts.deviceModel(format));
            }
            boolean isRaw = raw || config || deviceModel || out != null;
            if (paths.isEmpty() || isRaw && (paths.size() > 1 || all)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        paths.isEmpty() ? "a path is missing" : "octets are those of one field alone");
            }
            List<Search> searches = paths.stream()
                    .map(path -> new Search(FieldPath.of(path), all))
                    .toList();
            int exitCode = walk(source, format, searches, isRaw);
            if (exitCode == 0) {
                requireAll(searches);
            }
            return exitCode;
        }
    }

    private int walk(StreamSource source, Format format, List<Search> searches, boolean isRaw) throws IOException {
        int exitCode = 0;
        try {
            source.walk(new FieldFinder(searches, all ? this::print : search -> {}));
        } catch (FormatException e) {
            spec.commandLine().getErr().println(stream + ": " + e.getMessage());
            exitCode = ExitCode.FAULTY_INPUT;
            if (out != null) {
                return exitCode; // what would be last in a whole stream is not known
            }
        }
        for (Search search : searches) {
            if (isRaw) {
                write(search);
            } else {
                print(search);
            }
        }
        return exitCode;
    }

    private void print(Search search) {
        for (Place place : search.take()) {
            String path = paths.size() > 1 || all ? place.path() + " = " : "";
            spec.commandLine().getOut().println(path + Values.shown(place));
        }
    }

    private void requireAll(List<Search> searches) {
        for (Search search : searches) {
            if (!search.hasFound()) {
                boolean isShortcut = config || deviceModel;
                String what = config ? "there is no configuration in it" : "there is no device model in it";
                throw new IllegalArgumentException(
                        stream + ": " + (isShortcut ? what : search.path() + ": " + search.missing()));
            }
        }
    }

    private ByteBuffer octets(Place place) {
        if (place.bits().isPresent()) {
            throw new IllegalArgumentException(place.path() + ": these are bits, and no octets");
        }
        ByteBuffer octets = ByteBuffer.wrap(place.octets());
        int last = octets.limit() - 1;
        if (config && last >= 0 && octets.get(last) == 0) {
            octets.limit(last);
        }
        return octets;
    }

    private void write(Search search) throws IOException {
        for (Place place : search.take()) {
            ByteBuffer octets = octets(place);
            if (out == null) {
                spec.commandLine().getOut().flush();
                System.out.write(octets.array(), 0, octets.limit());
                System.out.flush();
            } else {
                write(octets, out);
            }
        }
    }

    private void write(ByteBuffer octets, Path path) throws IOException {
        try (NewFile file = NewFile.create(path, force)) {
            write(octets, file);
            file.publish();
        }
    }

    private static void write(ByteBuffer octets, NewFile file) throws IOException {
        try {
            while (octets.hasRemaining()) {
                file.channel().write(octets);
            }
        } catch (IOException e) {
            throw file.failed(e);
        }
    }
}
