package io.streamspec.source;

import java.util.Locale;

/**
 * The permanent name of one kind of fault, in kebab case ({@code diagram-edge}), with its severity. Each is
 * documented in {@code docs/diagnostics.md}.
 */
public record DiagnosticId(String name, Severity severity) {

    public DiagnosticId {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("not a diagnostic id: " + name);
        }
    }

    /** An id whose diagnostics keep anything from being written. */
    public static DiagnosticId error(String name) {
        return new DiagnosticId(name, Severity.ERROR);
    }

    /** An id whose diagnostics say that something is probably not as meant. */
    public static DiagnosticId warning(String name) {
        return new DiagnosticId(name, Severity.WARNING);
    }

    /** An id whose diagnostics say how something unusual was read. */
    public static DiagnosticId note(String name) {
        return new DiagnosticId(name, Severity.NOTE);
    }

    /** A diagnostic of this kind at {@code span}; {@code message} and {@code arguments} as for {@link String#format}. */
    public Diagnostic at(Span span, String message, Object... arguments) {
        return new Diagnostic(this, span, String.format(Locale.ROOT, message, arguments), java.util.List.of());
    }
}
