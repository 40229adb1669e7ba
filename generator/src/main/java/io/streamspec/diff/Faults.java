package io.streamspec.diff;

import io.streamspec.model.Evolution;
import io.streamspec.source.DiagnosticId;

/** The faults of a revision against the rules of evolution; {@code docs/diagnostics.md} explains each. */
final class Faults {

    static final DiagnosticId EVOLUTION_BROKEN = DiagnosticId.error("evolution-broken");
    static final DiagnosticId EVOLUTION_UNHEEDED = DiagnosticId.warning("evolution-unheeded");

    private Faults() {}

    /** That {@code rule} was not kept. */
    static DiagnosticId of(Evolution rule) {
        return rule.must() ? EVOLUTION_BROKEN : EVOLUTION_UNHEEDED;
    }
}
