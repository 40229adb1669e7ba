package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.Optional;

/**
 * A part of running text that its author marked: {@code [text]{#name}} is a statement with a name of its own,
 * {@code [text]{rule=id}} says in words what the rule of that id says.
 *
 * @param start where it begins in the text without marks
 * @param end where it ends there, not included
 * @param span the whole of it, marks included
 */
public record Wording(int start, int end, Optional<String> name, Optional<String> rule, Span span) {

    /** Whether the place {@code at} of the text lies in it. */
    public boolean contains(int at) {
        return start <= at && at < end;
    }
}
