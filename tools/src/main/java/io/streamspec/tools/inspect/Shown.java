package io.streamspec.tools.inspect;

/**
 * A header or record that is shown.
 *
 * @param offset where it starts, in octets
 * @param path the stream that it is in and those around it, {@code libxl#1/libxc}
 * @param depth how many streams are around that one
 * @param index the number of the record in its stream, counted from 0; -1 of a header
 * @param type its name
 * @param instance which of several of this name, such as the processor that an entry of an HVM context is of; -1 if that is
 *     not told
 * @param length the octets of the body, or of the header
 * @param content decoded
 */
record Shown(long offset, String path, int depth, long index, String type, int instance, long length, Record content) {}
