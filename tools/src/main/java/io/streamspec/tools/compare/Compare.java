package io.streamspec.tools.compare;

import io.streamspec.runtime.FormatException;
import io.streamspec.tools.ExitCode;
import io.streamspec.tools.Problems;
import io.streamspec.tools.memory.PageHashes;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Compares two streams by what they say. */
public final class Compare {

    private static final int SAME = 0;
    private static final int DIFFERENT = 1;

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final long mostRanges;
    private final long mostMemory;

    /**
     * Tells {@code out} what differs, {@code err} what cannot be read.
     *
     * @param json whether to tell it as JSON
     * @param mostRanges how many ranges of pages are told of each kind
     * @param mostMemory the guests' addresses are below this
     */
    public Compare(PrintWriter out, PrintWriter err, boolean json, long mostRanges, long mostMemory) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.mostRanges = mostRanges;
        this.mostMemory = mostMemory;
    }

    /** Compares the streams of these names; the exit code of the process. */
    public int run(String a, String b) throws IOException {
        String current = a;
        Comparison comparison;
        try {
            Facts first = new Facts();
            PageHashes firstPages = PageHashes.read(a, mostMemory, new FactVisitor(first));
            current = b;
            Facts second = new Facts();
            PageHashes secondPages = PageHashes.read(b, mostMemory, new FactVisitor(second));
            PageDifferences pages = PageDifferences.of(firstPages, secondPages, mostRanges);
            boolean isOneEmpty = firstPages.isEmpty() || secondPages.isEmpty();
            boolean isComparable = isOneEmpty || firstPages.pageShift() == secondPages.pageShift();
            comparison = new Comparison(a, b, differences(first, second), pages, isComparable);
        } catch (FormatException | IOException e) {
            String text = Problems.text(e instanceof FormatException ? new IOException(e.getMessage()) : e);
            err.println("streamspec: " + (text.startsWith(current + ":") ? "" : current + ": ") + text);
            return ExitCode.USAGE;
        }
        if (json) {
            JsonReport.print(comparison, out);
        } else {
            TextReport.print(comparison, out);
        }
        out.flush();
        return comparison.isSame() ? SAME : DIFFERENT;
    }

    private static List<Difference> differences(Facts a, Facts b) {
        List<Difference> differences = new ArrayList<>();
        for (String record : Facts.union(a.records(), b.records())) {
            for (String field : Facts.union(a.fields(record), b.fields(record))) {
                Object first = a.get(record, field);
                Object second = b.get(record, field);
                if (first == null || !first.equals(second)) {
                    differences.add(Difference.of(record + "." + field, first, second));
                }
            }
        }
        return differences;
    }
}
