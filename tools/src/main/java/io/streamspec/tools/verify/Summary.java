package io.streamspec.tools.verify;

import java.util.List;

/**
 * How a run went.
 *
 * @param format what the stream is
 * @param errors how many there were, like {@code warnings} and {@code notes}, told or not
 * @param untold how many findings were counted only
 * @param records of all streams
 * @param octets how far the stream was read, in octets
 * @param counts by type of record
 * @param isWhole whether the stream was read to its end
 * @param isInterrupted whether the user stopped it
 */
record Summary(
        String format,
        long errors,
        long warnings,
        long notes,
        long untold,
        long records,
        long octets,
        List<Counts.Count> counts,
        boolean isWhole,
        boolean isInterrupted) {

    /** Whether nothing speaks against the stream. */
    boolean isSound() {
        return errors == 0 && isWhole;
    }
}
