package io.streamspec.model;

import java.util.Optional;

/** How much there is: of elements in an array, of octets in octets or text. */
public sealed interface Extent {

    /** Always the same. */
    record Fixed(long count) implements Extent {}

    /** As many as an expression over earlier fields says. */
    record Computed(Expression count) implements Extent {}

    /** All that is left of the body. */
    record ToEnd() implements Extent {}

    /** One for each element of an earlier array (of those for which {@code where} holds). */
    record ForEach(String array, Optional<Expression> where) implements Extent {}

    /** Up to and including the first octet of this value, which is not part of the text. */
    record Terminated(int terminator) implements Extent {}
}
