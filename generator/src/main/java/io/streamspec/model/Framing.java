package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.Optional;

/**
 * How every record is framed: a head with its type and the length of its body, the body, and zero octets up to an
 * alignment. Where there is no length, the type is a tag: the first field of each record's own structure, which is as long
 * as its fields make it.
 *
 * @param structure the structure that draws the frame
 * @param type the field with the record's type
 * @param length the field with the body's length in octets, padding not counted; absent if records begin with a tag
 * @param body the field that stands for the body; empty if nothing does
 * @param alignment records are padded to a multiple of so many octets; 1 if they are not padded
 * @param optional the condition, over the type field, under which an unknown record may be skipped
 * @param limit the longest body that a reader accepts, in octets
 */
public record Framing(
        String structure,
        String type,
        Optional<String> length,
        String body,
        int alignment,
        Optional<Expression> optional,
        long limit,
        Span span) {

    /** Whether a record is told by the first field of its own structure, and has no head. */
    public boolean isTagged() {
        return length.isEmpty();
    }
}
