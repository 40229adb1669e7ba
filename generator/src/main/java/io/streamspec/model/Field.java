package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One field of a structure, at the place where the document names it.
 *
 * @param name snake case as in the document: {@code page_shift}; reserved octets are {@code reserved},
 *     {@code reserved_2} and so on
 * @param label the name as the diagram writes it: {@code xenstore key/value data}
 * @param symbol what the document calls it in formulas, {@code C} in {@code count (C)}
 * @param when the condition under which the field is there at all, if it is not always
 * @param indexes what stands in brackets in the elements that the diagram draws of an array: {@code 0} and
 *     {@code C-1}; empty if none is drawn
 * @param description what the table says of it, or empty; pandoc markup, paragraphs divided by an empty line
 */
public record Field(
        String name,
        String label,
        Optional<String> symbol,
        FieldType type,
        Optional<Expression> when,
        List<String> indexes,
        String description,
        Span span) {

    public Field {
        indexes = List.copyOf(indexes);
    }

    /** A field that is no drawn array and is drawn by its name. */
    public Field(
            String name,
            Optional<String> symbol,
            FieldType type,
            Optional<Expression> when,
            String description,
            Span span) {
        this(name, name, symbol, type, when, List.of(), description, span);
    }

    /** This field with another type. */
    public Field withType(FieldType other) {
        return new Field(name, label, symbol, other, when, indexes, description, span);
    }

    /** This field, there only under {@code condition}. */
    public Field withWhen(Expression condition) {
        return new Field(name, label, symbol, type, Optional.of(condition), indexes, description, span);
    }

    /** Whether the codec writes it as zero and the reader's user never sees it. */
    public boolean isIgnored() {
        return type instanceof FieldType.Reserved || type instanceof FieldType.Padding;
    }
}
