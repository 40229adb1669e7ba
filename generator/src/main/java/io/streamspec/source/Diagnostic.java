package io.streamspec.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One complaint about a document: what is wrong, where, and (as advice) what would be right. The text of message
 * and advice is lower case and has no full stop.
 */
public record Diagnostic(DiagnosticId id, Span span, String message, List<Advice> advice)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.<Diagnostic, String>comparing(
                    diagnostic -> diagnostic.span.source().name())
            .thenComparing(diagnostic -> diagnostic.span.start())
            .thenComparing(diagnostic -> diagnostic.span.end())
            .thenComparing(diagnostic -> diagnostic.id.severity())
            .thenComparing(diagnostic -> diagnostic.id.name())
            .thenComparing(Diagnostic::message);

    /** A further line under a diagnostic: the cure ({@code hint}) or a second place that matters ({@code note}). */
    public sealed interface Advice {
        /** What would be right. */
        record Hint(String text) implements Advice {}

        /** Another place that the message speaks of. */
        record SeeAlso(Span span, String text) implements Advice {}
    }

    public Diagnostic {
        advice = List.copyOf(advice);
    }

    /** How much this complaint weighs. */
    public Severity severity() {
        return id.severity();
    }

    /** This diagnostic with one more hint; {@code hint} and {@code arguments} as for {@link String#format}. */
    public Diagnostic hint(String hint, Object... arguments) {
        return with(new Advice.Hint(String.format(Locale.ROOT, hint, arguments)));
    }

    /** This diagnostic with a pointer to {@code place}. */
    public Diagnostic seeAlso(Span place, String text) {
        return with(new Advice.SeeAlso(place, text));
    }

    private Diagnostic with(Advice more) {
        List<Advice> all = new ArrayList<>(advice);
        all.add(more);
        return new Diagnostic(id, span, message, all);
    }

    /** By file, position, severity, id and message. */
    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }
}
