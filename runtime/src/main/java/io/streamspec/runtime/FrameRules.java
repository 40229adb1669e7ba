package io.streamspec.runtime;

/**
 * The rules that speak of every record of a stream, by their ids.
 *
 * @param document the name of the document that has them
 * @param type that mandatory records are known
 * @param length that no body is longer than the limit
 * @param padding that padding is zero
 */
public record FrameRules(String document, String type, String length, String padding) {

    /** That streams inside of others begin, stop and go on where they may. */
    static final String STREAMS_INSIDE = "order.streams_inside";

    /** That the headers are those of a kind of stream. */
    static final String HEADERS = "order.headers";

    /** That nothing follows the last record. */
    static final String END = "order.end";

    /** That a stream does not break off. */
    static final String COMPLETE = "order.complete";
}
