package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;

/**
 * One layout rule where it stands.
 *
 * @param names what it speaks of, as written: fields, records
 */
public record LayoutLine(Subject subject, List<String> names, Span span) {

    public LayoutLine {
        names = List.copyOf(names);
    }

    /** What a rule is about. */
    public enum Subject {
        /** {@code short name}. */
        SHORT_NAME,
        /** {@code byte order}. */
        BYTE_ORDER,
        /** {@code let}. */
        DEFINITION,
        /** A field's type, or when it is there. */
        FIELD,
        /** {@code names}. */
        VALUE_NAMES,
        /** {@code accept}. */
        ACCEPT,
        /** {@code require} or {@code expect} a condition. */
        CONDITION,
        /** {@code frame}. */
        FRAME,
        /** {@code align}. */
        ALIGN,
        /** {@code optional}. */
        OPTIONAL,
        /** {@code limit}. */
        LIMIT,
        /** {@code since}. */
        SINCE,
        /** {@code stream}. */
        STREAM,
        /** {@code require} or {@code expect} one record before another. */
        BEFORE,
        /** {@code imply}. */
        IMPLIED,
        /** {@code continues}. */
        CONTINUES,
        /** {@code resumes}. */
        RESUMES,
        /** {@code raise}, {@code need new type}, {@code break old readers}, {@code stay}. */
        EVOLUTION
    }
}
