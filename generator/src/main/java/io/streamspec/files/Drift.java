package io.streamspec.files;

import io.streamspec.source.SourceText;

/**
 * A file that is not what it should be.
 *
 * @param kept what is there, under a name that starts as the folder was given; no text if it is missing or extra
 * @param line the first line (from 1) that differs
 * @param difference what differs, as a unified diff of bounded size, or a remark; empty where a file is missing or extra
 */
public record Drift(SourceText kept, Kind kind, int line, String difference) {

    /** What is wrong with it. */
    public enum Kind {
        /** It should be there, and is not. */
        MISSING,
        /** It is there, was generated once, and should not be there any more. */
        EXTRA,
        /** Its content differs. */
        CHANGED
    }
}
