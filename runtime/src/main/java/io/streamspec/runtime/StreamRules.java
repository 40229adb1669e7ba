package io.streamspec.runtime;

import java.io.IOException;
import java.util.Optional;

/**
 * What a specification asks of its streams, as its generated reader and writer tell it.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class StreamRules<R> {

    StreamRules() {}

    /** Reports what is wrong with the body of a record; nothing if the type is unknown. */
    protected abstract void check(long type, Body body, Validation validation) throws IOException;

    /** The beginning of a stream with these headers, in the specification's order; absent if it gives none. */
    protected Optional<StreamState> begin(Validation validation) {
        return Optional.empty();
    }

    /** The name of a type, or its number. */
    protected abstract String name(long type);

    /** The place of a record's type in the specification's order; negative if it has none. */
    protected int symbol(long type) {
        return -1;
    }

    /** Takes note of a record that the layout of later ones depends on. */
    protected void remember(R record) {}

    /** Whether the specification knows the type, or lets a reader pass over it. */
    protected abstract boolean isReadable(long type);
}
