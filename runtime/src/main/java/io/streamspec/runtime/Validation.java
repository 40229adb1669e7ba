package io.streamspec.runtime;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a stream while it is read or written. {@link #strict} asks for all that the specification
 * asks of a writer: reserved octets and padding are zero, what is expected holds. {@link #lenient} leaves that to the
 * writer and asks only for what a reader relies on. Not for use by several threads.
 */
public final class Validation {

    private static final int DEFAULT_LIMIT = 1000;

    private final boolean strict;
    private final boolean knownOnly;
    private final List<Violation> violations = new ArrayList<>();
    private @Nullable Consumer<Violation> listener;
    private int limit = DEFAULT_LIMIT;
    private boolean failing;
    private long count;
    private String document = "";
    private String record = "";
    private long index = -1;
    private long base;
    private long origin;
    private String array = "";
    private long element = -1;

    private Validation(boolean strict, boolean knownOnly) {
        this.strict = strict;
        this.knownOnly = knownOnly;
    }

    /** What a writer must write. */
    public static Validation strict() {
        return new Validation(true, true);
    }

    /** What a reader must not tolerate. */
    public static Validation lenient() {
        return new Validation(false, true);
    }

    /** What a writer refuses unasked. A value without a meaning is none of it: whoever made one knows it. */
    static Validation ofWriter() {
        return new Validation(false, false).failing();
    }

    /** Keeps this many violations, and counts those beyond; 1000 if nothing else is said. This. */
    public Validation limit(int most) {
        Require.that(most >= 0, "no limit: ", most);
        limit = most;
        return this;
    }

    /** Tells each violation to {@code listener}, as soon as it is found and whatever the limit. This. */
    public Validation tellTo(Consumer<Violation> listener) {
        this.listener = Objects.requireNonNull(listener, "listener is null");
        return this;
    }

    /** Throws the first violation as a {@link FormatException}. This. */
    public Validation failing() {
        failing = true;
        return this;
    }

    /** The violations so far, in order, up to the limit. */
    public List<Violation> violations() {
        return Collections.unmodifiableList(violations);
    }

    /** How many violations there were, those beyond the limit included. */
    public long count() {
        return count;
    }

    /** Whether there was none. */
    public boolean isClean() {
        return count == 0;
    }

    /** Whether the limit has been reached, so that nothing more will be kept. */
    public boolean isFull() {
        return violations.size() >= limit;
    }

    /** Whether it asks for what only writers must do. */
    public boolean isStrict() {
        return strict;
    }

    /** What comes is about this record, or header if {@code index} is negative, from {@code offset} of the stream on. */
    void enter(String document, String record, long index, long offset) {
        this.document = document;
        this.record = record;
        this.index = index;
        this.base = offset;
        this.origin = 0;
        this.array = "";
    }

    /** What {@link #enter} was told lies at {@code position} of the buffer from which positions are reported. */
    public void origin(int position) {
        this.origin = position;
    }

    /** What comes is about an element of an array. */
    public void element(String array, long index) {
        this.array = array;
        this.element = index;
    }

    /** What comes is about the record itself again. */
    public void endElement() {
        this.array = "";
    }

    /** Requires in a strict run that the octets are zero. */
    public void zero(String rule, String field, ByteBuffer b, int at, int size) {
        if (strict && !(size == Integer.BYTES && b.getInt(at) == 0)) {
            for (int i = at; i < at + size; i++) {
                if (b.get(i) != 0) {
                    report(rule, false, i, field, "0x00", "0x" + Integer.toHexString(StreamOrder.u8(b, i)));
                    return;
                }
            }
        }
    }

    /** Requires in a strict run that no reserved bit is set. */
    public void reservedBits(String rule, String field, long at, long reserved) {
        if (strict && reserved != 0) {
            report(rule, false, at, field, "reserved bits of 0", "0x" + Long.toHexString(reserved));
        }
    }

    /** Requires that the specification has a meaning for a value; only in a strict run if {@code must} is not set. */
    public void known(String rule, boolean must, boolean known, long at, String field, Object found) {
        if (!known && knownOnly) {
            report(rule, must, at, field, "a value with a meaning", found.toString());
        }
    }

    /** Reports a type that no reader knows, unless whoever writes it is taken to know what it is. */
    void readable(String rule, long type) {
        if (knownOnly) {
            report(rule, true, 0, "type", "a known or an optional record", "0x" + Long.toHexString(type));
        }
    }

    /** Reports a fault of the layout, which leaves the rest of the record unread. */
    void fault(FormatException fault) {
        String field = fault.field().equals(record) ? "body" : fault.field();
        if (field.startsWith(record + ".")) {
            field = field.substring(record.length() + 1);
        }
        String rule = fault.ruleIn(record);
        report(rule, true, fault.offset().orElse(origin), field, fault.expected(), fault.found());
    }

    /** {@code strict, 3 violations}. */
    @Override
    public String toString() {
        return (strict ? "strict, " : "lenient, ") + count + (count == 1 ? " violation" : " violations");
    }

    /** Reports a violation of the rule with this id; one that is no must is for strict runs only. */
    public void report(String rule, boolean must, long at, String field, String expected, String found) {
        if (!must && !strict) {
            return;
        }
        String path = array.isEmpty() ? field : array + "[" + element + "]" + (field.isEmpty() ? "" : "." + field);
        Violation violation =
                new Violation(document, rule, must, base + at - origin, index, record, path, expected, found);
        count++;
        if (failing) {
            throw FormatException.of(violation);
        }
        if (listener != null) {
            listener.accept(violation);
        }
        if (!isFull()) {
            violations.add(violation);
        }
    }
}
