package io.streamspec.tools.compare;

import io.streamspec.tools.stream.Printable;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** A line for each value that differs, then the pages, then the verdict. */
final class TextReport {

    private TextReport() {}

    static void print(Comparison comparison, PrintWriter out) {
        for (Difference value : comparison.values()) {
            String where = value.where().isEmpty() ? "" : " (" + value.where() + ")";
            out.println(Printable.of(value.name() + ": " + side(value.a()) + " | " + side(value.b()) + where));
        }
        PageDifferences pages = comparison.pages();
        if (!comparison.arePagesComparable()) {
            out.println("pages: not compared, being of different sizes");
        } else if (!pages.isEmpty()) {
            print("changed", pages.changed(), out);
            print("added", pages.added(), out);
            print("removed", pages.removed(), out);
        }
        String verdict = comparison.isSame() ? "the same" : "different";
        out.println(comparison.a() + " and " + comparison.b() + ": " + verdict);
    }

    private static String side(@Nullable String value) {
        return value == null ? "-" : value;
    }

    private static void print(String kind, PageDifferences.Ranges ranges, PrintWriter out) {
        if (ranges.pages() == 0) {
            return;
        }
        StringBuilder line =
                new StringBuilder("pages ").append(kind).append(": ").append(ranges.pages());
        String separator = ": ";
        for (long[] range : ranges.shown()) {
            line.append(separator).append("0x").append(Long.toHexString(range[0]));
            if (range[1] > range[0]) {
                line.append("-0x").append(Long.toHexString(range[1]));
            }
            separator = ", ";
        }
        if (ranges.untold() > 0) {
            line.append(" and ").append(ranges.untold()).append(" more ranges (--pages all)");
        }
        out.println(line);
    }
}
