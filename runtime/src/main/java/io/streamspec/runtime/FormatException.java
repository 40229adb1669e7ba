package io.streamspec.runtime;

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

    private final String field;
    private final String problem;
    private final long position;
    private final long missing;
    private final String record;
    private final String rule;

    private FormatException(String field, String problem, long position, long missing, String record, String rule) {
        super(text(field, problem, position, record));
        this.field = field;
        this.problem = problem;
        this.position = position;
        this.missing = missing;
        this.record = record;
        this.rule = rule;
    }

    /** A fault in {@code field} ({@code page_data.count}), which starts at {@code position}; negative if unknown. */
    public static FormatException of(String field, long position, String problem) {
        return new FormatException(field, problem, position, 0, "", layout(field));
    }

    /** A value in {@code field} that is not the constant that it should be. */
    static FormatException constant(String field, long position, String problem) {
        return new FormatException(field, problem, position, 0, "", id(field) + ".constant");
    }

    /** A calculation of a layout rule that has no result; which rule it is tells the record that it is found in. */
    static FormatException uncomputable(String problem) {
        return new FormatException("layout rule", problem, -1, 0, "", "");
    }

    /** This fault as one of the rule with this id. */
    FormatException breaking(String other) {
        return new FormatException(field, problem, position, missing, record, other);
    }

    /** What a validation that fails throws. */
    static FormatException of(Violation violation) {
        String where = violation.index() < 0
                ? violation.record()
                : "record " + violation.index() + " (" + violation.record() + ")";
        String problem = violation.found() + " instead of " + violation.expected();
        return new FormatException(violation.field(), problem, violation.offset(), 0, where, violation.rule());
    }

    /** Octets that end {@code missing} octets too early for {@code field}. */
    public static FormatException truncated(String field, long position, long missing) {
        String problem = "truncated: " + missing + " more octets are needed";
        return new FormatException(field, problem, position, missing, "", layout(field));
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
        long place = position < 0 ? otherwise : position + start;
        FormatException located = new FormatException(field, problem, place, missing, record, ruleIn(name(record)));
        located.initCause(this);
        return located;
    }

    /** Structure and field, {@code page_data.count}. */
    public String field() {
        return field;
    }

    /** What is wrong, without saying where. */
    public String problem() {
        return problem;
    }

    /** Where the fault lies: in the stream if a reader found it, in the buffer if a codec did. */
    public OptionalLong offset() {
        return position < 0 ? OptionalLong.empty() : OptionalLong.of(position);
    }

    /** The number and name of the record, {@code record 3 (PAGE_DATA)}, if a reader found the fault in one. */
    public Optional<String> record() {
        return record.isEmpty() ? Optional.empty() : Optional.of(record);
    }

    /** How many octets are missing at the end, at least; 0 if that is not the fault. */
    public long missing() {
        return missing;
    }

    /** The id of the specification's rule that is broken, {@code page_data.layout}; empty if only the record tells it. */
    public String rule() {
        return rule;
    }

    /** The id of the rule that is broken, where the fault is one of the record or header {@code name}. */
    String ruleIn(String name) {
        return rule.isEmpty() ? layout(name) : rule;
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

    private static String text(String field, String problem, long position, String record) {
        String where = position < 0 ? "" : "octet " + position + ": ";
        boolean isSaid = record.isEmpty() || record.equals(field);
        return where + (isSaid ? "" : record + ": ") + field + ": " + problem;
    }
}
