package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record of a stream at a time: its head, as much of its body as is asked for, and its padding. {@link RecordReader} is
 * the way to get one.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class RecordCursor<R> extends StreamFormat<R> {

    final RecordInput input;
    final StreamCheck check = new StreamCheck();
    Framing framing;
    long index = -1;
    long type;
    private @Nullable RecordKind kind;
    long start;
    private final RecordBody body;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private int length;
    private boolean unpadded;
    private @Nullable FormatException failure;

    RecordCursor(RecordInput input, Framing framing) {
        this.input = input;
        this.framing = framing;
        this.body = new RecordBody(input);
    }

    /** Decodes one header and takes its octets. {@code least} are those it has at any rate. */
    protected final <H> H header(String name, long least, ByteOrder order, HeaderCodec<H> codec) throws IOException {
        return header(name, least, order, new HeaderLimit(framing.limit(), ""), codec);
    }

    /** The same for a header that has a limit of its own. */
    protected final <H> H header(String name, long least, ByteOrder order, HeaderLimit limit, HeaderCodec<H> codec)
            throws IOException {
        return HeaderOctets.read(name, least, order, codec, limit, input, check);
    }

    /** The order in which {@code octets} octets, {@code at} octets from here, are {@code mark}; else little-endian. */
    protected final ByteOrder orderOf(int at, int octets, long mark) throws IOException {
        return input.orderOf(at, octets, mark);
    }

    /**
     * The octets of the stream's header of this name, {@code image_header}, as they were read; to be read only.
     *
     * @throws IllegalArgumentException if there is none
     */
    public final ByteBuffer headerOctets(String name) throws IOException {
        return check.octets(name);
    }

    /** Sets the byte order of what follows. */
    protected final void order(ByteOrder order) {
        this.order = Objects.requireNonNull(order, "order is null");
        body.order(order);
    }

    /** The byte order of the stream's records. */
    public final ByteOrder byteOrder() {
        return order;
    }

    /** The number of the current record, counted from 0. */
    public final long index() {
        requireAdvanced();
        return index;
    }

    /** The type of the current record as a number. */
    public final long typeNumber() {
        requireAdvanced();
        return type;
    }

    /** The name of the current record's type, {@code PAGE_DATA}; its number if it has none. */
    public final String typeName() {
        requireAdvanced();
        return name(type);
    }

    /** Where the current record's head starts, in octets from the start of the input. */
    public final long offset() {
        requireAdvanced();
        return start;
    }

    /** Where the current record's body starts, in octets from the start of the input. */
    public final long bodyOffset() {
        requireAdvanced();
        return start + framing.head();
    }

    /** The octets of the current record's body, padding not counted. */
    public final int length() {
        requireAdvanced();
        return length;
    }

    /** The whole body of the current record, as {@link #load(long)} shows it. */
    public final ByteBuffer load() throws IOException {
        return load(length);
    }

    /**
     * The first {@code octets} octets of the current record's body, from the buffer's position to its limit, in the stream's
     * order: for static accessors, {@code PageData.count(b, b.position())}. Good until the next call or until the reader
     * moves on; to be read only. Copies nothing that memory holds already. Of a file, what is not asked for is not read,
     * apart from a little read ahead.
     *
     * @throws FormatException if the body has fewer
     */
    public final ByteBuffer load(long octets) throws IOException {
        requireRecord();
        Require.that(octets >= 0, "no octets: ", octets);
        if (octets > length) {
            long at = start + framing.head();
            throw FormatException.truncated("body", at, octets - length, octets).in(describe(), 0);
        }
        try {
            return body.show((int) octets);
        } catch (FormatException e) {
            throw e.in(describe(), 0);
        }
    }

    /** The body of the current record, read-only, in the stream's order; good until the reader moves on. */
    public final ByteBuffer body() throws IOException {
        return load().slice().asReadOnlyBuffer().order(order);
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

    /**
     * The current record's body as octets of a stream of its own, for a reader of what it holds; its offsets are those of
     * this stream. What lies in memory already stays there, and a body of any length goes through little memory. Good until
     * this reader moves on.
     */
    public final RecordInput contents() throws IOException {
        requireRecord();
        long at = bodyOffset();
        if (input.fits(length)) {
            return RecordInput.of(load().slice()).startingAt(at);
        }
        return RecordInput.from(new BodyChannel(this)).startingAt(at);
    }

    /**
     * The current record, decoded. It owns its octets and may be kept; of memory, it shares them.
     *
     * @throws FormatException if that cannot be; of a header if the layout depends on a field that is wrong there
     */
    public final R record() throws IOException {
        int at = keep();
        try {
            return decode(type, body.buffer(), at, length);
        } catch (FormatException e) {
            FormatException fault = e.in(describe(), start + framing.head() - at, start + framing.head());
            throw check.causeOf(fault, framing.rules().document(), headerFields(type));
        }
    }

    /** Brings the whole body into memory that keeps it: where it starts in that of {@link #currentBody}. */
    final int keep() throws IOException {
        requireRecord();
        try {
            return body.keep();
        } catch (FormatException e) {
            throw e.in(describe(), 0);
        }
    }

    /** The current record's body, as much of it as is left. */
    final RecordBody currentBody() {
        return body;
    }

    /** The current record's body, none of which has been taken, or all of which is kept. */
    final Body wholeBody() {
        requireRecord();
        if (!body.isWhole()) {
            throw new IllegalStateException("the body of " + describe() + " has been passed over");
        }
        return body;
    }

    /** Requires of a file or memory that it has all of the current record's body; of a pipe, that shows when it is read. */
    final void requireBody() throws IOException {
        requireRecord();
        try {
            body.requireRoom();
        } catch (FormatException e) {
            throw e.in(describe(), 0);
        }
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

    /** Passes over what is left of the record. */
    final void finish() throws IOException {
        try {
            body.pass();
            if (unpadded) {
                unpadded = false;
                int padding = framing.padding(length);
                if (padding > 0) {
                    passPadding(padding);
                }
            }
        } catch (FormatException e) {
            throw failed(e.in(describe(), 0));
        }
    }

    private void passPadding(int padding) throws IOException {
        Validation validation = check.validation();
        if (validation != null && validation.isStrict()) {
            int at = input.require("padding", padding);
            validation.enter(framing.rules().document(), name(type), index, input.offset());
            validation.origin(at);
            validation.zero(framing.rules().padding(), "padding", input.buffer(), at, padding);
        }
        input.skip("padding", padding);
    }

    /** Goes to the next record; if its head is not accepted, the one before stays the latest that there was. */
    final void readHead() throws IOException {
        long at = input.offset();
        input.order(order);
        int position = requireHead(index + 1);
        ByteBuffer head = input.buffer();
        long next = type(head, position);
        RecordKind nextKind = kindOf(next);
        if (!nextKind.isReadable()) {
            refuseType(next, at);
        }
        long octets = framing.isTagged() ? measured(next) : length(head, position);
        if (octets < 0 || octets > framing.limit()) {
            throw failed(framing.tooLong(at, octets).in(describe(index + 1, next), 0));
        }
        head(head, position);
        input.consume(framing.head());
        start = at;
        index++;
        type = next;
        kind = nextKind;
        length = (int) octets;
        body.begin(length);
        unpadded = true;
    }

    /** The length of a record that tells it only by what is in it; no more is waited for than it takes to tell. */
    private long measured(long next) throws IOException {
        FormatException unknown = null;
        int needed = framing.tag();
        while (true) {
            int at = requireMore(needed, unknown);
            try {
                return measure(next, input.buffer(), at, input.atHand());
            } catch (FormatException e) {
                unknown = e.in(describe(index + 1, next), input.offset() - at, input.offset());
                long more = input.atHand() + e.missing();
                if (e.missing() == 0) {
                    throw failed(unknown);
                } else if (more > framing.limit()) {
                    return more; // which is too long already
                }
                needed = (int) more;
            }
        }
    }

    /** Waits for so many octets; if they are not there, {@code fault} says best what they would have been. */
    private int requireMore(int needed, @Nullable FormatException fault) throws IOException {
        try {
            return input.requireAny("body", needed);
        } catch (FormatException e) {
            throw failed(fault == null ? e.in("record " + (index + 1), 0) : fault);
        }
    }

    /** What is to be known of a type. */
    private RecordKind kindOf(long ofType) {
        RecordKind latest = kind;
        return latest != null && latest.type() == ofType ? latest : RecordKind.of(ofType, this);
    }

    /** What is to be known of the current record's type. */
    final RecordKind kind() {
        return kindOf(type);
    }

    private void refuseType(long next, long at) {
        Validation validation = check.validation();
        if (validation == null || framing.isTagged()) {
            throw failed(FormatException.of("type", at, "unknown mandatory record", "a known or an optional record")
                    .breaking(framing.rules().type())
                    .in(describe(index + 1, next), 0));
        }
        validation.enter(framing.rules().document(), name(next), index + 1, at);
        String found = "0x" + Long.toHexString(next);
        validation.report(framing.rules().type(), true, 0, "type", "a known or an optional record", found);
    }

    /** Waits for the head of the next record, which is the {@code number}-th: where it starts in the input's buffer. */
    final int requireHead(long number) throws IOException {
        try {
            return input.require("head", framing.tag());
        } catch (FormatException e) {
            throw failed(e.in("record " + number, 0));
        }
    }

    /** Takes note of what leaves nothing to be read. */
    private FormatException failed(FormatException e) {
        failure = e;
        return e;
    }

    final void requireWhole() {
        if (failure != null) {
            throw failure;
        }
    }

    private void requireRecord() {
        requireAdvanced();
        requireWhole();
    }

    /** @throws IllegalStateException if there is no current record yet */
    protected final void requireAdvanced() {
        if (index < 0) {
            requireWhole();
            throw new IllegalStateException("there is no record before the first advance()");
        }
    }

    /** Its type, and where it stands: {@code LibxcReader at octet 40, record 0 (PAGE_DATA)}. */
    @Override
    public final String toString() {
        String where = index < 0 ? "octet " + input.offset() : "octet " + start + ", " + describe();
        return getClass().getSimpleName() + " at " + where;
    }

    final String describe() {
        return describe(index, type);
    }

    /** The number and name of a record. */
    private String describe(long number, long ofType) {
        return "record " + number + " (" + name(ofType) + ")";
    }
}
