package io.streamspec.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reader or a writer checks of a stream as a whole, as far as it was asked to: headers, order, end. */
final class StreamCheck {

    private final List<CheckedHeader> headers = new ArrayList<>();
    private @Nullable Validation validation;
    private @Nullable StreamState state;
    private String document = "";

    /** A header, kept until it is known whether it is to be checked. */
    private record CheckedHeader(String name, long offset, Body octets, HeaderCheck check) {}

    /** Takes note of a header that begins at {@code offset} of the stream. */
    void add(String name, long offset, Body octets, HeaderCheck check) {
        headers.add(new CheckedHeader(name, offset, octets, check));
    }

    /** The octets of the header of this name. */
    ByteBuffer octets(String name) throws IOException {
        for (CheckedHeader header : headers) {
            if (header.name().equals(name)) {
                Body octets = header.octets();
                return octets.buffer().slice(octets.load(octets.length()), octets.length());
            }
        }
        throw new IllegalArgumentException("no header " + name);
    }

    /**
     * Reports to {@code validation} what is wrong with the headers, and from here on with the order of records.
     *
     * @param rules which say where a stream with these headers begins in that order; null if it has no records
     */
    void begin(String document, Validation validation, @Nullable StreamRules<?> rules) throws IOException {
        this.document = document;
        this.validation = validation;
        for (CheckedHeader header : headers) {
            validation.enter(document, header.name(), -1, header.offset());
            header.check().check(header.octets(), validation);
        }
        validation.enter(
                document, "headers", -1, headers.isEmpty() ? 0 : headers.get(0).offset());
        state = rules == null ? null : rules.begin(validation).orElse(null);
    }

    /** What is wrong in the first of these fields of the headers that is not as specified, or else {@code fault} itself. */
    FormatException causeOf(FormatException fault, String document, List<String> fields) throws IOException {
        if (fields.isEmpty()) {
            return fault;
        }
        Validation all = Validation.strict();
        for (CheckedHeader header : headers) {
            all.enter(document, header.name(), -1, header.offset());
            header.check().check(header.octets(), all);
        }
        return all.violations().stream()
                .filter(violation -> fields.contains(violation.record() + "." + violation.field()))
                .findFirst()
                .map(violation -> FormatException.of(violation, fault))
                .orElse(fault);
    }

    /** Who is told of violations; null before {@link #begin}. */
    @Nullable
    Validation validation() {
        return validation;
    }

    /** How far the stream has come, if it is being checked and has an order. */
    Optional<StreamState> state() {
        return Optional.ofNullable(state);
    }

    /** Reports a record that may not come here, and goes on over it; a negative symbol stands for one without a place. */
    void step(String name, long index, long offset, int symbol) {
        if (state != null && !state.isSettled(symbol)) {
            check(name, index, offset, symbol);
            pass(symbol);
        }
    }

    /** Reports a record that may not come here; a negative symbol stands for one without a place. */
    void check(String name, long index, long offset, int symbol) {
        if (validation != null && state != null) {
            validation.enter(document, name, index, offset);
            if (symbol >= 0) {
                state.check(symbol, validation);
            } else {
                state.checkOther(name, validation);
            }
        }
    }

    /** Goes on over a record; a negative symbol stands for one without a place. */
    void pass(int symbol) {
        if (state != null && symbol >= 0) {
            state.pass(symbol);
        } else if (state != null) {
            state.passOther();
        }
    }

    /** Reports it if the stream may not end here, at {@code offset}. */
    void end(long offset) {
        if (validation != null && state != null) {
            validation.enter(document, "stream", -1, offset);
            state.end(validation);
        }
    }
}
