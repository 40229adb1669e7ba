package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a stream record by record. Lengths and padding are computed; a record that does not fit what went before it (the
 * page size, say) or is longer than the limit is refused with an {@link IllegalArgumentException}, and nothing of it is
 * written. It takes memory for the largest record that is written. Not for use by several threads.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class RecordWriter<R> extends StreamRules<R> implements Closeable {

    private final RecordOutput output;
    private Framing framing;
    private final ByteOrder order;
    private final boolean nested;
    private final StreamCheck check = new StreamCheck();
    private final WriterTurn turn = new WriterTurn();
    private final MemoryBody body = new MemoryBody();
    private @Nullable Validation validation = Validation.ofWriter();
    private long index;
    private boolean hasBegun;
    private boolean hasFailed;
    private boolean isBroken;
    private boolean isClosed;
    private boolean isLimited;

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

    /** Whether another stream begins behind a record of this type. */
    protected boolean isContinued(long type) {
        return false;
    }

    /** Writes the body of {@code record} to {@code b} at {@code at}; the position behind it. */
    protected abstract int encode(R record, ByteBuffer b, int at);

    /** Takes what the head of the reader's current record says besides type and length, for the next head written. */
    protected void headOf(RecordReader<R> reader) {}

    /** Writes a record's head. */
    protected abstract void encodeHead(ByteBuffer b, int at, long type, long length);

    /**
     * Checks every record against the specification and reports to {@code validation}, which, unless it is
     * {@linkplain Validation#failing failing}, keeps nothing from being written. Without this, a record that breaks a rule
     * that every reader relies on, or that may not come next, is a {@link FormatException}, and not written.
     */
    public final void validate(Validation validation) {
        Objects.requireNonNull(validation, "validation is null");
        if (index > 0 || hasBegun) {
            throw new IllegalStateException("records have been checked already");
        }
        this.validation = validation;
    }

    /**
     * Writes whatever it is given, as long as it has a layout. It may be called behind any record, and holds from the next
     * one on; there is no way back.
     */
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

    /** Writes a record of this type, with a body of this length. Makes no object. */
    protected final void record(R record, long type, long length) throws IOException {
        begun();
        requireLimit(type, length);
        int head = framing.head();
        long padding = framing.padding(length);
        ByteBuffer b = output.room(head + length + padding, order);
        int at = output.at();
        encodeHead(b, at, type, length);
        int end = encode(record, type, b, at + head);
        check(type, body.set(b, at + head, (int) length));
        output.take(head + length + padding, Octets.putZeroes(b, end, padding));
        written(type);
        remember(record);
    }

    private int encode(R record, long type, ByteBuffer b, int at) {
        try {
            return encode(record, b, at);
        } catch (IllegalArgumentException e) {
            throw refused(type, e.getMessage(), e);
        } catch (FormatException e) {
            String where = "record " + index + " (" + name(type) + ")";
            throw e.in(where, output.offset() - output.at(), output.offset());
        }
    }

    /** That a record cannot be written, with its place in the stream. */
    private IllegalArgumentException refused(long type, @Nullable String problem, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "octet " + output.offset() + ": record " + index + " (" + name(type) + "): " + problem, cause);
    }

    /** What comes is a record; until {@link #written} it counts as one that was refused. */
    private void begun() {
        if (isBroken) {
            throw new IllegalStateException("the stream broke off in the middle of a record");
        }
        hasFailed = true;
    }

    private void written(long type) {
        hasFailed = false;
        check.pass(symbol(type)); // what is refused has not been passed over
        index++;
        turn.written(type, isContinued(type));
    }

    /** Reports what a reader would, in the same order; whether the body has a layout. */
    private boolean check(long type, Body body) throws IOException {
        if (validation == null) {
            return true;
        }
        begin();
        checkPlace(type, validation);
        validation.enter(framing.rules().document(), name(type), index, output.offset() + framing.head());
        try {
            check(type, body, validation);
            return true;
        } catch (FormatException e) {
            if (e.record().isPresent()) {
                throw e; // told already
            }
            validation.fault(e);
            return false;
        }
    }

    private void checkPlace(long type, Validation validation) {
        String name = name(type);
        validation.enter(framing.rules().document(), name, index, output.offset());
        if (!isReadable(type)) {
            validation.readable(framing.rules().type(), type);
        }
        turn.check(name, type, validation);
        check.check(name, index, output.offset(), symbol(type));
    }

    private void begin() throws IOException {
        if (validation != null && !hasBegun) {
            check.begin(framing.rules().document(), validation, this);
            hasBegun = true;
        }
    }

    /**
     * Writes the current record of {@code reader} as it is, without decoding it: type and body, framed and padded anew.
     * The body has been taken then. It is checked as those of other records are, for which of a body of raw octets nothing
     * is brought into memory. A pipe that breaks off in the middle of the body leaves half a record written; this writer
     * takes no more then.
     *
     * @throws IllegalArgumentException if the two streams differ in byte order, or the body is longer than the limit
     */
    public final void forward(RecordReader<R> reader) throws IOException {
        Objects.requireNonNull(reader, "reader is null");
        if (reader.byteOrder() != order) {
            throw new IllegalArgumentException("a " + reader.byteOrder() + " record in a " + order + " stream");
        }
        long type = reader.typeNumber();
        begun();
        requireLimit(type, reader.length());
        reader.requireBody();
        boolean isSound = check(type, reader.wholeBody());
        Optional<R> remembered = isSound && reader.isRemembered(type) ? Optional.of(reader.record()) : Optional.empty();
        headOf(reader);
        isBroken = true;
        send(reader, type, reader.length());
        isBroken = false;
        written(type);
        remembered.ifPresent(this::remember);
    }

    private void send(RecordReader<R> reader, long type, int length) throws IOException {
        ByteBuffer head = output.room(framing.head(), order);
        encodeHead(head, output.at(), type, length);
        output.take(framing.head(), output.at() + framing.head());
        reader.sendBody(output);
        long padding = framing.padding(length);
        ByteBuffer rest = output.room(padding, order);
        output.take(padding, Octets.putZeroes(rest, output.at(), padding));
    }

    /**
     * Sets the longest body that is written, in octets, in place of the specification's or the default limit, in streams
     * that begin inside from here on too.
     */
    public final void limit(long octets) {
        framing = framing.withLimit(octets);
        isLimited = true;
    }

    private void requireLimit(long type, long length) {
        if (length > framing.limit()) {
            throw refused(type, length + " octets are more than the limit of " + framing.limit(), null);
        }
    }

    /** The output, for the writer of the stream that begins behind the latest record; reported if none begins there. */
    protected final RecordOutput handOver() throws IOException {
        if (validation != null) {
            begin();
            validation.enter(framing.rules().document(), "stream", -1, output.offset());
            turn.checkBegin(validation);
        }
        return output;
    }

    /** The same for a stream that no {@link RecordWriter} writes: it is taken to be whole when this one goes on. */
    protected final RecordOutput handOverForeign() throws IOException {
        RecordOutput octets = handOver();
        turn.beginForeign();
        return octets;
    }

    /**
     * Makes {@code inner}, which writes the stream behind the latest record, check as this one does.
     *
     * @param resumedBehind the records of this stream behind which that stream goes on when it has stopped
     * @param unless the records of this stream that may come there as well, and for which a reader would take those of
     *     the same types
     */
    protected final <W extends RecordWriter<?>> W nest(W inner, long[] resumedBehind, long... unless) {
        RecordWriter<?> writer = inner;
        writer.validation = validation;
        if (isLimited) {
            writer.limit(framing.limit());
        }
        turn.begin(writer.turn, resumedBehind, unless);
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

    /**
     * How far the stream has come in the specification's order, if it gives one and the stream is being checked: which
     * records may come next, and whether it may end. Of a record that was refused it knows nothing. To be asked for anew
     * before each record.
     */
    public final Optional<StreamState> state() {
        if (validation == null) {
            return Optional.empty();
        }
        return hasBegun ? check.state() : begin(Validation.lenient()); // wrong headers are told with the first record
    }

    /** The byte order of the stream's records. */
    public final ByteOrder byteOrder() {
        return order;
    }

    /** Its type, and where it stands: {@code LibxcWriter at octet 40, record 0}. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + " at octet " + output.offset() + ", record " + index;
    }

    /** How many octets were written so far: the offset of the next record. */
    public final long offset() {
        return output.offset();
    }

    /** Hands all records to the file or channel, and before the first of them the headers, which are checked first. */
    public final void flush() throws IOException {
        begin();
        output.flush();
    }

    /**
     * Closes the output, of which wrong headers do not get a single octet, and then reports, as {@link #finish} does, if the
     * stream must not end here; not if the latest record was refused, which has been told already. A writer of a stream inside
     * another one does nothing. Writes no closing record.
     */
    @Override
    public void close() throws IOException {
        if (nested || isClosed) {
            return;
        }
        isClosed = true;
        Optional<FormatException> wrongHeaders = wrongHeaders();
        if (wrongHeaders.isPresent()) {
            output.drop();
        }
        output.close();
        if (!isTold()) {
            wrongHeaders.ifPresent(wrong -> {
                throw wrong;
            });
            reportEnd();
        }
    }

    /** Checks as the writer of the stream around this one does; null to check nothing. */
    final void checkAs(@Nullable Validation other) {
        validation = other;
    }

    /** Reports if the stream must not end here, unless something that was refused has been told. */
    final void reportEndUnlessTold() throws IOException {
        if (!isTold()) {
            reportEnd();
        }
    }

    private boolean isTold() {
        return hasFailed || isBroken;
    }

    /** What keeps the headers from being written. */
    private Optional<FormatException> wrongHeaders() throws IOException {
        try {
            begin();
            return Optional.empty();
        } catch (FormatException e) {
            return Optional.of(e);
        }
    }
}
