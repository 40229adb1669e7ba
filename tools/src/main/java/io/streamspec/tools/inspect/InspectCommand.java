package io.streamspec.tools.inspect;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.RecordInput;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.tools.ExitCode;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a stream is made of. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the headers and records of a libxc or libxl migration stream, one a line: offset, type, length of the"
                    + " body, decoded fields. Records of the libxc stream inside of a libxl stream are marked libxc/."
                    + " What the stream breaks of its specification goes to standard error: faults, for which a reader"
                    + " may refuse it, and remarks."
        },
        footer = {
            "",
            "Example: streamspec inspect guest.save",
            "         streamspec inspect --json guest.save | jq .type",
            "What stands in brackets behind a fault are the specification and the id of its rule, which the published page"
                    + " has as the anchor rule.ID."
        })
public final class InspectCommand implements Callable<Integer> {

    private static final int MOST_REMARKS = 100;
    private static final long LIBXC_MARKER = -1L;
    private static final long LIBXL_IDENT = 0x4C69_6278_6C46_6D74L;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The stream; - is standard input.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "A JSON object a line instead of text.")
    private boolean json;

    @Option(
            names = "--docs",
            paramLabel = "BASE",
            description =
                    "Where the specifications are published, a folder or an address: adds a link to the rule to each"
                            + " fault and remark.")
    private String docs = "";

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, not a stream");
        }
        RecordPrinter printer = json
                ? new JsonLines(spec.commandLine().getOut())
                : new TextLines(spec.commandLine().getOut());
        Validation validation = Validation.strict().limit(MOST_REMARKS);
        try {
            int exitCode = inspect(printer, validation);
            return Math.max(exitCode, remark(validation));
        } catch (FormatException fault) {
            remark(validation);
            spec.commandLine().getErr().println(file + ": " + fault.getMessage());
            return ExitCode.FAULTY_INPUT;
        }
    }

    /** Tells what the stream breaks of its specification; whether a reader may refuse it for that. */
    private int remark(Validation validation) {
        spec.commandLine().getOut().flush();
        boolean isFaulty = false;
        for (Violation violation : validation.violations()) {
            isFaulty |= violation.must();
            String weight = violation.must() ? ": fault: " : ": remark: ";
            spec.commandLine().getErr().println(file + weight + violation + link(violation));
        }
        if (validation.isFull()) {
            spec.commandLine().getErr().println(file + ": " + validation.count() + " faults and remarks in all");
        }
        return isFaulty ? ExitCode.FAULTY_INPUT : 0;
    }

    private String link(Violation violation) {
        return docs.isEmpty() ? "" : " " + docs + (docs.endsWith("/") ? "" : "/") + violation.reference();
    }

    private int inspect(RecordPrinter printer, Validation validation) throws IOException {
        try (RecordInput input = open()) {
            long first = firstOctets(input);
            if (first == LIBXC_MARKER) {
                StreamWalk.libxc(input, printer, validation);
                return 0;
            } else if (first == LIBXL_IDENT) {
                StreamWalk.libxl(input, printer, validation);
                return 0;
            }
        }
        spec.commandLine()
                .getErr()
                .printf(
                        "%s: octet 0: this is neither a libxc stream, which begins with ffffffffffffffff, nor a libxl stream, "
                                + "which begins with 4c6962786c466d74%n",
                        file);
        return ExitCode.FAULTY_INPUT;
    }

    private RecordInput open() throws IOException {
        return file.toString().equals("-")
                ? RecordInput.from(new FileInputStream(FileDescriptor.in).getChannel())
                : RecordInput.open(file);
    }

    private static long firstOctets(RecordInput input) throws IOException {
        try {
            return input.peek("marker", Long.BYTES, ByteOrder.BIG_ENDIAN).getLong(0);
        } catch (FormatException e) {
            return 0; // too short for either
        }
    }
}
