package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a specification says of its headers as a whole.
 *
 * @param mark the field whose octets tell the byte order of the stream, if one does
 * @param limits the most octets that headers of variable size have; readers take no more memory for one
 * @param given the structure whose fields are not in the stream, but told by whoever reads or writes it, if there is one
 * @param continuations the streams that may follow the headers; of those whose condition holds, the first does
 */
public record Preamble(
        Optional<OrderMark> mark, Optional<String> given, List<Limit> limits, List<Continuation> continuations) {

    /** Nothing. */
    public static final Preamble NONE = new Preamble(Optional.empty(), Optional.empty(), List.of(), List.of());

    public Preamble {
        limits = List.copyOf(limits);
        continuations = List.copyOf(continuations);
    }

    /** The limit of {@code header}, if there is one. */
    public Optional<Limit> limit(String header) {
        return limits.stream().filter(limit -> limit.header().equals(header)).findFirst();
    }

    /**
     * A constant field in the order of the stream: where its octets, read as big-endian, have its value, the stream is
     * big-endian; where they have it read as little-endian, it is that. In all other cases the constant is wrong.
     */
    public record OrderMark(String structure, String field) {}

    /** A header has at most so many octets. */
    public record Limit(String header, long octets, Span span) {}

    /**
     * Behind {@code header}, the last one, another specification's stream begins, and lasts until it ends by itself or
     * until one of its {@code until} records.
     *
     * @param when the condition under which it does, over fields of the headers; always if there is none
     */
    public record Continuation(
            String header, String specification, List<String> until, Optional<Expression> when, Span span) {
        public Continuation {
            until = List.copyOf(until);
        }
    }
}
