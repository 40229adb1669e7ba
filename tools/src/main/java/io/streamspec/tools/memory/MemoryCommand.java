package io.streamspec.tools.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a guest's memory out of a stream. */
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description = {
            "Takes a guest's memory out of a save file or stream: as a raw image with holes, as an ELF core of physical"
                    + " memory, or as a LiME dump. Of each page, the last contents count; of a checkpointed stream, the"
                    + " last checkpoint that is complete. The file appears when it is whole, readable by its owner alone.",
        },
        footer = {
            "",
            "Example: streamspec memory guest.save --out guest.core --as elf",
            "         streamspec memory guest.save --page 0x1000",
            "A pipe is first kept in a file beside the one to be written, or in the folder for temporary files.",
            "Exit codes: 0 all is well, perhaps with a note; 1 the stream is at fault or has no such page; 2 a file cannot"
                    + " be read or written. Unless it is 0, nothing has been written."
        })
public final class MemoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "STREAM", description = "A stream as verify takes it: a file, -, the address of a socket.")
    private String stream = "";

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write.")
    private @Nullable Path out;

    @Option(names = "--as", paramLabel = "FORMAT", description = "raw, elf or lime. Unless said: ${DEFAULT-VALUE}.")
    private ImageFormat format = ImageFormat.RAW;

    @Option(
            names = "--page",
            paramLabel = "PFN",
            description = "The page of this number alone, decimal or with 0x; shown unless there is --out.")
    private @Nullable String page;

    @Option(
            names = "--page-tables",
            paramLabel = "FORM",
            description =
                    "Of a PV guest: canonical, as they are in the stream; translated, without entries that lead to"
                            + " pages that are not there. Unless said: ${DEFAULT-VALUE}.")
    private TableForm tables = TableForm.CANONICAL;

    @Option(
            names = "--most-memory",
            paramLabel = "SIZE",
            converter = MemorySize.class,
            description = "Refuse pages beyond this address, in octets or with K, M, G, T or P. Unless said: 4T.")
    private long mostMemory = MemoryOptions.USUAL_MEMORY;

    @Option(names = "--partial", description = "Take what there is of a stream that breaks off too early.")
    private boolean isPartial;

    @Option(names = "--force", description = "Replace the file if it is there already.")
    private boolean replaces;

    @Override
    public Integer call() throws IOException {
        if (out == null && page == null) {
            throw usage("--out is missing, or --page");
        }
        if (page != null && format != ImageFormat.RAW) {
            throw usage("--page writes a page as it is, without --as");
        }
        long pfn = page == null ? -1 : number(page);
        MemoryOptions options = new MemoryOptions(out, pfn, format, tables, mostMemory, isPartial, replaces);
        return new Memory(spec.commandLine().getOut(), spec.commandLine().getErr(), options).run(stream);
    }

    private long number(String text) {
        try {
            long value = text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
            if (value >= 0 && value < 1L << 52) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw usage("--page: '" + text + "' is no page number, decimal or with 0x, below 2^52");
    }

    private ParameterException usage(String problem) {
        return new ParameterException(spec.commandLine(), problem);
    }
}
