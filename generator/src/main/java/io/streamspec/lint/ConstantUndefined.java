package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.model.Enumeration;
import io.streamspec.model.RecordKind;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds names in capitals that begin like records and values of the document and are none. */
final class ConstantUndefined implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("constant-undefined");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a constant is named that the document does not define",
                "It looks like one of the records or values, and cannot be looked up.",
                Entry.Setting.RECORDS,
                """
                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+

                DATA
                ----

                The mode DATA_LOUD is heard by all.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | mode                  | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                mode        0x00000000: DATA_SOFT

                            0x00000001: DATA_LOWD

                            0x00000002 - 0xFFFFFFFF: Reserved.
                -----------------------------------------------------
                """,
                """
                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+

                DATA
                ----

                The mode DATA_LOUD is heard by all.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | mode                  | (reserved)            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                mode        0x00000000: DATA_SOFT

                            0x00000001: DATA_LOUD

                            0x00000002 - 0xFFFFFFFF: Reserved.
                -----------------------------------------------------
                """);
    }

    private static final Pattern CONSTANT =
            Pattern.compile("(?<![\\w{}\\\\$])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?![\\w{}\\\\(])");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Set<String> beginnings = beginnings(subject);
        for (Part part : subject.parts()) {
            Set<String> told = new HashSet<>(); // once a section is enough
            for (RunningText text : part.texts()) {
                text.find(CONSTANT)
                        .filter(found -> !subject.names().contains(found.span().text()))
                        .filter(found ->
                                beginnings.contains(beginning(found.span().text())))
                        .filter(found -> told.add(found.span().text()))
                        .forEach(found -> report(found, diagnostics));
            }
        }
    }

    /** The first words of the constants that the document defines. */
    private static Set<String> beginnings(Subject subject) {
        Stream<String> records = subject.model().records().stream().map(RecordKind::name);
        Stream<String> values = subject.model().enumerations().stream()
                .flatMap(enumeration -> enumeration.values().stream())
                .map(Enumeration.Value::name);
        return Stream.concat(records, values)
                .filter(name -> name.matches("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+"))
                .map(ConstantUndefined::beginning)
                .collect(Collectors.toSet());
    }

    private static String beginning(String constant) {
        return constant.substring(0, constant.indexOf('_'));
    }

    private static void report(Found found, Diagnostics diagnostics) {
        String name = found.span().text();
        diagnostics.report(ID.at(found.span(), "no record or value is called '%s'", name)
                .hint("name the value so in its table, or write the name that it has"));
    }
}
