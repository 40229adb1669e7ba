package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream record by record, forward, in bounded memory: one record at a time. {@link #next} decodes each;
 * {@link #advance} looks at the head alone and passes over bodies that nobody asks for. A stream ends behind a record
 * that closes it, or where it runs out of octets behind a record that may be the last one.
 *
 * <p>Whatever is wrong with the octets is a {@link FormatException} with offset, record and field. A record whose body
 * cannot be decoded can be passed over. Where the stream breaks off, or a head is not accepted, nothing more can be read:
 * {@link #advance} and whatever asks for a body throw the same exception again, and {@link #index}, {@link #offset} and
 * the like tell the latest record that there was. Not for use by several threads.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class RecordReader<R> extends RecordCursor<R> implements Closeable {

    private long[] until = {};
    private boolean handedOver;
    private boolean entered;
    private boolean paused;
    private boolean passed;
    private boolean ended;
    private boolean hasBrokenOff;
    private @Nullable RecordReader<?> nested;
    private boolean isInside;
    private boolean isLimited;

    /** A reader of the records in {@code input}; the headers before them are the subclass's business. */
    protected RecordReader(RecordInput input, Framing framing) {
        super(input, framing);
    }

    /** Makes this reader, of a stream inside another one, stop behind records of these types. */
    protected final void stopBehind(long... types) {
        until = types.clone();
    }

    /** The octets behind the current record, for a reader of a stream inside this one. */
    protected final RecordInput handOver() throws IOException {
        finish();
        handedOver = true;
        entered = false;
        return input;
    }

    /** Whether the stream behind the current record has been handed over. */
    protected final boolean isHandedOver() {
        return handedOver;
    }

    /** Whether {@code reader} reads the stream behind the current record. */
    protected final boolean isReading(@Nullable RecordReader<?> reader) {
        return handedOver && nested != null && nested == reader;
    }

    /**
     * Whether the stream that {@code reader} reads has stopped and has more to say behind the current record, the next
     * record of this stream being of none of the types {@code unless}. Waits for the octets behind the record.
     */
    protected final boolean isResumed(@Nullable RecordReader<?> reader, long... unless) throws IOException {
        if (reader == null || !reader.paused) {
            return false;
        }
        if (currentBody().isWhole()) {
            keep();
        }
        finish();
        if (input.isAtEnd()) {
            return false;
        }
        input.order(byteOrder());
        long next = type(input.buffer(), requireHead(index + 1));
        return Arrays.stream(unless).noneMatch(other -> other == next);
    }

    /** Makes {@code reader} the one that has to come to its end, or to a stop, before this one goes on. */
    protected final void nest(RecordReader<?> reader) throws IOException {
        finish();
        handedOver = true;
        entered = true;
        reader.isInside = true;
        reader.passed = reader.paused;
        reader.paused = false;
        nested = reader;
        if (isLimited && !reader.isLimited) {
            reader.limit(framing.limit());
        }
        Validation validation = check.validation();
        if (validation != null && reader.check.validation() == null) {
            reader.validate(validation);
        }
    }

    /**
     * Checks the headers and, from here on, each record that this reader goes to, its padding, and the order of all; to be
     * called before the first record. What is wrong is reported to {@code validation} and passed over, if it leaves
     * anything to read; streams inside this one are checked too.
     */
    public final void validate(Validation validation) throws IOException {
        Objects.requireNonNull(validation, "validation is null");
        if (index >= 0 || check.validation() != null) {
            throw new IllegalStateException("records or headers have been read already");
        }
        check.begin(framing.rules().document(), validation, this);
    }

    /**
     * How far the stream has come in the specification's order, if it gives one and the stream is being validated: which
     * records may come next, and whether it may end. To be asked for anew before each record.
     */
    public final Optional<StreamState> state() {
        return check.state();
    }

    /**
     * Whether octets follow behind the stream, which has come to its end. Waits for one, or for the end of the input, as
     * validating does not: what is not there yet is not remarked on.
     */
    public final boolean isFollowed() throws IOException {
        return ended && !input.isAtEnd();
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
        requireWhole();
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
        if (input.isAtEnd() && isOver()) {
            return false;
        }
        readHead();
        handedOver = false;
        Validation validation = check.validation();
        boolean isSound = validation == null || check(validation);
        if (isSound && kind().isRemembered()) {
            remember(record());
        }
        return true;
    }

    /**
     * The next record, decoded and safe to keep; empty if the stream has ended. While it is read, the record before is
     * still in memory if the caller has it in a variable, as loops do: of a file or a pipe, that is room for two. A body
     * of a pipe that is longer than all before grows as it arrives, which takes half of it again for a moment. Whoever has
     * less uses {@link #advance} with {@link #record}, {@link #load(int)} or {@link #nextPiece}.
     */
    public final Optional<R> next() throws IOException {
        return advance() ? Optional.of(record()) : Optional.empty();
    }

    /**
     * Sets the longest body that is read, in octets, in place of the specification's or the default limit, in streams
     * inside too.
     */
    public final void limit(long octets) {
        framing = framing.withLimit(octets);
        isLimited = true;
        if (nested != null) {
            nested.limit(octets);
        }
    }

    /** Closes the input; that of a stream inside another one belongs to the other's reader. */
    @Override
    public void close() throws IOException {
        if (!isInside) {
            input.close();
        }
    }

    private void pass() throws IOException {
        boolean isForeign = kind().isForeign();
        if (isForeign && !handedOver) {
            throw new IllegalStateException(
                    "behind " + describe() + " another stream begins, which must be read first");
        }
        if (!handedOver) {
            enter();
        } else if (!entered && !isForeign) {
            throw new IllegalStateException("the stream behind " + describe() + " could not be read");
        }
        finish();
        if (nested != null) {
            nested.drain();
        }
    }

    /** Whether the record has a layout. */
    private boolean check(Validation validation) throws IOException {
        RecordKind kind = kind();
        check.step(kind.name(), index, start, kind.symbol());
        validation.enter(framing.rules().document(), kind.name(), index, start + framing.head());
        try {
            check(type, currentBody(), validation);
            return true;
        } catch (FormatException e) {
            if (e.record().isPresent() || e.rule().equals(FrameRules.COMPLETE)) {
                throw e.record().isPresent() ? e : e.in(describe(), 0); // reported already, or the stream has ended
            }
            validation.fault(e);
            return false;
        }
    }

    /** What a stream ends with, and what lies behind it, if nothing goes on around it. */
    private void checkEnd() throws IOException {
        Validation validation = check.validation();
        if (validation == null || isInside) {
            return;
        }
        check.end(input.offset());
        if (validation.isStrict() && input.hasAtHand()) {
            validation.enter(framing.rules().document(), "stream", -1, input.offset());
            validation.report(FrameRules.END, false, 0, "end", "nothing behind the last record", "more octets");
        }
    }

    /** Whether the stream is over where the input is; if it must not be, that has been reported. */
    private boolean isOver() throws IOException {
        if (index < 0 ? mayBeEmpty() : mayBeLast(type)) {
            ended = true;
            checkEnd();
        } else {
            hasBrokenOff = nested != null && nested.hasBrokenOff || isReported();
            ended = hasBrokenOff;
        }
        return ended;
    }

    /** Whether the order has something to say of an end here. A stream out of order is told of by its missing head. */
    private boolean isReported() {
        Validation validation = check.validation();
        if (validation == null) {
            return false;
        }
        long before = validation.count();
        check.end(input.offset());
        return validation.count() > before;
    }

    private void drain() throws IOException {
        boolean more = true;
        while (more) {
            more = advance();
        }
    }

    private boolean stopsHere() throws IOException {
        ended = kind().isClosing();
        if (ended) {
            checkEnd();
        }
        for (long stop : until) {
            paused |= stop == type;
        }
        return ended || paused;
    }
}
