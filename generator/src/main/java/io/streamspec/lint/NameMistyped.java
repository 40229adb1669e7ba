package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds code, and words in capitals, that name nothing and are a slip of the pen away from the one name of that kind. */
final class NameMistyped implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("name-mistyped");

    private static final String RIGHT =
            """
            Header
            ======

            The first octets, in big-endian byte order.

                 0     1     2     3     4     5     6     7 octet
                +-----------------------+-----------------------+
                | magic                 | longitude             |
                +-----------------------+-----------------------+

            -----------------------------------------------------
            Field       Description
            ----------- -----------------------------------------
            magic       0x12345678.

            longitude   Where it is.
            -----------------------------------------------------

            Of `longitude` the sign tells the hemisphere.
            """;

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a name is written in another way than where it is defined",
                "It cannot be looked up, and its link is missing on the page.",
                Entry.Setting.TITLE,
                RIGHT.replace("Of `longitude`", "Of `longitud`"),
                RIGHT);
    }

    private static final Pattern CODE = Pattern.compile("(?<!`)`([a-z][a-z0-9_]{3,})`(?!`)");
    private static final Pattern CAPITALS =
            Pattern.compile("(?<![\\w{}\\\\$./-])([A-Z][A-Z0-9_]{4,})(?![\\w{}*\\\\(/-])");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        NearNames small = names(subject, false);
        NearNames capital = names(subject, true);
        Set<String> beginnings = subject.names()
                .written()
                .filter(name -> name.indexOf('_') > 0)
                .map(NameMistyped::beginning)
                .collect(Collectors.toSet());
        for (Part part : subject.parts()) {
            Set<String> told = new HashSet<>(); // once a section is enough
            for (RunningText text : part.texts()) {
                Stream.concat(text.find(CODE), text.find(CAPITALS))
                        .filter(found -> !subject.names().contains(found.group(1)))
                        .filter(found -> !isOfFamily(found.group(1), beginnings))
                        .filter(found -> told.add(found.group(1)))
                        .forEach(found -> report(found, isCapital(found.group(1)) ? capital : small, diagnostics));
            }
        }
    }

    /** Names that begin as others do are the business of {@code name-undefined} and {@code constant-undefined}. */
    private static boolean isOfFamily(String word, Set<String> beginnings) {
        return word.indexOf('_') > 0 && beginnings.contains(beginning(word));
    }

    private static String beginning(String name) {
        return name.substring(0, name.indexOf('_'));
    }

    private static NearNames names(Subject subject, boolean inCapitals) {
        return new NearNames(subject.names().written().filter(name -> isCapital(name) == inCapitals));
    }

    private static boolean isCapital(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static void report(Found found, NearNames names, Diagnostics diagnostics) {
        names.near(found.group(1))
                .ifPresent(name -> diagnostics.report(ID.at(found.span(), "nothing is called '%s'", found.group(1))
                        .hint("write '%s', if that is meant", name)));
    }
}
