package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/** The order of headers and records in the streams for which {@code when} holds. */
public record StreamGrammar(String name, Optional<Expression> when, Pattern pattern, String text, Span span) {

    /** A regular expression over structures and record kinds. */
    public sealed interface Pattern {
        /** One header, named by its structure, or one record, named by its kind. */
        record One(String name) implements Pattern {}

        /** One behind the other. */
        record Sequence(List<Pattern> parts) implements Pattern {
            public Sequence {
                parts = List.copyOf(parts);
            }
        }

        /** One of them. */
        record Choice(List<Pattern> parts) implements Pattern {
            public Choice {
                parts = List.copyOf(parts);
            }
        }

        /** All of them, in any order, the records of one between those of the others. */
        record Interleaved(List<Pattern> parts) implements Pattern {
            public Interleaved {
                parts = List.copyOf(parts);
            }
        }

        /** The part, not at all if {@code optional}, again and again if {@code many}. */
        record Repeated(Pattern part, boolean optional, boolean many) implements Pattern {}
    }
}
