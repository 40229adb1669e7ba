package io.streamspec.tools.verify;

/** Whose part is taken when a stream is judged. */
public enum Profile {
    /** A restorer's: what the specifications let it accept and make it refuse. */
    RECEIVER,
    /** A producer's duties: whatever the specifications ask. */
    STRICT,
    /** That of Xen's own restorer: whether a host would take it. */
    XEN
}
