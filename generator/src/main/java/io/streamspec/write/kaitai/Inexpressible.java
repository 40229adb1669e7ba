package io.streamspec.write.kaitai;

/** Says why Kaitai cannot express something; caught where its place in the document is known. */
final class Inexpressible extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** {@code reason} follows the name of what cannot be expressed: {@code "counts what it filters"}. */
    Inexpressible(String reason) {
        super(reason, null, false, false);
    }

    /** Why, in lower case and without a full stop. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
