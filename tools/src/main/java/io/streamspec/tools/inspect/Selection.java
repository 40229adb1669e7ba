package io.streamspec.tools.inspect;

import java.util.List;

/**
 * Which headers and records are shown: those that meet each of these where it is given.
 *
 * @param records numbers, {@code 17} or {@code 17-20}; headers have none
 * @param types names, without regard to case
 * @param paths beginnings of paths, {@code libxl#2/libxc}, or their ends, {@code libxc}
 */
record Selection(List<Range> records, List<String> types, List<String> paths) {

    Selection {
        records = List.copyOf(records);
        types = List.copyOf(types);
        paths = List.copyOf(paths);
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
        return isNumber(index)
                && (types.isEmpty() || types.stream().anyMatch(type::equalsIgnoreCase))
                && (paths.isEmpty() || paths.stream().anyMatch(part -> isAt(path, part)));
    }

    private boolean isNumber(long index) {
        return records.isEmpty() || records.stream().anyMatch(range -> index >= range.first() && index <= range.last());
    }

    private static boolean isAt(String path, String part) {
        return path.equals(part) || path.startsWith(part + "/") || path.endsWith("/" + part);
    }
}
