package io.streamspec.runtime;

import java.io.IOException;

/** Reports what is wrong with the octets of a header. */
@FunctionalInterface
public interface HeaderCheck {

    /** Reports to {@code validation} what {@code octets} break of the specification. */
    void check(Body octets, Validation validation) throws IOException;
}
