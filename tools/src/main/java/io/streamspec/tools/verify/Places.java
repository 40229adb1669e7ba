package io.streamspec.tools.verify;

import io.streamspec.runtime.FormatException;
import java.util.Set;

/** Says where in a stream something is: {@code libxl#1/libxc/record 17 PAGE_DATA.pfn[3]}. */
final class Places {

    /** What is no part of a record, but the record as such. */
    private static final Set<String> WHOLE = Set.of("", "order", "end");

    private Places() {}

    /**
     * @param path the stream
     * @param index the number of the record; negative of a header
     * @param record the name of the record or header
     * @param field what of it
     */
    static String of(String path, long index, String record, String field) {
        String place = index < 0 ? path + "/" + record : path + "/record " + index + " " + record;
        return WHOLE.contains(field) ? place : place + "." + field;
    }

    /** The place of what a reader could not read. */
    static String of(String path, FormatException fault) {
        String record = fault.record().map(Places::withoutParentheses).orElse("");
        String name = record.substring(record.lastIndexOf(' ') + 1);
        String field = fault.field();
        if (record.isEmpty()) {
            return path + "/" + field;
        }
        if (field.equals(name)) {
            return path + "/" + record;
        }
        return path + "/" + record + "." + (field.startsWith(name + ".") ? field.substring(name.length() + 1) : field);
    }

    /** The number of the record that a reader could not read; -1 if it was a header. */
    static long number(FormatException fault) {
        String[] words = fault.record().orElse("").split(" ", -1);
        return words.length > 1 && words[0].equals("record") ? Long.parseLong(words[1]) : -1;
    }

    /** {@code record 3 PAGE_DATA} of {@code record 3 (PAGE_DATA)}. */
    private static String withoutParentheses(String record) {
        return record.replace("(", "").replace(")", "");
    }
}
