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

    Report report() {
        return report;
    }

    /** How many there were. */
    Tally tally() {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return new Tally(of(Severity.ERROR), of(Severity.WARNING), of(Severity.NOTE), all - told);
    }

    private long of(Severity severity) {
        return counts[severity.ordinal()];
    }

    /**
     * How many findings there were of each weight.
     *
     * @param untold how many of them were counted only
     */
    record Tally(long errors, long warnings, long notes, long untold) {}
}
