package io.streamspec.model;

import io.streamspec.source.Span;
import java.math.BigInteger;
import java.util.List;

/**
 * Named values, and the ranges that the document keeps for later.
 *
 * @param name snake case, after the structure and field, or after the table
 */
public record Enumeration(String name, String anchor, List<Value> values, List<ReservedRange> reserved, Span span) {

    public Enumeration {
        values = List.copyOf(values);
        reserved = List.copyOf(reserved);
    }

    /**
     * One value, or several in a row that mean the same.
     *
     * @param last the greatest of them; {@code value} itself if there is but one
     * @param name as in the document if it is an identifier there ({@code NOTAB}), else its label in snake case
     * @param spelling the number as the document writes it
     * @param label the document's words for it; pandoc markup
     * @param note a remark in parentheses behind the name, such as {@code deprecated}, or empty
     * @param description what a table's further column says, or empty; pandoc markup
     */
    public record Value(
            BigInteger value,
            BigInteger last,
            String name,
            String spelling,
            String label,
            String note,
            String description,
            Span span) {

        /** A value that stands alone. */
        public Value(
                BigInteger value,
                String name,
                String spelling,
                String label,
                String note,
                String description,
                Span span) {
            this(value, value, name, spelling, label, note, description, span);
        }
    }

    /** Values from {@code from} to {@code to}, both included, that have no meaning yet; {@code spelling} as written. */
    public record ReservedRange(BigInteger from, BigInteger to, String spelling, String label, Span span) {}
}
