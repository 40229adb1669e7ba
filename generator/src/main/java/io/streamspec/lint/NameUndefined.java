package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.model.Field;
import io.streamspec.source.Diagnostic;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds names with underscores in the text about a structure that begin like a field of it and are none. */
final class NameUndefined implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("name-undefined");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a name is used that the document does not define",
                "It looks like a field next to the one that it is named after, and cannot be looked up.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | page_count            | page_shift            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                page_count  How many pages follow, of page_size octets each.

                page_shift  Which power of two a page is.
                -----------------------------------------------------
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | page_count            | page_shift            |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                page_count  How many pages follow, of page_size octets each.

                page_shift  Which power of two a page is.
                -----------------------------------------------------

                ``` {.layout}
                let page_size = 1 << page_shift
                ```
                """);
    }

    private static final Pattern NAME =
            Pattern.compile("(?<![\\w{}\\\\$./])[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?![\\w{}*\\\\(/])");

    /** {@code page size = …}, up to four words. */
    private static final Pattern EQUATION = Pattern.compile("\\b([a-z][a-z0-9]*(?: [a-z][a-z0-9]*){1,3}) =");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Map<String, Span> equations = equations(subject);
        for (Part part : subject.drawn()) {
            Set<String> beginnings = part.structures().stream()
                    .flatMap(structure -> structure.fields().stream())
                    .map(Field::name)
                    .filter(name -> name.contains("_") && !name.startsWith("reserved"))
                    .map(NameUndefined::beginning)
                    .collect(Collectors.toSet());
            Set<String> told = new HashSet<>();
            texts(part)
                    .flatMap(text -> text.find(NAME))
                    .filter(found -> !subject.names().contains(found.span().text()))
                    .filter(found -> beginnings.contains(beginning(found.span().text())))
                    .filter(found -> told.add(found.span().text()))
                    .forEach(found -> report(found, equations, diagnostics));
        }
    }

    private static Stream<RunningText> texts(Part part) {
        Stream<RunningText> rows = part.fieldRows().stream()
                .flatMap(row -> row.description().paragraphs().stream())
                .map(RunningText::of);
        return Stream.concat(part.sentences().stream(), rows);
    }

    /** What the text says of values whose names it writes as words, by the names that they would have. */
    private static Map<String, Span> equations(Subject subject) {
        Map<String, Span> equations = new HashMap<>();
        subject.drawn().stream()
                .flatMap(NameUndefined::texts)
                .flatMap(text -> text.findPlain(EQUATION))
                .forEach(found -> {
                    String name = found.group(1).replace(' ', '_');
                    for (int at = 0; name.indexOf('_', at) > 0; at = name.indexOf('_', at) + 1) {
                        equations.putIfAbsent(name.substring(at), found.span());
                    }
                });
        return equations;
    }

    private static String beginning(String name) {
        return name.substring(0, name.indexOf('_'));
    }

    private static void report(Found found, Map<String, Span> equations, Diagnostics diagnostics) {
        String name = found.span().text();
        Diagnostic fault = ID.at(found.span(), "nothing is called '%s'", name)
                .hint(
                        "define it where it is first used; to programs, 'let %s = VALUE' in a layout block says it",
                        name);
        Span equation = equations.get(name);
        diagnostics.report(
                equation == null ? fault : fault.seeAlso(equation, "the text says what it is, and does not name it"));
    }
}
