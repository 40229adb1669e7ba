package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.model.Field;
import io.streamspec.model.Structure;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds fields that the text calls by a part of their name. */
final class NameInconsistent implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("name-inconsistent");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "the text calls a field by another name than the diagram",
                "Readers look for the name that stands in the text, and do not find it in the drawing.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | body_length           |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                body_length How many octets follow.
                -----------------------------------------------------

                If `length` is 0, nothing follows.
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | body_length           |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                body_length How many octets follow.
                -----------------------------------------------------

                If `body_length` is 0, nothing follows.
                """);
    }

    private static final Pattern CODE = Pattern.compile("(?<![`\\w])`([a-z][a-z0-9_]*)`(?!`)");
    private static final Pattern FIELD = Pattern.compile("\\b([a-z][a-z0-9_]*) field\\b");
    private static final Pattern MEMBER = Pattern.compile("\\b[a-z]\\w*->([a-z][a-z0-9_]*)\\b");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Map<String, Set<String>> all = byEnding(subject.model().structures());
        for (Part part : subject.parts()) {
            Map<String, Set<String>> own = byEnding(part.structures());
            for (RunningText sentence : part.sentences()) {
                sentence.find(CODE).forEach(found -> check(found, own, subject, diagnostics));
                sentence.findPlain(FIELD).forEach(found -> check(found, all, subject, diagnostics));
                sentence.findPlain(MEMBER).forEach(found -> check(found, all, subject, diagnostics));
            }
        }
    }

    /** The names of fields by what stands behind an underscore: {@code body_length} by {@code length}. */
    private static Map<String, Set<String>> byEnding(List<Structure> structures) {
        Map<String, Set<String>> names = new HashMap<>();
        structures.stream()
                .flatMap(structure -> structure.fields().stream())
                .filter(field -> !field.isIgnored())
                .map(Field::name)
                .forEach(name -> {
                    for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
                        names.computeIfAbsent(name.substring(at + 1), ending -> new HashSet<>())
                                .add(name);
                    }
                });
        return names;
    }

    private static void check(Found found, Map<String, Set<String>> fields, Subject subject, Diagnostics diagnostics) {
        String name = found.group(1);
        Set<String> meant = fields.getOrDefault(name, Set.of());
        if (!subject.names().contains(name) && meant.size() == 1) {
            String field = meant.iterator().next();
            diagnostics.report(ID.at(found.span(), "no field is called '%s'; the diagram draws '%s'", name, field)
                    .hint("write '%s'", field));
        }
    }
}
