package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream record by record, forward, in bounded memory: one record at a time. {@link #next} decodes each;
 * {@link #advance} looks at the head alone and passes over bodies that nobody asks for. A stream ends behind a record
 * that closes it, or where it runs out of octets behind a record that may be the last one.
 *
 * <p>Whatever is wrong with the octets is a {@link FormatException} with offset, record and field; after one, the
 * reader is of no further use. Not for use by several threads.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class RecordReader<R> implements Closeable {

    private final RecordInput input;
    private final RecordBody body;
    private Framing framing;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long[] until = {};
    private long index = -1;
    private long type;
    private long start;
    private int length;
    private boolean unpadded;
    private boolean handedOver;
    private boolean paused;
    private boolean passed;
    private boolean ended;
    private @Nullable RecordReader<?> nested;
    private boolean isInside;
    private boolean isLimited;
    private final List<ReadHeader> headers = new ArrayList<>();
    private @Nullable Validation validation;
    private @Nullable StreamState state;

    /** A reader of the records in {@code input}; the headers before them are the subclass's business. */
    protected RecordReader(RecordInput input, Framing framing) {
        this.input = input;
        this.framing = framing;
        this.body = new RecordBody(input);
    }

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
     * Enters the other stream that begins behind a record of this type, if there is one that this reader can pass over
     * when its user does not read it.
     */
    protected void enter(long type) throws IOException {}

    /** Whether behind a record of this type a stream begins that only the user can read. */
    protected boolean isForeign(long type) {
        return false;
    }

    /** Decodes one header and takes its octets. {@code least} are those it has at any rate. */
    protected final <H> H header(
            String name,
            long least,
            ByteOrder order,
            Elements.Decoder<H> decoder,
            ToLongFunction<H> size,
            HeaderCheck check)
            throws IOException {
        long room = least;
        while (true) {
            ByteBuffer view = input.peek(name, (int) Math.min(room, Integer.MAX_VALUE), order);
            ByteBuffer copy = ByteBuffer.allocate(view.limit()).put(view).flip().order(order);
            try {
                H header = decoder.decode(copy, 0, copy.limit());
                int taken = (int) size.applyAsLong(header);
                headers.add(new ReadHeader(name, input.offset(), Body.of(copy, 0, taken), check));
                input.skip(name, taken);
                return header;
            } catch (FormatException e) {
                if (e.missing() == 0) {
                    throw e.in(name, input.offset());
                }
                room += e.missing();
            }
        }
    }

    /** Sets the byte order of what follows. */
    protected final void order(ByteOrder order) {
        this.order = order;
        body.order(order);
    }

    /** Makes this reader stop behind records of these types, to go on when {@link #resume} is called. */
    protected final void stopBehind(long... types) {
        until = types.clone();
    }

    /** The octets behind the current record, for a reader of a stream inside this one. */
    protected final RecordInput handOver() throws IOException {
        finish();
        handedOver = true;
        return input;
    }

    /** Makes {@code reader} the one that has to come to its end, or to a stop, before this one goes on. */
    protected final <N extends RecordReader<?>> N nest(N reader) throws IOException {
        RecordReader<?> inner = reader;
        inner.isInside = true;
        inner.passed = inner.paused;
        inner.paused = false;
        nested = reader;
        if (isLimited) {
            inner.limit(framing.limit());
        }
        if (validation != null && inner.validation == null) {
            inner.validate(validation);
        }
        return reader;
    }

    /**
     * Checks the headers and, from here on, each record that this reader goes to, its padding, and the order of all; to be
     * called before the first record. What is wrong is reported to {@code validation} and passed over, if it leaves
     * anything to read; streams inside this one are checked too.
     */
    public final void validate(Validation validation) throws IOException {
        if (index >= 0) {
            throw new IllegalStateException("records have been read already");
        }
        this.validation = validation;
        for (ReadHeader header : headers) {
            header.report(validation);
        }
        validation.enter("headers", -1, headers.isEmpty() ? 0 : headers.get(0).offset());
        state = begin(validation).orElse(null);
    }

    /** How far the stream has come in the specification's order, if it gives one and the stream is being validated. */
    public final Optional<StreamState> state() {
        return Optional.ofNullable(state);
    }

    /** The byte order of the stream's records. */
    public final ByteOrder byteOrder() {
        return order;
    }

    /** Whether the stream has come to its end. */
    public final boolean hasEnded() {
        return ended;
    }

    /**
     * Goes to the next record and reads its head.
     *
     * @return false if there is none: the stream has ended
     */
    public final boolean advance() throws IOException {
        if (ended || paused) {
            return false;
        }
        if (index >= 0 && !passed) {
            pass();
            if (stopsHere()) {
                return false;
            }
        }
        passed = false;
        if (input.isAtEnd() && (index < 0 ? mayBeEmpty() : mayBeLast(type))) {
            ended = true;
            checkEnd();
            return false;
        }
        readHead();
        boolean isSound = validation == null || check(validation);
        if (isSound && isRemembered(type)) {
            remember(record());
        }
        return true;
    }

    /** The next record, decoded and safe to keep; empty if the stream has ended. */
    public final Optional<R> next() throws IOException {
        return advance() ? Optional.of(record()) : Optional.empty();
    }

    /** The number of the current record, counted from 0. */
    public final long index() {
        requireRecord();
        return index;
    }

    /** The type of the current record as a number. */
    public final long typeNumber() {
        requireRecord();
        return type;
    }

    /** Where the current record's head starts, in octets from the start of the input. */
    public final long offset() {
        requireRecord();
        return start;
    }

    /** The octets of the current record's body, padding not counted. */
    public final int length() {
        requireRecord();
        return length;
    }

    /** Sets the longest body that is read, in octets, in place of the specification's or the default limit, in streams inside too. */
    public final void limit(long octets) {
        framing = framing.withLimit(octets);
        isLimited = true;
    }

    /**
     * Makes sure that the whole body of the current record is in {@link #buffer}: where it starts there. Copies nothing
     * that memory holds already.
     */
    public final int load() throws IOException {
        return load(length);
    }

    /**
     * Makes sure that the first {@code octets} octets of the body are in {@link #buffer}, or all if it has fewer: where
     * they start there. Of a file, what is not asked for is never read.
     */
    public final int load(int octets) throws IOException {
        requireRecord();
        try {
            return body.load(octets);
        } catch (FormatException e) {
            throw e.in(describe(), 0);
        }
    }

    /** The memory with what was loaded of the body, in the stream's order; good until the reader moves on. Read only. */
    public final ByteBuffer buffer() {
        return body.buffer();
    }

    /** The body of the current record, read-only, in the stream's order; good until the reader moves on. */
    public final ByteBuffer body() throws IOException {
        int at = load();
        return buffer().slice(at, length).asReadOnlyBuffer().order(order);
    }

    /**
     * Takes the next octets of the current record's body, good until the next call: as many as are in memory or can be had
     * at once, so that a body of any length goes through little memory. Nothing is left when there are none. What was
     * decoded before is handed out again.
     */
    public final ByteBuffer nextPiece() throws IOException {
        requireRecord();
        try {
            return body.nextPiece();
        } catch (FormatException e) {
            throw e.in(describe(), 0);
        }
    }

    /** The current record, decoded. It owns its octets and may be kept; of memory, it shares them. */
    public final R record() throws IOException {
        int at = keep();
        try {
            return decode(type, buffer(), at, length);
        } catch (FormatException e) {
            throw e.in(describe(), start + framing.head() - at);
        }
    }

    private int keep() throws IOException {
        requireRecord();
        try {
            return body.keep();
        } catch (FormatException e) {
            throw e.in(describe(), 0);
        }
    }

    /** The current record's body, none of which has been taken, or all of which is kept. */
    final Body wholeBody() {
        requireRecord();
        if (!body.isWhole()) {
            throw new IllegalStateException("the body of " + describe() + " has been passed over");
        }
        return body;
    }

    /** Puts out the current record's body as it is and takes it. */
    final void sendBody(RecordOutput output) throws IOException {
        requireRecord();
        try {
            body.send(output);
        } catch (FormatException e) {
            throw e.in(describe(), 0);
        }
    }

    /** Closes the input. */
    @Override
    public void close() throws IOException {
        input.close();
    }

    private void pass() throws IOException {
        finish();
        if (isForeign(type) && !handedOver) {
            throw new IllegalStateException(
                    "behind " + describe() + " another stream begins, which must be read first");
        }
        if (nested == null) {
            enter(type);
        }
        RecordReader<?> inner = nested;
        if (inner != null) {
            inner.drain();
            nested = inner.ended ? null : inner;
        }
    }

    private void finish() throws IOException {
        try {
            body.pass();
            if (unpadded) {
                unpadded = false;
                passPadding(framing.padding(length));
            }
        } catch (FormatException e) {
            throw e.in(describe(), 0);
        }
    }

    private void passPadding(int padding) throws IOException {
        if (validation != null && validation.isStrict() && padding > 0) {
            int at = input.require("padding", padding);
            validation.enter(name(type), index, input.offset());
            validation.origin(at);
            validation.zero("padding", input.buffer(), at, padding);
        }
        input.skip("padding", padding);
    }

    /** Whether the record has a layout. */
    private boolean check(Validation validation) throws IOException {
        int symbol = symbol(type);
        validation.enter(name(type), index, start);
        if (state != null && symbol >= 0) {
            state.step(symbol, validation);
        }
        validation.enter(name(type), index, start + framing.head());
        try {
            check(type, body, validation);
            return true;
        } catch (FormatException e) {
            if (e.record().isPresent() || e.missing() > 0 && e.field().equals("body")) {
                throw e.record().isPresent() ? e : e.in(describe(), 0); // reported already, or the stream has ended
            }
            validation.fault(e);
            return false;
        }
    }

    /** What a stream ends with, and what lies behind it, if nothing goes on around it. */
    private void checkEnd() throws IOException {
        if (validation == null) {
            return;
        }
        validation.enter("stream", -1, input.offset());
        if (state != null && !isInside) {
            state.end(validation);
        }
        if (!isInside && !input.isAtEnd()) {
            validation.report(false, 0, "end", "nothing behind the last record", "more octets");
        }
    }

    private void drain() throws IOException {
        boolean more = true;
        while (more) {
            more = advance();
        }
    }

    private boolean stopsHere() throws IOException {
        ended = isClosing(type);
        if (ended) {
            checkEnd();
        }
        for (long stop : until) {
            paused |= stop == type;
        }
        return ended || paused;
    }

    private void readHead() throws IOException {
        start = input.offset();
        index++;
        input.order(order);
        int at = requireHead();
        ByteBuffer head = input.buffer();
        type = type(head, at);
        long octets = length(head, at);
        if (!isReadable(type)) {
            refuseType();
        }
        if (octets < 0 || octets > framing.limit()) {
            throw framing.tooLong(start, octets).in(describe(), 0);
        }
        input.consume(framing.head());
        length = (int) octets;
        body.begin(length);
        unpadded = true;
        handedOver = false;
    }

    private void refuseType() {
        if (validation == null) {
            throw FormatException.of("type", start, "unknown mandatory record").in(describe(), 0);
        }
        validation.enter(name(type), index, start);
        validation.report(true, 0, "type", "a known or an optional record", "0x" + Long.toHexString(type));
    }

    private int requireHead() throws IOException {
        try {
            return input.require("head", framing.head());
        } catch (FormatException e) {
            throw e.in("record " + index, 0);
        }
    }

    private void requireRecord() {
        if (index < 0) {
            throw new IllegalStateException("there is no record before the first advance()");
        }
    }

    private String describe() {
        return "record " + index + " (" + name(type) + ")";
    }
}
