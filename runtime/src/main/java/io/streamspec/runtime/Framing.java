package io.streamspec.runtime;

/**
 * How records are framed: a head of {@code head} octets, the body, and zero octets up to a multiple of
 * {@code alignment}.
 *
 * @param rules the rules of the frame, by their ids
 * @param tag the octets by which a record's type is told: those of the head, or the first of the body of records without one
 * @param limit the longest body that is read or written, in octets
 */
public record Framing(FrameRules rules, int head, int tag, int alignment, int limit) {

    private static final int LARGEST = Integer.MAX_VALUE - 64;

    /** The framing of records with a head. */
    public Framing(FrameRules rules, int head, int alignment, int limit) {
        this(rules, head, head, alignment, limit);
    }

    /** The framing of records that begin with {@code tag} octets of type and have neither head nor length. */
    public static Framing tagged(FrameRules rules, int tag, int limit) {
        return new Framing(rules, 0, tag, 1, limit);
    }

    /** Whether records tell their own length by what is in them. */
    public boolean isTagged() {
        return head == 0;
    }

    /** The zero octets behind a body of {@code length} octets. */
    public int padding(long length) {
        return (int) (size(length) - head - length);
    }

    /** The octets of a whole record with a body of {@code length} octets, in as few steps as a walk depends on. */
    private long size(long length) {
        boolean isPowerOfTwo = (alignment & alignment - 1) == 0;
        long roundedUp = head + length + alignment - 1;
        return isPowerOfTwo ? roundedUp & -alignment : roundedUp / alignment * alignment;
    }

    /** This framing with another limit; 0 to 2147483583. */
    public Framing withLimit(long other) {
        if (other < 0 || other > LARGEST) {
            throw new IllegalArgumentException("no limit of a body: " + other);
        }
        return new Framing(rules, head, tag, alignment, (int) other);
    }

    /** Requires that a record's head lies at {@code at}, and ends at {@code end} or before. */
    public void requireHead(int at, int end) {
        if (at > end - head) {
            throw FormatException.truncated("head", at, at - (end - head), head);
        }
    }

    /**
     * Requires that the last field of a record's head, {@code octets} at {@code at}, ends at {@code end} or before. The
     * test is word for word that of a buffer's own accessor, so that the compiler makes one of the two.
     */
    public void requireHead(int at, int octets, int end) {
        if (at < 0 || octets > end - at) {
            throw FormatException.truncated("head", (long) at + octets - head, (long) at + octets - end, head);
        }
    }

    /**
     * Where, in memory, the record ends whose head lies at {@code at} and gives this {@code length}, padding included.
     *
     * @throws FormatException if the body is longer than the limit, or does not end at {@code end} or before
     */
    public int next(int at, long length, int end) {
        long size = size(length);
        long room = (long) end - at;
        if (length > limit || length < 0 || size > room) {
            throw misfit(at, length, size - room);
        }
        return at + (int) size; // as an int, because the next record waits for it
    }

    private FormatException misfit(int at, long length, long missing) {
        return length > limit || length < 0
                ? tooLong(at, length)
                : FormatException.truncated("body", at + (long) head, missing, size(length) - head);
    }

    /** The fault of a record at {@code at} whose body is longer than the limit. */
    FormatException tooLong(long at, long length) {
        String problem = Long.toUnsignedString(length) + " octets, more than the limit of " + limit;
        String what = isTagged() ? "record" : "body length";
        return FormatException.of(what, at, problem, "at most " + limit + " octets")
                .breaking(rules.length());
    }
}
