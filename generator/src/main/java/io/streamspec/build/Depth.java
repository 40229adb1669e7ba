package io.streamspec.build;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.util.Optional;
import java.util.function.Supplier;

/** Grammars and renderers recurse; what they are known to recurse on is bounded, this is for the rest. */
final class Depth {

    private static final DiagnosticId DOCUMENT_TOO_DEEP = DiagnosticId.error("document-too-deep");

    private Depth() {}

    /** What {@code work} makes; nothing, and a diagnostic at {@code document}, if it goes too deep. */
    static <T> Optional<T> bounded(SourceText document, Diagnostics diagnostics, Supplier<Optional<T>> work) {
        try {
            return work.get();
        } catch (StackOverflowError e) {
            diagnostics.report(DOCUMENT_TOO_DEEP
                    .at(document.span(0, 0), "something in the documents is nested too deeply")
                    .hint("make lists, quotes and expressions flatter"));
            return Optional.empty();
        }
    }
}
