package io.streamspec.write.java;

import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Identifiers that must differ from each other, with the names in the document that they come from. */
final class Namespace {

    static final DiagnosticId JAVA_NAME_COLLISION = DiagnosticId.error("java-name-collision");

    private final String what;
    private final boolean caseCounts;
    private final Diagnostics diagnostics;
    private final Map<String, Claim> claims = new HashMap<>();

    private record Claim(String identifier, String name, Span span) {}

    private Namespace(String what, boolean caseCounts, Diagnostics diagnostics) {
        this.what = what;
        this.caseCounts = caseCounts;
        this.diagnostics = diagnostics;
    }

    /** Names of files: on some systems those that differ by case alone are the same. */
    static Namespace ofFiles(String what, Diagnostics diagnostics) {
        return new Namespace(what, false, diagnostics);
    }

    /** Names inside a type. */
    static Namespace ofMembers(String what, Diagnostics diagnostics) {
        return new Namespace(what, true, diagnostics);
    }

    /** Takes {@code identifier} for what the document calls {@code name}; reports it if it is taken. */
    String claim(String identifier, String name, Span span) {
        String key = caseCounts ? identifier : identifier.toLowerCase(Locale.ROOT);
        Claim earlier = claims.putIfAbsent(key, new Claim(identifier, name, span));
        if (earlier != null) {
            diagnostics.report(collision(earlier, identifier, name, span));
        }
        return identifier;
    }

    private Diagnostic collision(Claim earlier, String identifier, String name, Span span) {
        String caseNote = earlier.identifier().equals(identifier) ? "" : ", but for case";
        return JAVA_NAME_COLLISION
                .at(
                        span,
                        "'%s' and '%s' would both be the Java %s '%s'%s",
                        name,
                        earlier.name(),
                        what,
                        identifier,
                        caseNote)
                .hint("rename one of them")
                .seeAlso(earlier.span(), "the other stands here");
    }
}
