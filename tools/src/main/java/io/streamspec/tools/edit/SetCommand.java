package io.streamspec.tools.edit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes single fields. */
@Command(
        name = "set",
        mixinStandardHelpOptions = true,
        description = {
            "Changes single fields of a stream, which keeps its size. Paths are those of get; a value is a number (decimal, or"
                    + " 0x hexadecimal), the name of a value, text, or octets in hexadecimal, as many as there were.",
            "The result is verified, and appears when it is whole and has no more errors than the stream had."
        },
        footer = {
            "",
            "Example: streamspec set guest.save hvm/HPET.timer[0].config=0x38 --out mended.save",
            "         streamspec set guest.save libxc/X86_TSC_INFO.khz=2400000 --in-place"
        })
public final class SetCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "STREAM", description = "A file that is not packed.")
    private String stream = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PATH=VALUE",
            description = "Fields, and what they shall hold.")
    private List<String> changes = new ArrayList<>();

    @Option(names = "--all", description = "Each field that is meant, and not the last alone.")
    private boolean all;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the result goes.")
    private @Nullable Path out;

    @Option(names = "--in-place", description = "The result takes the place of the stream.")
    private boolean inPlace;

    @Option(
            names = "--force",
            description = "Takes values without a meaning, and replaces the file that the result goes to.")
    private boolean force;

    private final TreeMap<Long, byte[]> octets = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        if (inPlace == (out != null)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "either --out or --in-place is needed");
        }
        Rewrite rewrite = new Rewrite(stream, out == null ? Path.of(stream) : out, inPlace || force);
        find(rewrite);
        long size = Files.size(Path.of(stream));
        rewrite.run(to -> {
            long at = 0;
            for (Map.Entry<Long, byte[]> change : octets.entrySet()) {
                to.keep(at, change.getKey());
                to.put(ByteBuffer.wrap(change.getValue()));
                at = change.getKey() + change.getValue().length;
            }
            to.keep(at, size);
        });
        return 0;
    }

    private void find(Rewrite rewrite) throws IOException {
        Map<Search, String> values = new HashMap<>();
        List<Search> searches = new ArrayList<>();
        for (String change : changes) {
            int sign = change.indexOf('=');
            if (sign < 0) {
                throw new IllegalArgumentException(
                        "'" + change + "' is no change, such as libxc/X86_TSC_INFO.khz=2400000");
            }
            Search search = new Search(FieldPath.of(change.substring(0, sign)), all);
            searches.add(search);
            values.put(search, change.substring(sign + 1));
        }
        rewrite.walk(new FieldFinder(searches, all ? search -> take(search, values) : search -> {}));
        for (Search search : searches) {
            take(search, values);
            if (!search.hasFound()) {
                throw new IllegalArgumentException(stream + ": " + search.path() + ": " + search.missing());
            }
        }
    }

    private void take(Search search, Map<Search, String> values) {
        for (Place place : search.take()) {
            byte[] before = octets.get(place.offset());
            Place now = before == null ? place : place.with(before); // other bits of the same field
            octets.put(place.offset(), Values.octets(now, values.getOrDefault(search, ""), force));
        }
    }
}
