package io.streamspec.diff;

import io.streamspec.source.Span;

/**
 * One difference between two revisions.
 *
 * @param path what it is about, in names: {@code page_data.count}; of what is gone the old name, else the new one
 * @param anchor where that stands on the page of its revision: the new one's, and of what is gone the old one's
 * @param before how it was, or empty if it was not there
 * @param after how it is, or empty if it is gone
 * @param span where it stands in the document: in the new one, and what is gone in the old one
 */
public record Change(Kind kind, Subject subject, String path, String anchor, String before, String after, Span span) {

    /** In what way something differs. */
    public enum Kind {
        /** It is new. */
        ADDED,
        /** It is gone. */
        REMOVED,
        /** What it says is different. */
        CHANGED,
        /** It goes by another name. */
        RENAMED,
        /** It lies somewhere else. */
        MOVED,
        /** Its type or width is different. */
        RETYPED,
        /** The words about it are different, its meaning for a program is not. */
        REWORDED
    }

    /** What something is. */
    public enum Subject {
        /** The title block. */
        TITLE,
        /** A section: its heading and its text. */
        SECTION,
        /** A header, record body or element. */
        STRUCTURE,
        /** A field of a structure. */
        FIELD,
        /** Bits of a field. */
        BIT,
        /** An enumeration as a whole. */
        ENUMERATION,
        /** A named value. */
        VALUE,
        /** Values kept for later. */
        RESERVED_RANGE,
        /** A kind of record. */
        RECORD,
        /** A value that has a name by a rule. */
        DEFINITION,
        /** What a rule requires or expects. */
        RULE,
        /** The order of headers and records. */
        STREAM,
        /** How records are framed. */
        FRAME,
        /** The longest body. */
        LIMIT
    }
}
