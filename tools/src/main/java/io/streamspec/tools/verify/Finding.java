package io.streamspec.tools.verify;

/**
 * Something that is wrong with a stream, or worth to know.
 *
 * @param severity how much it weighs
 * @param offset where, in octets from the start of the (unpacked) stream
 * @param path where, in words: {@code libxl#1/libxc/record 17 PAGE_DATA.pfn[3]}
 * @param record the number of the record in its stream, counted from 0; -1 of a header or the stream itself
 * @param document the name of the specification that has the rule
 * @param section the heading of the rule's section there; empty if the rule stands in none
 * @param rule the id of the rule
 * @param expected what would be right
 * @param found what is there
 */
public record Finding(
        Severity severity,
        long offset,
        String path,
        long record,
        String document,
        String section,
        String rule,
        String expected,
        String found) {}
