package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a stream record by record. Lengths and padding are computed; a record that does not fit what went before it (the
 * page size, say) or is longer than the limit is refused with an {@link IllegalArgumentException}, and nothing of it is
 * written. Not for use by several threads.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class RecordWriter<R> implements Closeable {

    private final RecordOutput output;
    private Framing framing;
    private final ByteOrder order;
    private final boolean nested;
    private final StreamCheck check = new StreamCheck();
    private final WriterTurn turn = new WriterTurn();
    private @Nullable Validation validation = Validation.ofWriter();
    private long index;
    private boolean hasBegun;
    private boolean hasFailed;
    private boolean isClosed;

    /**
     * A writer of records to {@code output}; the headers before them are the subclass's business.
     *
     * @param nested whether the output belongs to another writer, which will close it
     */
    protected RecordWriter(RecordOutput output, Framing framing, ByteOrder order, boolean nested) {
        this.output = output;
        this.framing = framing;
        this.order = order;
        this.nested = nested;
    }

    /** Writes {@code record}, framed and padded; this writer. */
    public abstract RecordWriter<R> write(R record) throws IOException;

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

    /** Whether another stream begins behind a record of this type. */
    protected boolean isContinued(long type) {
        return false;
    }

    /** Whether a stream inside, which has stopped, may go on behind a record of this type. */
    protected boolean isResumed(long type) {
        return false;
    }

    /** Writes a record's head. */
    protected abstract void encodeHead(ByteBuffer b, int at, long type, long length);

    /**
     * Checks every record against the specification and reports to {@code validation}, which, unless it is
     * {@linkplain Validation#failing failing}, keeps nothing from being written. Without this, a record that breaks a rule
     * that every reader relies on, or that may not come next, is a {@link FormatException}, and not written.
     */
    public final void validate(Validation validation) {
        if (index > 0) {
            throw new IllegalStateException("records have been written already");
        }
        this.validation = validation;
    }

    /** Writes whatever it is given, as long as it has a layout. */
    public final void unchecked() {
        validation = null;
    }

    /** Writes a header, which is checked with the first record, when it is known whether it is to be checked. */
    protected final void header(String name, long size, RecordOutput.Encoder encoder, HeaderCheck check)
            throws IOException {
        ByteBuffer octets = ByteBuffer.allocate(Math.toIntExact(size)).order(order);
        encoder.encode(octets, 0);
        this.check.add(name, output.offset(), Body.of(octets, 0, octets.limit()), check);
        output.put(size, order, (b, at) -> {
            b.put(at, octets, 0, octets.limit());
            return at + octets.limit();
        });
    }

    /** Sets behind which records a stream inside another one stops, so that the other goes on. */
    protected final void stopBehind(long... types) {
        turn.stopBehind(types);
    }

    /** Writes a record of this type, with a body of this length. */
    protected final void record(String name, long type, long length, RecordOutput.Encoder body) throws IOException {
        requireLimit(name, length);
        long padding = framing.padding(length);
        boolean isWritten = false;
        try {
            output.put(framing.head() + length + padding, order, (b, at) -> {
                encodeHead(b, at, type, length);
                int end = body.encode(b, at + framing.head());
                check(name, type, Body.of(b, at + framing.head(), (int) length));
                return Octets.putZeroes(b, end, padding);
            });
            isWritten = true;
        } finally {
            hasFailed |= !isWritten;
        }
        written(type);
    }

    private void check(String name, long type, Body body) throws IOException {
        if (validation != null) {
            begin();
            validation.enter(framing.rules().document(), name, index, output.offset() + framing.head());
            check(type, body, validation);
            validation.enter(framing.rules().document(), name, index, output.offset());
            turn.check(name, validation);
            check.step(name, index, output.offset(), symbol(type)); // last: what is refused has not been stepped over
        }
    }

    private void begin() throws IOException {
        if (validation != null && !hasBegun) {
            check.begin(framing.rules().document(), validation, this::begin);
            hasBegun = true;
        }
    }

    private void written(long type) {
        index++;
        turn.written(type, isContinued(type), isResumed(type));
    }

    /**
     * Writes the current record of {@code reader} as it is, without decoding it: type and body, framed and padded anew.
     * The body has been taken then. It is checked as those of other records are, for which of a body of raw octets nothing
     * is brought into memory.
     *
     * @throws IllegalArgumentException if the two streams differ in byte order, or the body is longer than the limit
     */
    public final void forward(RecordReader<R> reader) throws IOException {
        if (reader.byteOrder() != order) {
            throw new IllegalArgumentException("a " + reader.byteOrder() + " record in a " + order + " stream");
        }
        long type = reader.typeNumber();
        requireLimit("record 0x" + Long.toHexString(type), reader.length());
        Optional<R> remembered = reader.isRemembered(type) ? Optional.of(reader.record()) : Optional.empty();
        boolean isWritten = false;
        try {
            check(reader.name(type), type, reader.wholeBody());
            send(reader, type, reader.length());
            isWritten = true;
        } finally {
            hasFailed |= !isWritten;
        }
        remembered.ifPresent(this::remember);
        written(type);
    }

    private void send(RecordReader<R> reader, long type, int length) throws IOException {
        output.put(framing.head(), order, (b, at) -> {
            encodeHead(b, at, type, length);
            return at + framing.head();
        });
        reader.sendBody(output);
        long padding = framing.padding(length);
        output.put(padding, order, (b, at) -> Octets.putZeroes(b, at, padding));
    }

    /** Sets the longest body that is written, in octets, in place of the specification's or the default limit. */
    public final void limit(long octets) {
        framing = framing.withLimit(octets);
    }

    private void requireLimit(String name, long length) {
        if (length > framing.limit()) {
            throw new IllegalArgumentException(
                    name + ": " + length + " octets are more than the limit of " + framing.limit());
        }
    }

    /** Makes {@code inner}, which writes the stream behind the latest record, check as this one does. */
    protected final <W extends RecordWriter<?>> W nest(W inner) {
        RecordWriter<?> writer = inner;
        writer.validation = validation;
        turn.begin(writer.turn);
        return inner;
    }

    /** Hands all records on and reports, as {@link #write} does, if the stream must not end here. Writes nothing. */
    public final void finish() throws IOException {
        flush();
        reportEnd();
    }

    private void reportEnd() throws IOException {
        begin();
        if (validation != null) {
            validation.enter(framing.rules().document(), "stream", -1, output.offset());
            turn.checkEnd(validation);
            check.end(output.offset());
        }
    }

    /** The output, for the writer of a stream inside this one. */
    protected final RecordOutput output() {
        return output;
    }

    /** The byte order of the stream's records. */
    public final ByteOrder byteOrder() {
        return order;
    }

    /** How many octets were written so far: the offset of the next record. */
    public final long offset() {
        return output.offset();
    }

    /** Hands all records to the file or channel. */
    public final void flush() throws IOException {
        output.flush();
    }

    /**
     * Closes the output, and then reports, as {@link #finish} does, if the stream must not end here; not if a record was
     * refused before, which has been told already. A writer of a stream inside another one does nothing. Writes no closing
     * record.
     */
    @Override
    public void close() throws IOException {
        if (nested || isClosed) {
            return;
        }
        isClosed = true;
        output.close();
        if (!hasFailed) {
            reportEnd();
        }
    }
}
