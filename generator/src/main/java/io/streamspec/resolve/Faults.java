package io.streamspec.resolve;

import io.streamspec.source.DiagnosticId;

/** The faults that can be found when blocks are joined to a model; {@code docs/diagnostics.md} explains each. */
final class Faults {

    static final DiagnosticId TITLE_MISSING = DiagnosticId.error("title-missing");
    static final DiagnosticId SECTION_EMPTY = DiagnosticId.error("section-empty");
    static final DiagnosticId SECTION_TWO_DIAGRAMS = DiagnosticId.error("section-two-diagrams");
    static final DiagnosticId SECTION_TWO_TABLES = DiagnosticId.error("section-two-tables");
    static final DiagnosticId TABLE_WITHOUT_DIAGRAM = DiagnosticId.error("table-without-diagram");
    static final DiagnosticId TABLE_CELL_UNREAD = DiagnosticId.error("table-cell-unread");

    static final DiagnosticId STRUCTURE_DUPLICATE = DiagnosticId.error("structure-duplicate");
    static final DiagnosticId FIELD_DUPLICATE = DiagnosticId.error("field-duplicate");
    static final DiagnosticId FIELD_NAME = DiagnosticId.error("field-name");
    static final DiagnosticId FIELD_SPELLING = DiagnosticId.note("field-spelling");
    static final DiagnosticId FIELD_NOT_IN_TABLE = DiagnosticId.error("field-not-in-table");
    static final DiagnosticId FIELD_NOT_IN_DIAGRAM = DiagnosticId.error("field-not-in-diagram");
    static final DiagnosticId FIELDS_NOT_DESCRIBED = DiagnosticId.note("fields-not-described");
    static final DiagnosticId BITS_UNDESCRIBED = DiagnosticId.warning("bits-undescribed");
    static final DiagnosticId SUPPLEMENT_FOREIGN = DiagnosticId.error("supplement-foreign");
    static final DiagnosticId BYTE_ORDER_UNCLEAR = DiagnosticId.error("byte-order-unclear");
    static final DiagnosticId DIVISION_BY_ZERO = DiagnosticId.error("division-by-zero");
    static final DiagnosticId FIELD_STATEMENTS_MIXED = DiagnosticId.error("field-statements-mixed");
    static final DiagnosticId FIELD_OPEN_END = DiagnosticId.error("field-open-end");
    static final DiagnosticId RESERVED_UNMARKED = DiagnosticId.note("reserved-unmarked");
    static final DiagnosticId ARRAY_SHAPE = DiagnosticId.error("array-shape");
    static final DiagnosticId ARRAY_COUNT_UNKNOWN = DiagnosticId.note("array-count-unknown");

    static final DiagnosticId VALUE_DUPLICATE = DiagnosticId.error("value-duplicate");
    static final DiagnosticId VALUE_NAME_DUPLICATE = DiagnosticId.error("value-name-duplicate");
    static final DiagnosticId VALUE_OVERLAP = DiagnosticId.error("value-overlap");
    static final DiagnosticId VALUE_TOO_WIDE = DiagnosticId.error("value-too-wide");
    static final DiagnosticId CONSTANT_OCTETS = DiagnosticId.error("constant-octets");
    static final DiagnosticId VALUE_UNNAMED = DiagnosticId.error("value-unnamed");
    static final DiagnosticId BITS_OVERLAP = DiagnosticId.error("bits-overlap");
    static final DiagnosticId BITS_EXCEED_FIELD = DiagnosticId.error("bits-exceed-field");
    static final DiagnosticId BITS_NAME_DUPLICATE = DiagnosticId.error("bits-name-duplicate");
    static final DiagnosticId RANGE_REVERSED = DiagnosticId.error("range-reversed");
    static final DiagnosticId ENUMERATION_DUPLICATE = DiagnosticId.error("enumeration-duplicate");

    static final DiagnosticId RECORD_WITHOUT_SECTION = DiagnosticId.error("record-without-section");
    static final DiagnosticId SECTION_WITHOUT_TYPE = DiagnosticId.error("section-without-type");
    static final DiagnosticId FRAME_UNCLEAR = DiagnosticId.error("frame-unclear");
    static final DiagnosticId BYTE_ORDER_UNKNOWN = DiagnosticId.note("byte-order-unknown");
    static final DiagnosticId BYTE_ORDER_FLAG = DiagnosticId.error("byte-order-flag");

    static final DiagnosticId RULE_WITHOUT_STRUCTURE = DiagnosticId.error("rule-without-structure");
    static final DiagnosticId RULE_TWICE = DiagnosticId.error("rule-twice");
    static final DiagnosticId RULE_UNKNOWN = DiagnosticId.error("rule-unknown");
    static final DiagnosticId EXAMPLE_FORM = DiagnosticId.error("example-form");
    static final DiagnosticId RULE_MISFIT = DiagnosticId.error("rule-misfit");
    static final DiagnosticId NAME_UNKNOWN = DiagnosticId.error("name-unknown");
    static final DiagnosticId NAME_AMBIGUOUS = DiagnosticId.error("name-ambiguous");
    static final DiagnosticId SIZE_CYCLE = DiagnosticId.error("size-cycle");
    static final DiagnosticId FIELD_LATER = DiagnosticId.error("field-later");

    private Faults() {}
}
