package io.streamspec.runtime;

/**
 * The most octets that a header has; no memory is taken for more.
 *
 * @param rule the id of the rule that says so; empty if no rule does
 */
public record HeaderLimit(long octets, String rule) {

    /** Where no rule says another: more than any header of real streams, less than a heap. */
    public static final HeaderLimit UNSAID = new HeaderLimit(0x0800_0000, "");
}
