package io.streamspec.report;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of a document, made of the path by which it is reported. */
final class FileUri {

    private FileUri() {}

    /** A relative path becomes a relative reference, an absolute one an address of scheme {@code file}. */
    static String of(String path) {
        boolean drive = path.matches("[A-Za-z]:/.*");
        try {
            if (drive || path.startsWith("/")) {
                return new URI("file", "", drive ? "/" + path : path, null).toASCIIString();
            }
            // a colon in the first name would make that a scheme
            String name = path.split("/", 2)[0].contains(":") ? "./" + path : path;
            return new URI(null, null, name, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no path: " + path, e);
        }
    }
}
