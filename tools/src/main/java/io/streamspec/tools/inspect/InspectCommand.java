package io.streamspec.tools.inspect;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.Validation;
import io.streamspec.runtime.Violation;
import io.streamspec.tools.ExitCode;
import io.streamspec.tools.statistics.StatisticsReport;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.stream.StreamVisitor;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a stream is made of. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the headers and records of a stream, one a line: offset, number, name, length of the body, decoded"
                    + " fields. What is inside of another stream is indented. What the stream breaks of its specification"
                    + " goes to standard error: faults, for which a reader may refuse it, and remarks."
        },
        footer = {
            "",
            "Example: streamspec inspect guest.save",
            "         streamspec inspect --json guest.save | jq .type",
            "         streamspec inspect --type X86_TSC_INFO --hex guest.save",
            "         streamspec inspect --stats guest.save",
            "         streamspec inspect --html guest.html guest.save",
            "What stands in brackets behind a fault are the specification and the id of its rule, which the published page"
                    + " has as the anchor rule.ID."
        })
public final class InspectCommand implements Callable<Integer> {

    private static final int MOST_REMARKS = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "STREAM",
            description =
                    "A file, also packed by gzip, xz or zstd; - for standard input; or a socket, as verify has them.")
    private String file = "";

    @Option(names = "--json", description = "A JSON object a line instead of text.")
    private boolean json;

    @Option(
            names = "--docs",
            paramLabel = "BASE",
            description =
                    "Where the specifications are published, a folder or an address: adds a link to the rule to each"
                            + " fault and remark.")
    private String docs = "";

    @Option(names = "--fields", description = "Each field, and each element of an array, on a line of its own.")
    private boolean fields;

    @Option(
            names = "--hex",
            description = "The octets of each field beside what they say, made of the specification itself.")
    private boolean hex;

    @Option(
            names = "--record",
            paramLabel = "N",
            split = ",",
            description = "Only records of this number in their stream, such as 17 or 17-20.")
    private List<String> records = List.of();

    @Option(names = "--type", paramLabel = "NAME", split = ",", description = "Only headers and records of this name.")
    private List<String> types = List.of();

    @Option(
            names = "--path",
            paramLabel = "PATH",
            split = ",",
            description = "Only what is in this stream, such as libxc, or libxl#2/libxc for the second checkpoint's.")
    private List<String> paths = List.of();

    @Option(
            names = "--elements",
            paramLabel = "N",
            description = "With --fields, so many elements of an array; with --hex, so many rows of a field."
                    + " Unless said: ${DEFAULT-VALUE}.")
    private int elements = 16;

    @Option(
            names = "--stats",
            description =
                    "Numbers instead: records by type, pages by type, contents sent again or all zero, passes over"
                            + " memory. With --json, one object.")
    private boolean stats;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Write these numbers to FILE, a page with charts: a timeline of the stream, a heat map of"
                    + " memory.")
    private @Nullable Path html;

    @Option(names = "--force", description = "Replace that file if it is there already.")
    private boolean replaces;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (stats || html != null) {
            requireAll();
            StatisticsReport.Options told = new StatisticsReport.Options(stats, json, html, replaces);
            return new StatisticsReport(out, spec.commandLine().getErr(), told).run(file);
        }
        Selection selection =
                new Selection(records.stream().map(Selection.Range::of).toList(), types, paths);
        try (StreamSource source = StreamSource.open(file)) {
            Format format = source.requireFormat();
            if (hex) {
                int exitCode = walk(source, format, new HexView(out, selection, elements));
                note(selection);
                return exitCode;
            }
            RecordPrinter printer =
                    json ? new JsonLines(out) : fields ? new TreeLines(out, elements) : new TextLines(out);
            Validation validation = Validation.strict().limit(MOST_REMARKS);
            List<FormatException> faults = new ArrayList<>();
            int exitCode = walk(source, format, new Inspection(printer, selection, validation, faults::add));
            note(selection);
            faults.forEach(fault -> spec.commandLine().getErr().println(file + ": " + fault.getMessage()));
            int worst = faults.isEmpty() ? exitCode : ExitCode.FAULTY_INPUT;
            return Math.max(worst, remark(validation));
        }
    }

    private void note(Selection selection) {
        spec.commandLine().getOut().flush();
        if (!selection.missed().isEmpty()) {
            spec.commandLine().getErr().println(file + ": note: " + selection.missed());
        }
    }

    /** The numbers are those of the whole stream. */
    private void requireAll() {
        boolean isPart = fields || hex || !records.isEmpty() || !types.isEmpty() || !paths.isEmpty();
        if (isPart || json && !stats) {
            String problem =
                    "--stats and --html tell of the whole stream, without --fields, --hex, --record, --type and"
                            + " --path; --json is for --stats";
            throw new ParameterException(spec.commandLine(), problem);
        }
    }

    private int walk(StreamSource source, Format format, StreamVisitor visitor) throws IOException {
        try {
            source.walk(visitor);
            return 0;
        } catch (FormatException fault) {
            spec.commandLine().getOut().flush();
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
}
