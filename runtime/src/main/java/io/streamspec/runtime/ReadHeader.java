package io.streamspec.runtime;

import java.io.IOException;

/** A header that a reader has read, kept until it is known whether it is to be checked. */
record ReadHeader(String name, long offset, Body octets, HeaderCheck check) {

    /** Reports what is wrong with it. */
    void report(Validation validation) throws IOException {
        validation.enter(name, -1, offset);
        check.check(octets, validation);
    }
}
