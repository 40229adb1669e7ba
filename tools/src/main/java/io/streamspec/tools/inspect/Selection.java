package io.streamspec.tools.inspect;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which headers and records are shown: those that meet each of these where it is given. Numbers are {@code 17} or
 * {@code 17-20}, and headers have none; types are names, without regard to case; paths are beginnings of paths,
 * {@code libxl#2/libxc}, or their ends, {@code libxc}, of any checkpoint where none is named.
 */
final class Selection {

    private static final int MOST_NAMES = 60;

    private final List<Range> records;
    private final List<String> types;
    private final List<String> paths;
    private final Set<String> met = new TreeSet<>();
    private boolean hasMatched;

    Selection(List<Range> records, List<String> types, List<String> paths) {
        this.records = List.copyOf(records);
        this.types = List.copyOf(types);
        this.paths = List.copyOf(paths);
    }

    /** Numbers of records, both ends included. */
    record Range(long first, long last) {

        /** @throws IllegalArgumentException if it is neither a number nor two */
        static Range of(String text) {
            try {
                int dash = text.indexOf('-');
                long first = Long.parseLong(dash < 0 ? text : text.substring(0, dash));
                long last = dash < 0 ? first : Long.parseLong(text.substring(dash + 1));
                if (first >= 0 && last >= first) {
                    return new Range(first, last);
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new IllegalArgumentException("'" + text + "' is no number of a record, such as 17, nor two, 17-20");
        }
    }

    /** Whether this is to be shown. */
    boolean includes(String path, long index, String type) {
        boolean isMeant = isNumber(index)
                && (types.isEmpty() || types.stream().anyMatch(type::equalsIgnoreCase))
                && (paths.isEmpty() || paths.stream().anyMatch(part -> isAt(path, part)));
        hasMatched |= isMeant;
        if (!hasMatched && met.size() < MOST_NAMES) {
            met.add(ofAnyRound(path) + "/" + type);
        }
        return isMeant;
    }

    /** What there was instead, if nothing was meant; empty if something was. */
    String missed() {
        return hasMatched || met.isEmpty() ? "" : "nothing is selected; there are " + String.join(", ", met);
    }

    private boolean isNumber(long index) {
        return records.isEmpty() || records.stream().anyMatch(range -> index >= range.first() && index <= range.last());
    }

    private static boolean isAt(String path, String part) {
        return isPart(path, part) || !part.contains("#") && isPart(ofAnyRound(path), part);
    }

    private static String ofAnyRound(String path) {
        return path.replaceAll("#\\d+", "");
    }

    private static boolean isPart(String path, String part) {
        return path.equals(part) || path.startsWith(part + "/") || path.endsWith("/" + part);
    }
}
