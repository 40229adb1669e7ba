package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A normative statement that the model carries, with an id that stays what it is as long as the names in it do. The same id
 * stands in pages, in what generated checks report and in messages of the command line.
 *
 * @param id {@code page_data.count_over_0}: made of names, never of numbers or places
 * @param must whether readers may refuse a stream for it; else only writers have to observe it
 * @param structure the structure that it speaks of; absent if it speaks of the order of records
 * @param field the field that it speaks of first, if one
 * @param text the rule as the document writes it, or as its table says it
 * @param anchor the id of the section where it stands
 * @param reportedAs of a definition, the rules under which checks report that it is not heeded; empty if nothing breaks
 *     it, and of all other rules, which are reported as themselves
 */
public record Rule(
        String id,
        Kind kind,
        boolean must,
        Optional<String> structure,
        Optional<String> field,
        String text,
        String anchor,
        List<String> reportedAs,
        Span span) {

    public Rule {
        reportedAs = List.copyOf(reportedAs);
    }

    /** A rule that is reported as itself, or never. */
    Rule(
            String id,
            Kind kind,
            boolean must,
            Optional<String> structure,
            Optional<String> field,
            String text,
            String anchor,
            Span span) {
        this(id, kind, must, structure, field, text, anchor, List.of(), span);
    }

    /** Whether it has to be observed, in a word; a definition only {@code says} something. */
    public String demand() {
        return kind == Kind.DEFINITION ? "says" : must ? "must" : "should";
    }

    /** What a rule is about. */
    public enum Kind {
        /** A field has one value. */
        CONSTANT,
        /** A field has one of some values. */
        ALLOWED,
        /** A field has a value that the document names. */
        NAMED,
        /** Octets or bits are zero. */
        ZERO,
        /** All fields fit into the record, and nothing is left. */
        LAYOUT,
        /** No body is longer than this. */
        LIMIT,
        /** What {@code require} or {@code expect} says. */
        CONDITION,
        /** The order of headers and records in one kind of stream. */
        ORDER,
        /** One record stands before another. */
        BEFORE,
        /** One record goes without saying before another. */
        IMPLIED,
        /** What later revisions of the document have to observe. */
        EVOLUTION,
        /** A statement in running text. */
        PROSE,
        /** What a line of a layout block says something is; others report where it is not so. */
        DEFINITION
    }
}
