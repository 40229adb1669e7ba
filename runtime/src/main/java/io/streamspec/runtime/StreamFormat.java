package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a specification says of its streams, as its generated reader tells it.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class StreamFormat<R> {

    StreamFormat() {}

    /** The type in a record's head. */
    protected abstract long type(ByteBuffer b, int at);

    /** The length of the body in a record's head, in octets. */
    protected abstract long length(ByteBuffer b, int at);

    /** Decodes the body of a record, or takes it as unknown. */
    protected abstract R decode(long type, ByteBuffer b, int at, int length);

    /** The name of a type, or its number. */
    protected abstract String name(long type);

    /** Whether the specification knows the type, or lets a reader pass over it. */
    protected abstract boolean isReadable(long type);

    /** Whether nothing follows a record of this type. */
    protected abstract boolean isClosing(long type);

    /** Whether a stream may run out behind a record of this type. */
    protected abstract boolean mayBeLast(long type);

    /** Reports what is wrong with the body of a record; nothing if the type is unknown. */
    protected abstract void check(long type, Body body, Validation validation) throws IOException;

    /** The beginning of a stream with these headers, in the specification's order; absent if it gives none. */
    protected Optional<StreamState> begin(Validation validation) {
        return Optional.empty();
    }

    /** The place of a record's type in the specification's order; negative if it has none. */
    protected int symbol(long type) {
        return -1;
    }

    /** Takes note of a record that the layout of later ones depends on. */
    protected void remember(R record) {}

    /** Whether later records depend on those of this type. */
    protected boolean isRemembered(long type) {
        return false;
    }

    /** Whether a stream may have no record at all. */
    protected boolean mayBeEmpty() {
        return false;
    }

    /**
     * Enters the other stream that begins or goes on behind the current record, if there is one that this reader can pass
     * over when its user does not read it.
     */
    protected void enter() throws IOException {}

    /** Whether behind a record of this type a stream begins that only the user can read. */
    protected boolean isForeign(long type) {
        return false;
    }
}
