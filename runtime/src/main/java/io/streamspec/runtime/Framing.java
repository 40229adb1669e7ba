package io.streamspec.runtime;

/**
 * How records are framed: a head of {@code head} octets, the body, and zero octets up to a multiple of
 * {@code alignment}.
 *
 * @param limit the longest body that is read or written, in octets
 */
public record Framing(int head, int alignment, int limit) {

    /** The zero octets behind a body of {@code length} octets. */
    long padding(long length) {
        return Math.floorMod(-(head + length), (long) alignment);
    }
}
