package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.Optional;

/**
 * One field of a structure, at the place where the document names it.
 *
 * @param name snake case as in the document: {@code page_shift}; reserved octets are {@code reserved},
 *     {@code reserved_2} and so on
 * @param symbol what the document calls it in formulas, {@code C} in {@code count (C)}
 * @param when the condition under which the field is there at all, if it is not always
 * @param description what the table says of it, or empty; pandoc markup, paragraphs divided by an empty line
 */
public record Field(
        String name,
        Optional<String> symbol,
        FieldType type,
        Optional<Expression> when,
        String description,
        Span span) {

    /** Whether the codec writes it as zero and the reader's user never sees it. */
    public boolean isIgnored() {
        return type instanceof FieldType.Reserved || type instanceof FieldType.Padding;
    }
}
