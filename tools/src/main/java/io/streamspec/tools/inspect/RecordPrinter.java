package io.streamspec.tools.inspect;

import java.io.IOException;

/** Shows headers and records, one after the other. */
interface RecordPrinter {

    void print(Shown shown) throws IOException;
}
