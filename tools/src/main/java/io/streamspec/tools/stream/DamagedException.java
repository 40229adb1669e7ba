package io.streamspec.tools.stream;

import java.io.IOException;

/** The octets that were read are not what they should be; reading them went well. */
public final class DamagedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public DamagedException(String message) {
        super(message);
    }
}
