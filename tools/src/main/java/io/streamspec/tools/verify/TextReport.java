package io.streamspec.tools.verify;

import io.streamspec.tools.stream.Printable;
import java.io.PrintWriter;

/** A line for each finding, as compilers write them, and a table at the end. */
final class TextReport implements Report {

    private final PrintWriter out;
    private final String file;
    private final String docs;

    TextReport(PrintWriter out, String file, String docs) {
        this.out = out;
        this.file = file;
        this.docs = docs;
    }

    @Override
    public void finding(Finding finding) {
        String line = file + ":0x" + Long.toHexString(finding.offset()) + ": " + finding.severity() + ": "
                + finding.path() + ": found " + finding.found() + ", expected " + finding.expected() + " ["
                + rule(finding) + "]" + link(finding);
        out.println(Printable.of(line));
        out.flush();
    }

    private static String rule(Finding finding) {
        String section = finding.section().isEmpty() ? "" : ", " + finding.section();
        return finding.document() + section + ": " + finding.rule();
    }

    private String link(Finding finding) {
        return docs.isEmpty() ? "" : " " + docs + finding.document() + ".html#rule." + finding.rule();
    }

    @Override
    public void summary(Summary summary) {
        StringBuilder line = new StringBuilder(file).append(": ");
        line.append(verdict(summary)).append(": ").append(summary.format()).append(", ");
        line.append(count(summary.counts().records(), "record")).append(", ");
        line.append(count(summary.octets(), "octet")).append("; ");
        line.append(count(summary.findings().errors(), "error")).append(", ");
        line.append(count(summary.findings().warnings(), "warning")).append(", ");
        line.append(count(summary.findings().notes(), "note"));
        if (summary.findings().untold() > 0) {
            line.append(", of which ").append(summary.findings().untold()).append(" are not told here");
        }
        out.println(line);
        for (Counts.Count count : summary.counts().all()) {
            out.println(row(count));
        }
    }

    private static String verdict(Summary summary) {
        if (summary.isInterrupted()) {
            return summary.findings().errors() == 0 ? "interrupted, sound so far" : "interrupted";
        }
        return summary.isSound() ? "sound" : "faulty";
    }

    private static String row(Counts.Count count) {
        StringBuilder row =
                new StringBuilder("  ").append(count.level()).append(' ').append(count.name());
        pad(row, 34, String.valueOf(count.records()), 12);
        pad(row, row.length(), String.valueOf(count.octets()), 18);
        return row.append(" octets").toString();
    }

    private static void pad(StringBuilder row, int start, String number, int width) {
        while (row.length() < start + width - number.length()) {
            row.append(' ');
        }
        row.append(row.charAt(row.length() - 1) == ' ' ? "" : " ").append(number);
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
