package io.streamspec.tools.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Counts what is found, and tells it as long as that is not too much. */
final class Findings {

    private final Report report;
    private final long most;
    private final long[] counts = new long[Severity.values().length];
    private @Nullable Finding latest;
    private long told;

    Findings(Report report, long most) {
        this.report = report;
        this.most = most;
    }

    void add(Finding finding) {
        counts[finding.severity().ordinal()]++;
        latest = finding;
        if (told < most) {
            told++;
            try {
                report.finding(finding);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether the latest finding is this one. */
    boolean isLatest(long offset, String rule) {
        return latest != null && latest.offset() == offset && latest.rule().equals(rule);
    }

    long count(Severity severity) {
        return counts[severity.ordinal()];
    }

    long untold() {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum - told;
    }
}
