package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of record: its type number and name.
 *
 * @param type its number, or the least of its numbers
 * @param last the greatest of its numbers
 * @param structure the structure of its body; absent if the document has no section for it
 * @param note the remark behind the name in the table of types, or empty
 * @param since the version of the stream that brought it, if a rule says so
 * @param continuation the stream that follows the record, if a rule says so
 */
public record RecordKind(
        long type,
        long last,
        String name,
        Optional<String> structure,
        boolean deprecated,
        String note,
        Optional<Long> since,
        Optional<Continuation> continuation,
        Span span) {

    /** A kind of records of one number. */
    public RecordKind(
            long type,
            String name,
            Optional<String> structure,
            boolean deprecated,
            String note,
            Optional<Long> since,
            Optional<Continuation> continuation,
            Span span) {
        this(type, type, name, structure, deprecated, note, since, continuation, span);
    }

    /** Whether records of several numbers are of this kind. */
    public boolean isRange() {
        return type != last;
    }

    private static final Pattern DEPRECATED_SINCE =
            Pattern.compile("(?i)\\bdeprecated since (?:version )?(\\d{1,9})\\b");

    /** The version from which on it should no longer be written, if the note says so: {@code deprecated since version 3}. */
    public Optional<Long> deprecatedSince() {
        Matcher said = DEPRECATED_SINCE.matcher(note);
        return said.find() ? Optional.of(Long.parseLong(said.group(1))) : Optional.empty();
    }

    /**
     * Behind the record, another specification's stream begins, and lasts until one of its {@code until} records.
     *
     * @param resumedBehind the records of this stream behind which that stream goes on, if it has more to say
     * @param unless the records of this stream that, where one of them comes next, keep it from going on
     */
    public record Continuation(
            String specification, List<String> until, List<String> resumedBehind, List<String> unless) {
        public Continuation {
            until = List.copyOf(until);
            resumedBehind = List.copyOf(resumedBehind);
            unless = List.copyOf(unless);
        }

        /** A stream that does not go on once it has stopped. */
        public Continuation(String specification, List<String> until) {
            this(specification, until, List.of(), List.of());
        }
    }
}
