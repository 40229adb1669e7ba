package io.streamspec.model;

import io.streamspec.source.Span;

/**
 * In a stream of the kind {@code stream}, a record that older writers did not have goes without saying: where it has not
 * been, readers act as if it stood before the first {@code before}.
 */
public record Implication(String stream, String record, String before, Span span) {}
