package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What a specification says of its streams, as its generated reader tells it.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class StreamFormat<R> extends StreamRules<R> {

    StreamFormat() {}

    /** The type in a record's head. */
    protected abstract long type(ByteBuffer b, int at);

    /** The length of the body in a record's head, in octets; of records that have one. */
    protected long length(ByteBuffer b, int at) {
        return -1;
    }

    /**
     * The octets of a record without a head, of which {@code available} lie at {@code at}; as many as are needed to tell are
     * looked at.
     *
     * @throws FormatException if some of them are missing, or say what cannot be
     */
    protected long measure(long type, ByteBuffer b, int at, int available) {
        throw new UnsupportedOperationException("records have a head that tells their length");
    }

    /** Takes what else the head of the record says that is now the current one. */
    protected void head(ByteBuffer b, int at) {}

    /** Decodes the body of a record, or takes it as unknown. */
    protected abstract R decode(long type, ByteBuffer b, int at, int length);

    /** The fields of headers, {@code frame_header.unit}, that the layout of records of this type depends on. */
    protected List<String> headerFields(long type) {
        return List.of();
    }

    /** Whether nothing follows a record of this type. */
    protected abstract boolean isClosing(long type);

    /** Whether a stream may run out behind a record of this type. */
    protected abstract boolean mayBeLast(long type);

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
