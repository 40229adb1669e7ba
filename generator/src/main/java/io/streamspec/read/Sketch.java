package io.streamspec.read;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/** The short description of a structure, such as {@code type:4 length:4 body:length}, from which it can be drawn. */
public record Sketch(List<Item> items) {

    public Sketch {
        items = List.copyOf(items);
    }

    /** One field or array; {@code text} is what the table says of it, perhaps nothing. */
    public sealed interface Item {
        /** Where it stands. */
        Span span();

        /** What is said of it. */
        String text();

        /** {@code version:2=0x0001 "The version."}: a field. */
        record Field(
                String name,
                Optional<String> symbol,
                Amount octets,
                Optional<Statement.Literal> constant,
                String text,
                Span span)
                implements Item {}

        /** {@code reserved:4}. */
        record Reserved(long octets, String text, Span span) implements Item {}

        /** {@code padding:0..7}: zero octets up to an alignment. */
        record Padding(long least, long most, String text, Span span) implements Item {}

        /**
         * {@code level[C]:4} or {@code peak[C]{time:8 height:4}}: an array; the only member of a simple element has no
         * name.
         */
        record Array(String name, Amount count, List<Member> members, String text, Span span) implements Item {
            public Array {
                members = List.copyOf(members);
            }

            /** How many octets an element takes. */
            public long octets() {
                return members.stream().mapToLong(Member::octets).sum();
            }
        }
    }

    /** A member of an array's element. */
    public record Member(String name, long octets, String text, Span span) {}

    /** How many octets a field takes, or elements an array has. */
    public sealed interface Amount {
        /** So many. */
        record Fixed(long number) implements Amount {}

        /** As many as a field says that stands before, called by its name or symbol. */
        record Counted(String field) implements Amount {}

        /** All that are left. */
        record ToEnd() implements Amount {}
    }
}
