package io.streamspec.tools.inspect;

import java.io.IOException;

/** Shows headers and records. */
interface RecordPrinter {

    /**
     * Shows one.
     *
     * @param offset where it starts in the file
     * @param path the streams around it, {@code libxc/} or empty
     * @param type its name
     * @param length the octets of the body, or of the header
     * @param content the decoded header or record
     */
    void print(long offset, String path, String type, long length, Record content) throws IOException;
}
