package io.streamspec.tools.stream;

import io.streamspec.runtime.FormatException;
import java.io.IOException;

/** What is shown of a stream, and of those inside of it, in the order of its octets. */
public interface StreamVisitor {

    /**
     * What follows, faults included, is of this stream.
     *
     * @param path the stream and what is around it, {@code libxl#1/libxc}
     * @param document the name of its specification
     */
    default void at(String path, String document) throws IOException {}

    /** A stream begins, whose headers have been read and which may now be {@linkplain Level#reader validated}. */
    default void begin(Level level) throws IOException {}

    /**
     * A header of the stream that has begun, or of a file that has nothing but headers around a stream.
     *
     * @param path where it is, {@code libxl#1/libxc}
     * @param name its name in the specification, {@code image_header}
     * @param offset where it starts
     * @param size its octets
     */
    default void header(String path, String name, long offset, long size, Record header) throws IOException {}

    /** A record, on which {@link Level#reader} stands. Streams inside of it are walked after this. */
    default void record(Level level) throws IOException {}

    /** The stream has ended, or has stopped until its outer stream lets it go on: {@link #resume} tells. */
    default void end(Level level) throws IOException {}

    /**
     * A stream in the body of a record has ended, but not the body.
     *
     * @param offset where its last record ends
     * @param octets how many more there are
     */
    default void behind(Level level, long offset, long octets) throws IOException {}

    /** The stream, which has stopped, goes on. */
    default void resume(Level level) throws IOException {}

    /**
     * What stands in the body of a record cannot be read any further. The stream around it goes on, unless this throws.
     *
     * @throws FormatException the fault itself, unless another visitor knows better
     */
    default void fault(FormatException fault) throws IOException {
        throw fault;
    }

    /** Whether enough has been seen: the walk ends here, and nothing more is shown. */
    default boolean isDone() {
        return false;
    }

    /** Whether to walk streams that stand in the body of a record. */
    default boolean entersBodies() {
        return true;
    }
}
