package io.streamspec.read;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.util.List;

/** Reads a document of the dialect. The only door to the grammars. */
public final class SpecificationReader {

    private SpecificationReader() {}

    /** The blocks of {@code source}; whatever could not be read stands in {@code diagnostics}. */
    public static Document read(SourceText source, Diagnostics diagnostics) {
        throw new IllegalStateException("being written");
    }

    /** What the paragraphs of a description cell say, one statement a paragraph, in order. */
    public static List<Statement> statements(Block.Cell cell, Diagnostics diagnostics) {
        throw new IllegalStateException("being written");
    }
}
