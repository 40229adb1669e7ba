package io.streamspec.read;

import io.streamspec.source.DiagnosticId;

/** The faults that can be found while a document is read; {@code docs/diagnostics.md} explains each. */
final class Faults {

    static final DiagnosticId DOCUMENT_TOO_LARGE = DiagnosticId.error("document-too-large");
    static final DiagnosticId DOCUMENT_EMPTY = DiagnosticId.error("document-empty");
    static final DiagnosticId CONTROL_CHARACTER = DiagnosticId.error("control-character");
    static final DiagnosticId TITLE_MISSING = DiagnosticId.error("title-missing");
    static final DiagnosticId LINE_STRAY = DiagnosticId.error("line-stray");
    static final DiagnosticId PROSE_TOO_DEEP = DiagnosticId.error("prose-too-deep");
    static final DiagnosticId FENCE_OPEN = DiagnosticId.error("fence-open");

    static final DiagnosticId TABLE_OPEN = DiagnosticId.error("table-open");
    static final DiagnosticId TABLE_RULER = DiagnosticId.error("table-ruler");
    static final DiagnosticId TABLE_COLUMN = DiagnosticId.warning("table-column");
    static final DiagnosticId TABLE_CELLS = DiagnosticId.error("table-cells");
    static final DiagnosticId CELL_STATEMENT = DiagnosticId.error("cell-statement");

    static final DiagnosticId DIAGRAM_RULER = DiagnosticId.error("diagram-ruler");
    static final DiagnosticId DIAGRAM_ROW = DiagnosticId.error("diagram-row");
    static final DiagnosticId DIAGRAM_LABEL = DiagnosticId.error("diagram-label");
    static final DiagnosticId DIAGRAM_EDGE = DiagnosticId.error("diagram-edge");
    static final DiagnosticId DIAGRAM_CELL_EMPTY = DiagnosticId.error("diagram-cell-empty");
    static final DiagnosticId DIAGRAM_CELLS = DiagnosticId.error("diagram-cells");
    static final DiagnosticId DIAGRAM_OPEN_CELL = DiagnosticId.warning("diagram-open-cell");

    static final DiagnosticId SILENCE_FORM = DiagnosticId.error("silence-form");

    static final DiagnosticId LAYOUT_SYNTAX = DiagnosticId.error("layout-syntax");

    static final DiagnosticId SKETCH_SYNTAX = DiagnosticId.error("sketch-syntax");
    static final DiagnosticId SKETCH_SIZE = DiagnosticId.error("sketch-size");
    static final DiagnosticId SKETCH_NAME = DiagnosticId.error("sketch-name");

    private Faults() {}
}
