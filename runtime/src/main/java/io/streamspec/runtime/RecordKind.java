package io.streamspec.runtime;

/**
 * What a stream's rules say of the records of one type, asked for when the type changes and not for each record: in a long
 * run of records of a type, as an image is, the reader's own work is most of what there is.
 *
 * @param name its name, or its number if it has none
 * @param symbol its place in the specification's order; negative if it has none
 * @param isReadable whether the specification knows it, or lets a reader pass over it
 * @param isRemembered whether later records depend on it
 * @param isForeign whether a stream begins behind it that only the user can read
 * @param isClosing whether nothing follows
 */
record RecordKind(
        long type,
        String name,
        int symbol,
        boolean isReadable,
        boolean isRemembered,
        boolean isForeign,
        boolean isClosing) {

    /** What {@code format} says of records of this type. */
    static RecordKind of(long type, StreamFormat<?> format) {
        return new RecordKind(
                type,
                format.name(type),
                format.symbol(type),
                format.isReadable(type),
                format.isRemembered(type),
                format.isForeign(type),
                format.isClosing(type));
    }
}
