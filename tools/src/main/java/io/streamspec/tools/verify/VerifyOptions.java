package io.streamspec.tools.verify;

/**
 * How a stream is to be verified.
 *
 * @param profile whose part is taken
 * @param trailing what octets behind the last record are
 * @param json whether to tell in JSON, an object a line
 * @param most the most findings that are told; the others are counted
 * @param docs where the specifications are published, ending in a slash; empty for no links
 * @param progress when to show how far it has come
 */
public record VerifyOptions(
        Profile profile, Trailing trailing, boolean json, long most, String docs, Showing progress) {

    /** Without options on the command line. */
    public static final VerifyOptions USUAL =
            new VerifyOptions(Profile.RECEIVER, Trailing.WARN, false, 1000, "", Showing.AUTO);
}
