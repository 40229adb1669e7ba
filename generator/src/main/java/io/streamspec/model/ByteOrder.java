package io.streamspec.model;

import java.util.Locale;

/** The order in which a structure's octets stand. */
public enum ByteOrder {
    /** Most significant octet first. */
    BIG,
    /** Least significant octet first. */
    LITTLE,
    /** As the stream's own endianness bit says; without one, as the caller says. */
    STREAM;

    /** The lower-case word of exports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
