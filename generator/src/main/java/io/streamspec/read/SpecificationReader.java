package io.streamspec.read;

import io.streamspec.source.Diagnostics;
import io.streamspec.source.SourceText;
import java.util.List;
import java.util.Optional;

/** Reads a document of the dialect. The only door to the grammars. */
public final class SpecificationReader {

    /** The longest document that is read, in characters. Real ones have a hundredth of it. */
    public static final int LARGEST_DOCUMENT = 4 << 20;

    private SpecificationReader() {}

    /** The blocks of {@code source}; whatever could not be read stands in {@code diagnostics}. */
    public static Document read(SourceText source, Diagnostics diagnostics) {
        String text = source.text();
        if (text.length() > LARGEST_DOCUMENT) {
            diagnostics.report(Faults.DOCUMENT_TOO_LARGE
                    .at(source.span(0, 0), "the document has %d characters", text.length())
                    .hint("documents of up to %d characters are read; divide it", LARGEST_DOCUMENT));
            return empty(source);
        }
        if (text.isBlank()) {
            diagnostics.report(Faults.DOCUMENT_EMPTY
                    .at(source.span(0, 0), "the document is empty")
                    .hint("begin with a title block: %% title, %% authors, %% Revision 1"));
            return empty(source);
        }
        return reportControls(source, diagnostics) ? empty(source) : BlockReader.read(source, diagnostics);
    }

    /** What the paragraphs of a description cell say, one statement a paragraph, in order. */
    public static List<Statement> statements(Block.Cell cell, Diagnostics diagnostics) {
        return cell.paragraphs().stream()
                .map(paragraph -> CellReader.statement(paragraph, diagnostics))
                .toList();
    }

    /** The number or the range of numbers that a cell consists of, such as {@code 0x5} or {@code 0x5-0x8}, if it does. */
    public static Optional<Statement.Range> range(Block.Cell cell) {
        return cell.paragraphs().size() == 1
                ? CellReader.range(cell.paragraphs().get(0))
                : Optional.empty();
    }

    private static Document empty(SourceText source) {
        return new Document(source, Optional.empty(), List.of());
    }

    /** Text files have no control characters but tabs and line ends. */
    private static boolean reportControls(SourceText source, Diagnostics diagnostics) {
        String text = source.text();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean lineEnd = c == '\n' || (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n');
            if (Character.isISOControl(c) && c != '\t' && !lineEnd) {
                diagnostics.report(Faults.CONTROL_CHARACTER
                        .at(source.span(at, at + 1), "the control character U+%04X has no place in a text", (int) c)
                        .hint("take it out"));
                return true;
            }
        }
        return false;
    }
}
