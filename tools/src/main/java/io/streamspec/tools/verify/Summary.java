package io.streamspec.tools.verify;

/**
 * How a run went.
 *
 * @param format what the stream is
 * @param findings how many there were
 * @param counts the records by type
 * @param octets how far the stream was read, in octets
 * @param isWhole whether the stream was read to its end
 * @param isInterrupted whether the user stopped it
 */
record Summary(
        String format, Findings.Tally findings, Counts counts, long octets, boolean isWhole, boolean isInterrupted) {

    /** Whether nothing speaks against the stream. */
    boolean isSound() {
        return findings.errors() == 0 && isWhole;
    }
}
