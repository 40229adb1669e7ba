package io.streamspec.tools.memory;

import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxc.PageData;
import java.io.IOException;

/** Goes through those batches of a stream that a {@link PageScan} has found to count. */
abstract class PageVisitor implements StreamVisitor {

    private final long batches;
    private final Batch batch = new Batch();
    private long done;

    PageVisitor(long batches) {
        this.batches = batches;
    }

    @Override
    public final void record(Level level) throws IOException {
        if (level.reader() instanceof LibxcReader reader && reader.typeNumber() == PageData.RECORD_TYPE) {
            batch.read(reader);
            pages(batch, reader);
            done++;
        }
    }

    @Override
    public final boolean isDone() {
        return done >= batches;
    }

    /** What follows is of no interest. */
    @Override
    public final boolean entersBodies() {
        return false;
    }

    /** Takes the contents of the batch on which {@code reader} stands, none of which have been taken. */
    abstract void pages(Batch batch, LibxcReader reader) throws IOException;
}
