package io.streamspec.runtime;

/**
 * How records are framed: a head of {@code head} octets, the body, and zero octets up to a multiple of
 * {@code alignment}.
 *
 * @param limit the longest body that is read or written, in octets
 */
public record Framing(int head, int alignment, int limit) {

    private static final int LARGEST = Integer.MAX_VALUE - 64;

    /** The zero octets behind a body of {@code length} octets. */
    public int padding(long length) {
        if ((alignment & alignment - 1) == 0) {
            return (int) -(head + length) & alignment - 1;
        }
        int over = (int) ((head + length) % alignment);
        return over == 0 ? 0 : alignment - over;
    }

    /** This framing with another limit; 0 to 2147483583. */
    public Framing withLimit(long other) {
        if (other < 0 || other > LARGEST) {
            throw new IllegalArgumentException("no limit of a body: " + other);
        }
        return new Framing(head, alignment, (int) other);
    }

    /**
     * Where, in memory, the record ends whose head lies at {@code at} and gives this {@code length}, padding included.
     *
     * @throws FormatException if the body is longer than the limit, or does not end at {@code end} or before
     */
    public int next(int at, long length, int end) {
        if (length > limit || length < 0) {
            throw tooLong(at, length);
        }
        long next = at + head + length + padding(length);
        if (next > end) {
            throw FormatException.truncated("body", at + (long) head, next - end);
        }
        return (int) next;
    }

    /** The fault of a record at {@code at} whose body is longer than the limit. */
    FormatException tooLong(long at, long length) {
        String problem = Long.toUnsignedString(length) + " octets, more than the limit of " + limit;
        return FormatException.of("body length", at, problem);
    }
}
