package io.streamspec.runtime;

/**
 * A rule of a specification that a stream breaks.
 *
 * @param document the name of the document that has the rule
 * @param rule the id of the rule there, {@code page_data.count_over_0}
 * @param must whether a reader may refuse the stream for it; else only a writer shall not do it
 * @param offset where, in octets from the start of the stream
 * @param index the number of the record, counted from 0; -1 in a header
 * @param record the name of the record or header
 * @param field the field, {@code pfn[3].type}, or what of the frame: {@code padding}, {@code order}
 * @param expected what would be right
 * @param found what is there
 */
public record Violation(
        String document,
        String rule,
        boolean must,
        long offset,
        long index,
        String record,
        String field,
        String expected,
        String found) {

    /** Where the published document has the rule: its page and the place on it. */
    public String reference() {
        return document + ".html#rule." + rule;
    }

    /** {@code octet 40: record 0 (PAGE_DATA): count: 0 instead of count > 0 [libxc#page_data.count_over_0]}. */
    @Override
    public String toString() {
        String where = index < 0 ? record : "record " + index + " (" + record + ")";
        return "octet " + offset + ": " + where + ": " + field + ": " + found + " instead of " + expected + " ["
                + document + "#" + rule + "]";
    }
}
