package io.streamspec.resolve;

import io.streamspec.model.Specification;
import io.streamspec.read.Document;
import io.streamspec.source.Diagnostics;
import java.util.Optional;

/** Turns a document, and the supplement that may go with it, into a model. */
public final class Resolver {

    private Resolver() {}

    /** The model of {@code document}; complete only if {@code diagnostics} has no errors afterwards. */
    public static Specification resolve(Document document, Optional<Document> supplement, Diagnostics diagnostics) {
        throw new IllegalStateException("being written");
    }
}
