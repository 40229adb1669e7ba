package io.streamspec.tools.verify;

import io.streamspec.runtime.FormatException;
import io.streamspec.runtime.RecordInput;
import io.streamspec.tools.ExitCode;
import io.streamspec.tools.stream.DamagedException;
import io.streamspec.tools.stream.Format;
import io.streamspec.tools.stream.StreamSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.ClosedByInterruptException;

/** Verifies a stream: the specifications of all its levels, to its end or as far as it can be read. */
public final class Verify {

    private final PrintWriter out;
    private final PrintWriter err;
    private final VerifyOptions options;

    /** Tells {@code out} what is found, {@code err} how far it has come. */
    public Verify(PrintWriter out, PrintWriter err, VerifyOptions options) {
        this.out = out;
        this.err = err;
        this.options = options;
    }

    /** Verifies the stream of this name; the exit code of the process. */
    public int run(String name) throws IOException {
        try (Interruption interruption = Interruption.watch()) {
            try (StreamSource source = StreamSource.open(name)) {
                return run(source, interruption);
            } catch (ClosedByInterruptException e) {
                return ExitCode.INTERRUPTED; // before there was anything to tell
            }
        }
    }

    /** Verifies a stream; the exit code of the process. */
    public int run(StreamSource source) throws IOException {
        return run(source, Interruption.never());
    }

    private int run(StreamSource source, Interruption interruption) throws IOException {
        Summary summary = judge(source, report(source.name()), interruption);
        out.flush();
        if (summary.isInterrupted()) {
            return ExitCode.INTERRUPTED;
        }
        return summary.isSound() ? 0 : ExitCode.FAULTY_INPUT;
    }

    /** Verifies a stream and tells {@code report} what is found. */
    Summary judge(StreamSource source, Report report, Interruption interruption) throws IOException {
        Format format = source.requireFormat();
        Findings findings = new Findings(report, options.most());
        Checker checker = new Checker(options, findings, interruption);
        Progress progress = Progress.start(err, options.progress(), source.size(), checker.position());
        boolean isWhole;
        try {
            isWhole = walk(source, format, checker, interruption);
        } finally {
            progress.stop();
        }
        Summary summary = new Summary(
                format.title(),
                findings.tally(),
                checker.counts(),
                source.input().offset(),
                isWhole,
                interruption.isWanted());
        report.summary(summary);
        return summary;
    }

    private Report report(String name) {
        return options.json() ? new JsonReport(out, name) : new TextReport(out, name, options.docs());
    }

    /** Whether it came to the end. */
    private boolean walk(StreamSource source, Format format, Checker checker, Interruption interruption)
            throws IOException {
        try {
            source.walk(checker);
            if (!interruption.isWanted()) {
                lookBehind(source, checker);
            }
            return !interruption.isWanted();
        } catch (FormatException e) {
            return checker.stop(e);
        } catch (DamagedException e) {
            checker.damaged(source.input().offset(), source.packing(), StreamSource.withoutName(source.name(), e));
            return false;
        } catch (IOException e) {
            if (interruption.isWanted()) {
                return false;
            }
            throw e;
        }
    }

    private void lookBehind(StreamSource source, Checker checker) throws IOException {
        RecordInput input = source.input();
        if (options.trailing() == Trailing.IGNORE || (source.isSocket() ? !input.hasAtHand() : input.isAtEnd())) {
            return;
        }
        checker.behind(input.offset(), source.size() < 0 ? -1 : source.size() - input.offset());
    }
}
