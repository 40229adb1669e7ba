package io.streamspec.format;

import io.streamspec.source.DiagnosticId;

/** The faults that can be found while a document is formatted; {@code docs/diagnostics.md} explains each. */
final class Faults {

    static final DiagnosticId FORMAT_DIFFERS = DiagnosticId.error("format-differs");
    static final DiagnosticId FORMAT_TOO_WIDE = DiagnosticId.note("format-too-wide");

    static final DiagnosticId SKETCH_ROW = DiagnosticId.error("sketch-row");

    private Faults() {}
}
