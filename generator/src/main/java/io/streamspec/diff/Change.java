package io.streamspec.diff;

import io.streamspec.source.Span;
import java.util.Optional;

/**
 * One difference between two revisions.
 *
 * @param path what it is about, in names: {@code page_data.count}; of what is gone the old name, else the new one
 * @param anchor where that stands on the page of its revision: the new one's, and of what is gone the old one's
 * @param before how it was, or empty if it was not there
 * @param after how it is, or empty if it is gone
 * @param was where it stands in the old document, if it was there
 * @param is where it stands in the new document, if it is there
 * @param judgement what it does to those who read streams
 */
public record Change(
        Kind kind,
        Subject subject,
        String path,
        String anchor,
        String before,
        String after,
        Optional<Span> was,
        Optional<Span> is,
        Judgement judgement) {

    public Change {
        if (was.isEmpty() && is.isEmpty()) {
            throw new IllegalArgumentException("a change stands somewhere: " + path);
        }
    }

    /** Something that is new. */
    static Change added(Subject subject, String path, String anchor, String after, Span is, Judgement judgement) {
        return new Change(Kind.ADDED, subject, path, anchor, "", after, Optional.empty(), Optional.of(is), judgement);
    }

    /** Something that is gone. */
    static Change removed(Subject subject, String path, String anchor, String before, Span was, Judgement judgement) {
        return new Change(
                Kind.REMOVED, subject, path, anchor, before, "", Optional.of(was), Optional.empty(), judgement);
    }

    /** Something that is in both revisions. */
    static Change of(
            Kind kind,
            Subject subject,
            String path,
            String anchor,
            String before,
            String after,
            Span was,
            Span is,
            Judgement judgement) {
        return new Change(kind, subject, path, anchor, before, after, Optional.of(was), Optional.of(is), judgement);
    }

    /** Where it stands: in the new document, and what is gone in the old one. */
    public Span span() {
        return is.or(() -> was).orElseThrow();
    }

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
