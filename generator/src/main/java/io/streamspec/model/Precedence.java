package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;

/** Records of these kinds, where present, first occur in this order; a must or a should. */
public record Precedence(boolean must, List<String> order, Span span) {

    public Precedence {
        order = List.copyOf(order);
    }
}
