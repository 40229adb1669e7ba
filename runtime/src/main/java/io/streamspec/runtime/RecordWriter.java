package io.streamspec.runtime;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes a stream record by record. Lengths and padding are computed; a record that does not fit what went before it (the
 * page size, say) or is longer than the limit is refused with an {@link IllegalArgumentException}, and nothing of it is
 * written. Not for use by several threads.
 *
 * @param <R> the sealed family of the stream's records
 */
public abstract class RecordWriter<R> implements Closeable {

    private final RecordOutput output;
    private final Framing framing;
    private final ByteOrder order;
    private final boolean nested;

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

    /** Writes a record's head. */
    protected abstract void encodeHead(ByteBuffer b, int at, long type, long length);

    /** Writes a header. */
    protected final void header(long size, RecordOutput.Encoder encoder) throws IOException {
        output.put(size, order, encoder);
    }

    /** Writes a record of this type, with a body of this length. */
    protected final void record(String name, long type, long length, RecordOutput.Encoder body) throws IOException {
        if (length > framing.limit()) {
            throw new IllegalArgumentException(
                    name + ": " + length + " octets are more than the limit of " + framing.limit());
        }
        long padding = framing.padding(length);
        output.put(framing.head() + length + padding, order, (b, at) -> {
            encodeHead(b, at, type, length);
            int end = body.encode(b, at + framing.head());
            return Octets.putZeroes(b, end, padding);
        });
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

    /** Closes the output; if it belongs to another writer, does nothing. Writes no closing record. */
    @Override
    public void close() throws IOException {
        if (!nested) {
            output.close();
        }
    }
}
