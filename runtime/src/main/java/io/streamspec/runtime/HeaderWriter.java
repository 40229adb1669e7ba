package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a stream that is made of headers and of something else behind them: another stream, whose writer the subclass
 * gives, or octets that the specification does not describe ({@link #rest}). Headers that break a rule are a
 * {@link FormatException}, and not a single octet is written then. Not for use by several threads.
 */
public abstract class HeaderWriter implements Closeable {

    private final RecordOutput output;
    private final String document;
    private final ByteOrder order;
    private final StreamCheck check = new StreamCheck();
    private @Nullable Validation validation = Validation.ofWriter();
    private @Nullable RecordWriter<?> inner;
    private boolean isContinued;
    private boolean handedOver;
    private boolean hasBegun;
    private boolean isClosed;

    /** A writer to {@code output} of a stream that {@code document} describes; its headers are the subclass's business. */
    protected HeaderWriter(RecordOutput output, String document, ByteOrder order) {
        this.output = output;
        this.document = document;
        this.order = order;
    }

    /** Writes a header, which is checked when it is known whether it is to be checked. */
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

    /** Says that the headers announce another stream. */
    protected final void continued(boolean isContinued) {
        this.isContinued = isContinued;
    }

    /**
     * Checks the headers and the stream behind them against the specification and reports to {@code validation}; to be
     * called before the latter. Without this, what breaks a rule that every reader relies on is a {@link FormatException}.
     */
    public final void validate(Validation validation) {
        Objects.requireNonNull(validation, "validation is null");
        if (hasBegun) {
            throw new IllegalStateException("the headers have been checked already");
        }
        this.validation = validation;
    }

    /** Writes whatever it is given. */
    public final void unchecked() {
        validation = null;
    }

    private void begin() throws IOException {
        if (validation != null && !hasBegun) {
            check.begin(document, validation, null);
            hasBegun = true;
        }
    }

    /** The output, for what follows the headers and is written by no other writer. It is taken to be whole. */
    public final RecordOutput rest() throws IOException {
        begin();
        handedOver = true;
        return output;
    }

    /** The output, for the writer of the stream that follows; reported if the headers announce none such. */
    protected final RecordOutput handOver(boolean isAnnounced) throws IOException {
        begin();
        if (!isAnnounced || handedOver) {
            report("what the headers announce", handedOver ? "a second stream" : "another stream");
        }
        handedOver = true;
        return output;
    }

    /** {@code writer}, of the stream that follows, which checks as this one does. */
    protected final <W extends RecordWriter<?>> W nest(W writer) {
        writer.checkAs(validation);
        inner = writer;
        return writer;
    }

    private void report(String expected, String found) {
        if (validation != null) {
            validation.enter(document, "stream", -1, output.offset());
            validation.report(FrameRules.STREAMS_INSIDE, true, 0, "order", expected, found);
        }
    }

    /** The byte order of the headers that have none of their own. */
    public final ByteOrder byteOrder() {
        return order;
    }

    /** How many octets were written so far. */
    public final long offset() {
        return output.offset();
    }

    /** Hands all octets to the file or channel, and before them the headers, which are checked first. */
    public final void flush() throws IOException {
        begin();
        output.flush();
    }

    /**
     * Closes the output, of which wrong headers do not get a single octet, and then reports if what the headers announce is
     * missing or not whole; not if it broke off with a record that was refused, which has been told already.
     */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try {
            begin();
        } catch (FormatException e) {
            output.drop();
            output.close();
            throw e;
        }
        output.close();
        if (isContinued && !handedOver) {
            report("the stream that begins here", "the end of the stream");
        } else if (inner != null) {
            inner.reportEndUnlessTold();
        }
    }

    /** Its type, and where it stands: {@code XlsaveWriter at octet 48}. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + " at octet " + output.offset();
    }
}
