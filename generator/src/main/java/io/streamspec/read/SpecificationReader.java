package io.streamspec.read;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.util.List;
import java.util.Optional;

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

    /** The number or the range of numbers that a cell consists of, such as {@code 0x5} or {@code 0x5-0x8}, if it does. */
    public static Optional<Statement.Range> range(Block.Cell cell) {
        throw new IllegalStateException("being written");
    }
}
