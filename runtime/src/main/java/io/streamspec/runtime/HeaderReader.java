package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream that is made of headers and of something else behind them: another stream, whose reader the subclass
 * gives where the headers announce it, or octets that the specification does not describe ({@link #rest}). The headers are
 * read when the reader is made, and of the octets behind them none is. What is wrong with them is a {@link FormatException}
 * with offset and field. Not for use by several threads.
 */
public abstract class HeaderReader implements Closeable {

    private final RecordInput input;
    private final String document;
    private final StreamCheck check = new StreamCheck();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean handedOver;

    /** A reader of {@code input}, a stream that {@code document} describes; its headers are the subclass's business. */
    protected HeaderReader(RecordInput input, String document) {
        this.input = input;
        this.document = document;
    }

    /**
     * Decodes one header and takes its octets.
     *
     * @param least those it has at any rate
     * @param limit those it has at most
     */
    protected final <H> H header(String name, long least, HeaderLimit limit, HeaderCodec<H> codec) throws IOException {
        return HeaderOctets.read(name, least, order, codec, limit, input, check);
    }

    /** Sets the byte order of what follows. */
    protected final void order(ByteOrder order) {
        this.order = Objects.requireNonNull(order, "order is null");
    }

    /** The order in which {@code octets} octets, {@code at} octets from here, are {@code mark}; else little-endian. */
    protected final ByteOrder orderOf(int at, int octets, long mark) throws IOException {
        return input.orderOf(at, octets, mark);
    }

    /** The byte order of the headers that have none of their own. */
    public final ByteOrder byteOrder() {
        return order;
    }

    /** How many octets were taken so far: those of the headers, and of the stream behind them. */
    public final long offset() {
        return input.offset();
    }

    /**
     * Checks the headers, and the stream behind them as it is read; to be called before that. What is wrong is reported to
     * {@code validation}.
     */
    public final void validate(Validation validation) throws IOException {
        Objects.requireNonNull(validation, "validation is null");
        if (handedOver || check.validation() != null) {
            throw new IllegalStateException("the headers have been checked, or what follows them is being read");
        }
        check.begin(document, validation, null);
    }

    /**
     * The octets of the header of this name as they were read; to be read only.
     *
     * @throws IllegalArgumentException if there is none
     */
    public final ByteBuffer headerOctets(String name) throws IOException {
        return check.octets(name);
    }

    /** The octets behind the headers, if nothing else reads them. They belong to the caller from here on. */
    public final RecordInput rest() {
        return handOver();
    }

    /** Whether the octets behind the headers have been handed over. */
    protected final boolean isHandedOver() {
        return handedOver;
    }

    /** The octets behind the headers, for the reader of the stream that follows. */
    protected final RecordInput handOver() {
        if (handedOver) {
            throw new IllegalStateException("what follows the headers is being read");
        }
        handedOver = true;
        return input;
    }

    /** {@code reader}, of the stream that follows, which checks as this one does. */
    protected final <R extends RecordReader<?>> R nest(R reader) throws IOException {
        @Nullable Validation validation = check.validation();
        if (validation != null) {
            reader.validate(validation);
        }
        return reader;
    }

    /** Closes the input, also for a reader of the stream that follows. */
    @Override
    public void close() throws IOException {
        input.close();
    }

    /** Its type, and where it stands: {@code XlsaveReader at octet 48}. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + " at octet " + input.offset();
    }
}
