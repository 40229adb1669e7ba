package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A rule that a later revision of the document has to observe.
 *
 * @param id {@code evolution.header_changes_raise_header_version}: made of the rule's words
 * @param must whether breaking it is an error; else it is a warning
 * @param text the rule as written, in one line
 */
public record Evolution(String id, boolean must, Demand demand, String text, Span span) {

    /** What is demanded. */
    public sealed interface Demand {
        /** Where there are such changes, a number goes up: that of a constant field, or the document's revision. */
        record Raises(Changes changes, Optional<Place> what) implements Demand {}

        /** The body of a record that exists keeps its layout. */
        record NewType() implements Demand {}

        /** A new record that readers may not skip breaks readers of earlier revisions; demands nothing. */
        record BreaksOldReaders() implements Demand {}

        /** These fields keep their offset and width. */
        record Stays(List<Place> fields) implements Demand {
            public Stays {
                fields = List.copyOf(fields);
            }
        }
    }

    /** A field of a structure. */
    public record Place(String structure, String field) {
        @Override
        public String toString() {
            return structure + "." + field;
        }
    }

    /** The changes that a rule speaks of. */
    public enum Changes {
        /** Whatever differs, words included. */
        ANY("any change"),
        /** The layout of headers. */
        HEADER("changes of headers"),
        /** The layout of bodies of records that exist. */
        RECORD("changes of records"),
        /** What keeps somebody from reading what somebody else wrote. */
        BREAKING("breaking changes"),
        /** Records that are new. */
        NEW_RECORDS("new records"),
        /** New records that readers may not skip. */
        NEW_MANDATORY_RECORDS("new records that readers may not skip");

        private final String words;

        Changes(String words) {
            this.words = words;
        }

        /** In plain English. */
        public String words() {
            return words;
        }
    }
}
