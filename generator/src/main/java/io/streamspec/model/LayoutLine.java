package io.streamspec.model;

import io.streamspec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One layout rule where it stands.
 *
 * @param names what it speaks of, as written: fields, records
 */
public record LayoutLine(Subject subject, List<String> names, Span span) {

    public LayoutLine {
        names = List.copyOf(names);
    }

    /** The first line of {@code specification} about {@code subject}, if there is one. */
    static Optional<LayoutLine> find(Specification specification, Subject subject) {
        return specification.sections().stream()
                .flatMap(section -> section.contents().stream())
                .filter(Section.Content.Rules.class::isInstance)
                .flatMap(content -> ((Section.Content.Rules) content).lines().stream())
                .filter(line -> line.subject() == subject)
                .findFirst();
    }

    /** Those of {@code rules} that this line says: at least one, unless the line was found at fault. */
    public List<Rule> rulesOf(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.kind() == subject.kind && rule.span().equals(span))
                .toList();
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
        /** {@code missing octets are zero}. */
        ZERO_EXTENSION,
        /** {@code require} or {@code expect} a condition. */
        CONDITION(Rule.Kind.CONDITION),
        /** {@code frame}. */
        FRAME,
        /** {@code align}. */
        ALIGN,
        /** {@code optional}. */
        OPTIONAL,
        /** {@code given}. */
        GIVEN,
        /** {@code limit}. */
        LIMIT(Rule.Kind.LIMIT),
        /** {@code since}. */
        SINCE,
        /** {@code stream}. */
        STREAM(Rule.Kind.ORDER),
        /** {@code require} or {@code expect} one record before another. */
        BEFORE(Rule.Kind.BEFORE),
        /** {@code imply}. */
        IMPLIED(Rule.Kind.IMPLIED),
        /** {@code continues}. */
        CONTINUES,
        /** {@code resumes}. */
        RESUMES,
        /** {@code raise}, {@code need new type}, {@code break old readers}, {@code stay}. */
        EVOLUTION(Rule.Kind.EVOLUTION);

        private final Rule.Kind kind;

        Subject() {
            this(Rule.Kind.DEFINITION);
        }

        Subject(Rule.Kind kind) {
            this.kind = kind;
        }
    }
}
