package io.streamspec.tools.statistics;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.ExitCode;
import io.streamspec.tools.identify.Identify;
import io.streamspec.tools.stream.DamagedException;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.NewFile;
import io.streamspec.tools.stream.StreamSource;
import io.streamspec.tools.verify.Profile;
import io.streamspec.tools.verify.Showing;
import io.streamspec.tools.verify.Trailing;
import io.streamspec.tools.verify.Verify;
import io.streamspec.tools.verify.VerifyOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the numbers of a stream, as tables, as JSON or as a page. */
public final class StatisticsReport {

    private static final int FINDINGS = 5;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Options options;

    /**
     * What is to be told.
     *
     * @param text whether to print the numbers
     * @param json whether to print them as JSON
     * @param html the page to write; null for none
     * @param replaces whether a file in its place is replaced
     */
    public record Options(boolean text, boolean json, @Nullable Path html, boolean replaces) {}

    /** Tells {@code out} the numbers, {@code err} why a stream cannot be read further. */
    public StatisticsReport(PrintWriter out, PrintWriter err, Options options) {
        this.out = out;
        this.err = err;
        this.options = options;
    }

    /** Tells the numbers of the stream of this name; the exit code of the process. */
    public int run(String name) throws IOException {
        Path html = options.html();
        try (NewFile file = html == null ? null : NewFile.create(html, options.replaces());
                StreamSource source = StreamSource.open(name)) {
            Format format = source.requireFormat();
            Statistics statistics = new Statistics();
            String fault = walk(source, statistics);
            long octets = source.input().offset();
            if (file != null) {
                String page = page(name, format, statistics, octets, fault);
                try {
                    write(file, page);
                } catch (IOException e) {
                    throw file.failed(e);
                }
            }
            if (options.text()) {
                print(statistics, octets, fault);
            }
            if (fault.isEmpty()) {
                return 0;
            }
            out.flush();
            err.println(name + ": " + fault);
            return ExitCode.FAULTY_INPUT;
        }
    }

    /** Why it cannot be read further; empty if it has come to its end. */
    private static String walk(StreamSource source, Statistics statistics) throws IOException {
        try {
            source.walk(statistics);
            return "";
        } catch (FormatException fault) {
            return String.valueOf(fault.getMessage());
        } catch (DamagedException damage) { // of a packed file
            return StreamSource.withoutName(source.name(), damage);
        }
    }

    private void print(Statistics statistics, long octets, String fault) throws IOException {
        if (options.json()) {
            out.println(StatisticsJson.of(statistics, octets, fault));
        } else {
            new TextTables(out).print(Facts.of(statistics, octets));
        }
        out.flush();
    }

    /** What other commands say is read from the stream again, which a pipe cannot be. */
    private static String page(String name, Format format, Statistics statistics, long octets, String fault)
            throws IOException {
        boolean isRepeatable = StreamSource.isRepeatable(name);
        String identity = isRepeatable ? identity(name) : format.title();
        List<String> findings =
                isRepeatable ? findings(name) : List.of("Not looked at: the stream can be read only once.");
        return HtmlPage.of(title(name), statistics, octets, identity, findings, fault);
    }

    private static String title(String name) {
        Path last = StreamSource.isRepeatable(name) ? Path.of(name).getFileName() : null;
        return last == null ? name : last.toString();
    }

    private static String identity(String name) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        new Identify(lines, lines, false).run(List.of(name));
        lines.flush();
        return bare(name, text.toString().strip());
    }

    private static List<String> findings(String name) throws IOException {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        VerifyOptions options = new VerifyOptions(Profile.RECEIVER, Trailing.WARN, false, FINDINGS, "", Showing.NEVER);
        new Verify(lines, nowhere, options).run(name);
        lines.flush();
        return text.toString()
                .lines()
                .takeWhile(line -> !line.startsWith(" "))
                .map(line -> bare(name, line))
                .toList();
    }

    /** Without the name of the stream, which the page has as its title. */
    private static String bare(String name, String line) {
        return line.startsWith(name + ":") ? line.substring(name.length() + 1).strip() : line;
    }

    private static void write(NewFile file, String page) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(page.getBytes(StandardCharsets.UTF_8));
        while (octets.hasRemaining()) {
            file.channel().write(octets);
        }
        file.publish();
    }
}
