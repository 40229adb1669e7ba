package io.streamspec.tools.statistics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many headers and records there are of each type, and their octets, and where in the stream they lie. */
final class RecordCounts {

    /** More types than these are counted together: their numbers are the stream's, which may be hostile. */
    static final int MOST = 48;

    private static final int COLUMNS = 400;
    private static final String OTHERS = "(others)";

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Grid timeline = new Grid(COLUMNS, MOST + 1);

    /** Of one type: the streams that it is in, its name, how many there are, the octets of their bodies. */
    static final class Row {

        private final String path;
        private final String type;
        private final int number;
        private long count;
        private long octets;

        private Row(String path, String type, int number) {
            this.path = path;
            this.type = type;
            this.number = number;
        }

        String path() {
            return path;
        }

        String type() {
            return type;
        }

        long count() {
            return count;
        }

        long octets() {
            return octets;
        }

        /** Its row in the timeline. */
        int number() {
            return number;
        }
    }

    void add(String path, String type, long offset, long octets) {
        Row row = row(path, type);
        row.count++;
        row.octets += octets;
        timeline.span(offset, offset + octets, row.number);
    }

    private Row row(String path, String type) {
        Row known = rows.get(path + "/" + type);
        if (known != null) {
            return known;
        }
        boolean isOther = rows.size() >= MOST;
        String key = isOther ? OTHERS : path + "/" + type;
        int number = rows.size();
        return rows.computeIfAbsent(key, k -> new Row(isOther ? "" : path, isOther ? OTHERS : type, number));
    }

    /** In the order in which they come first. */
    Collection<Row> rows() {
        return rows.values();
    }

    /** Octets from left to right, types from top to bottom. */
    Grid timeline() {
        return timeline;
    }
}
