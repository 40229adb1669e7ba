package io.streamspec.tools.xen;

import io.streamspec.tools.stream.Level;
import io.streamspec.tools.stream.StreamVisitor;
import io.streamspec.xen.libxc.Checkpoint;
import io.streamspec.xen.libxc.LibxcReader;
import io.streamspec.xen.libxl.CheckpointEnd;
import io.streamspec.xen.libxl.LibxlReader;

/**
 * Counts the checkpoints that are complete. A stream that breaks off behind one leaves a guest: Xen drops what has come of the
 * round and resumes the guest from that checkpoint.
 */
public final class Failover implements StreamVisitor {

    private long checkpoints;

    @Override
    public void record(Level level) {
        long type = level.reader().typeNumber();
        boolean isComplete = level.reader() instanceof LibxlReader
                ? type == CheckpointEnd.RECORD_TYPE
                : type == Checkpoint.RECORD_TYPE && level.reader() instanceof LibxcReader && !level.isInLibxl();
        checkpoints += isComplete ? 1 : 0;
    }

    /** How many checkpoints a guest could be resumed from. */
    public long checkpoints() {
        return checkpoints;
    }
}
