package io.streamspec.runtime;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Octets that are not what the specification says. Unchecked, because views of arrays decode their elements when they
 * are asked for; I/O errors stay {@link java.io.IOException}s. A codec tells the field and the position in its buffer;
 * a reader adds the record and turns the position into an offset in the stream.
 */
public final class FormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    private FormatException(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    /**
     * A fault in {@code field} ({@code page_data.count}), which starts at {@code position}; negative if unknown.
     *
     * @param expected what would be right
     */
    public static FormatException of(String field, long position, String problem, String expected) {
        return new FormatException(new Fault(field, problem, problem, expected, position, 0, "", layout(field)));
    }

    /** A header or record, {@code X86_PV_INFO}, that was not there before what depends on it. */
    public static FormatException absent(String name) {
        return of(name, -1, "must come before what depends on it", name + " before it");
    }

    /** A value in {@code field} that is not the constant, or none of those, that it should be. */
    static FormatException constant(String field, long position, String found, String expected) {
        String problem = "is " + found + " instead of " + expected;
        return new FormatException(
                new Fault(field, problem, found, expected, position, 0, "", id(field) + ".constant"));
    }

    /** A calculation of a layout rule that has no result; which rule it is tells the record that it is found in. */
    static FormatException uncomputable(String problem, String expected) {
        return new FormatException(new Fault("layout rule", problem, problem, expected, -1, 0, "", ""));
    }

    /** This fault as one of the rule with this id. */
    FormatException breaking(String other) {
        return new FormatException(new Fault(
                fault.field,
                fault.problem,
                fault.found,
                fault.expected,
                fault.position,
                fault.missing,
                fault.record,
                other));
    }

    /** What a validation that fails throws. */
    static FormatException of(Violation violation) {
        return new FormatException(fault(violation, ""));
    }

    /** What is wrong with a header, found out by the fault of a record whose layout depends on it. */
    static FormatException of(Violation violation, FormatException later) {
        String follows = "; with it, " + later.fault.record + " does not fit: " + later.fault.problem;
        FormatException told = new FormatException(fault(violation, follows));
        told.initCause(later);
        return told;
    }

    private static Fault fault(Violation violation, String remark) {
        String where = violation.index() < 0
                ? violation.record()
                : "record " + violation.index() + " (" + violation.record() + ")";
        String problem = violation.found() + " instead of " + violation.expected() + remark;
        return new Fault(
                violation.field(),
                problem,
                violation.found(),
                violation.expected(),
                violation.offset(),
                0,
                where,
                violation.rule());
    }

    /** Octets that end {@code missing} octets too early for {@code field}, which has {@code size}. */
    public static FormatException truncated(String field, long position, long missing, long size) {
        return truncated(field, position, missing, size == 1 ? "1 octet" : size + " octets");
    }

    /** The same of a field whose size is not known. */
    static FormatException truncated(String field, long position, long missing, String expected) {
        String problem = "truncated: " + missing + (missing == 1 ? " more octet is needed" : " more octets are needed");
        return new FormatException(new Fault(field, problem, problem, expected, position, missing, "", layout(field)));
    }

    /**
     * This fault as found in {@code record}, in a buffer whose octet 0 is octet {@code start} of the stream. A fault
     * without a position, such as that of a computed size, is put there.
     */
    public FormatException in(String record, long start) {
        return in(record, start, start);
    }

    /** The same, but a fault without a position is put at {@code otherwise} of the stream. */
    FormatException in(String record, long start, long otherwise) {
        long place = fault.position < 0 ? otherwise : fault.position + start;
        FormatException located = new FormatException(new Fault(
                fault.field,
                fault.problem,
                fault.found,
                fault.expected,
                place,
                fault.missing,
                record,
                ruleIn(name(record))));
        located.initCause(this);
        return located;
    }

    /** Structure and field, {@code page_data.count}. */
    public String field() {
        return fault.field;
    }

    /** What is wrong, without saying where. */
    public String problem() {
        return fault.problem;
    }

    /** What is there, as far as that can be told in other words than {@link #problem}. */
    public String found() {
        return fault.found;
    }

    /** What would be right. */
    public String expected() {
        return fault.expected;
    }

    /** Where the fault lies: in the stream if a reader found it, in the buffer if a codec did. */
    public OptionalLong offset() {
        return fault.position < 0 ? OptionalLong.empty() : OptionalLong.of(fault.position);
    }

    /** The number and name of the record, {@code record 3 (PAGE_DATA)}, if a reader found the fault in one. */
    public Optional<String> record() {
        return fault.record.isEmpty() ? Optional.empty() : Optional.of(fault.record);
    }

    /** How many octets are missing at the end, at least; 0 if that is not the fault. */
    public long missing() {
        return fault.missing;
    }

    /** The id of the specification's rule that is broken, {@code page_data.layout}; empty if only the record tells it. */
    public String rule() {
        return fault.rule;
    }

    /** The id of the rule that is broken, where the fault is one of the record or header {@code name}. */
    String ruleIn(String name) {
        return fault.rule.isEmpty() ? layout(name) : fault.rule;
    }

    /** {@code PAGE_DATA} of {@code record 3 (PAGE_DATA)}. */
    private static String name(String record) {
        int open = record.indexOf('(');
        return open < 0 ? record : record.substring(open + 1, record.length() - 1);
    }

    private static String layout(String field) {
        if (field.equals("head") || field.equals("body") || field.equals("padding")) {
            return FrameRules.COMPLETE;
        }
        int dot = field.indexOf('.');
        return id(dot < 0 ? field : field.substring(0, dot)) + ".layout";
    }

    private static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    /** What an exception says, in parts. */
    private record Fault(
            String field,
            String problem,
            String found,
            String expected,
            long position,
            long missing,
            String record,
            String rule)
            implements Serializable {

        @Override
        public String toString() {
            String where = position < 0 ? "" : "octet " + position + ": ";
            boolean isSaid = record.isEmpty() || record.equals(field) || field.startsWith(record + ".");
            return where + (isSaid ? "" : record + ": ") + field + ": " + problem;
        }
    }
}
