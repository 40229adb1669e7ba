package io.streamspec.tools.verify;

import io.streamspec.runtime.RecordReader;
import io.streamspec.tools.stream.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many records of each type a stream has, and how many octets in their bodies. Counting one allocates nothing. */
final class Counts {

    /** Types of records that no specification names are told apart up to so many. */
    private static final int MOST_TYPES = 256;

    private static final String OTHERS = "other types";

    private final List<Count> counts = new ArrayList<>();
    private @Nullable Count latest;

    /** Of one type. */
    static final class Count {
        private final String level;
        private final long type;
        private final String name;
        private long records;
        private long octets;

        Count(String level, long type, String name) {
            this.level = level;
            this.type = type;
            this.name = name;
        }

        /** The short name of the stream's specification. */
        String level() {
            return level;
        }

        String name() {
            return name;
        }

        long records() {
            return records;
        }

        /** Of the bodies. */
        long octets() {
            return octets;
        }
    }

    /** Counts the record that the reader of this level stands on. */
    void add(Level level) {
        long type = level.reader().typeNumber();
        Count count = latest;
        if (count == null || count.type != type || !count.level.equals(level.name())) {
            count = find(level.name(), type, level.reader());
            latest = count;
        }
        count.records++;
        count.octets += level.reader().length();
    }

    private Count find(String level, long type, RecordReader<?> reader) {
        for (Count count : counts) {
            if (count.type == type && count.level.equals(level)) {
                return count;
            }
        }
        boolean isFull = counts.size() >= MOST_TYPES;
        if (counts.size() > MOST_TYPES) {
            return counts.get(MOST_TYPES);
        }
        Count count = new Count(level, type, isFull ? OTHERS : reader.typeName());
        counts.add(count);
        return count;
    }

    List<Count> all() {
        return List.copyOf(counts);
    }

    long records() {
        long sum = 0;
        for (Count count : counts) {
            sum += count.records;
        }
        return sum;
    }
}
