package io.streamspec.tools;

import io.streamspec.build.Formatting;
import io.streamspec.format.Sketches;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings documents into canonical form, and draws diagrams. */
@Command(
        name = "format",
        mixinStandardHelpOptions = true,
        description = {
            "Draws the diagrams and rules the tables of specifications anew, and leaves all else as it stands.",
            "What a document says is the same before and after; if that cannot be, the document stays as it is."
        },
        footer = {
            "",
            "Examples: streamspec format spec/frames.pandoc",
            "          streamspec format --check spec/*.pandoc",
            "          streamspec format --draw 'type:4 length:4 body:length padding:0..7'",
            "",
            "A sketch has each field with its octets: type:4, with a symbol: count(C):4, a constant: version:2=0x0001, what"
                    + " it means: khz:4 \"in kHz\". reserved:4 and padding:0..7 are drawn as such. Behind the colon, the name of an"
                    + " earlier field says that it holds the number of octets, and * means all that are left. Arrays are"
                    + " item[8]:2, item[C]:8, item[*]:4 and, with members, item[C]{time:8 height:4}."
        })
final class FormatCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Work work = new Work();

    /** Either documents or a sketch. */
    static final class Work {
        @ArgGroup(exclusive = false)
        private @Nullable Documents documents;

        @ArgGroup(exclusive = false)
        private @Nullable Drawing drawing;
    }

    /** What to format. */
    static final class Documents {
        @Parameters(
                arity = "1..*",
                paramLabel = "SPEC",
                description = "The documents; - is standard input, whose canonical form goes to standard output.")
        private List<Path> files = new ArrayList<>();

        @Option(
                names = "--check",
                description =
                        "Write nothing; print what would change as a unified diff, and end with 1 if anything would.")
        private boolean check;

        @Option(
                names = "--supplement",
                paramLabel = "FILE",
                description = "Layout rules for the document of the same file name; may be given several times.")
        private List<Path> supplements = new ArrayList<>();
    }

    /** What to draw. */
    static final class Drawing {
        @Option(names = "--draw", required = true, paramLabel = "SKETCH", description = "Draw this structure.")
        private String sketch = "";

        @Option(names = "--table", description = "Also a table of its fields, with room for what they mean.")
        private boolean table;

        @Option(
                names = "--octets",
                paramLabel = "N",
                description = "The octets of a row; without it, 8, or fewer if only so the fields fit.")
        private @Nullable Integer octets;
    }

    @Mixin
    private DiagnosticOptions reporting = new DiagnosticOptions();

    @Override
    public Integer call() throws IOException {
        if (work.drawing != null) {
            return draw(work.drawing);
        }
        Documents documents = java.util.Objects.requireNonNull(work.documents);
        if (documents.files.contains(STANDARD_INPUT)) {
            if (documents.files.size() > 1) {
                throw new ParameterException(spec.commandLine(), "standard input is formatted alone");
            }
            return filter(documents);
        }
        return format(Formatting.of(documents.files, documents.supplements), documents.check);
    }

    private int draw(Drawing drawing) throws IOException {
        if (drawing.octets != null && (drawing.octets < 2 || drawing.octets > 64)) {
            throw new ParameterException(spec.commandLine(), "a row has 2 to 64 octets");
        }
        Diagnostics diagnostics = new Diagnostics();
        OptionalInt octets = drawing.octets == null ? OptionalInt.empty() : OptionalInt.of(drawing.octets);
        String drawn = Sketches.draw(SourceText.of("--draw", drawing.sketch), octets, drawing.table, diagnostics)
                .orElse("");
        reporting.print(diagnostics.sorted(), spec);
        out().print(drawn);
        return diagnostics.hasErrors() ? ExitCode.USAGE : 0;
    }

    private int filter(Documents documents) throws IOException {
        Formatting formatting = Formatting.of(STANDARD_INPUT.toString(), System.in, documents.supplements);
        if (documents.check || formatting.failed()) {
            return format(formatting, documents.check);
        }
        reporting.print(formatting.diagnostics(), spec);
        formatting.formatted().values().forEach(document -> out().print(document.text()));
        return 0;
    }

    private int format(Formatting formatting, boolean check) throws IOException {
        List<Diagnostic> diagnostics = formatting.diagnostics();
        reporting.print(diagnostics, spec);
        if (formatting.failed()) {
            return Outcomes.isFileFault(diagnostics) ? ExitCode.USAGE : ExitCode.FAULTY_INPUT;
        }
        List<Path> changed = formatting.changed();
        if (check) {
            out().print(formatting.diff());
            changed.forEach(document -> spec.commandLine()
                    .getErr()
                    .println(document + ": not in canonical form; mend it with: streamspec format " + document));
            return changed.isEmpty() ? 0 : ExitCode.FAULTY_INPUT;
        }
        formatting.write();
        changed.forEach(document -> out().println(document + ": formatted"));
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
