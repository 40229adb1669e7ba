package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds links to places of the document that there are not. */
final class LinkAnchor implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("link-anchor");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a link leads to a place that the document does not have",
                "Whoever follows it stays where he is.",
                Entry.Setting.TITLE,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | version               |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                version     The version of what follows.
                -----------------------------------------------------

                The rest is described [below](#records).
                """,
                """
                Header
                ======

                The first octets, in big-endian byte order.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------+-----------------------+
                    | magic                 | version               |
                    +-----------------------+-----------------------+

                -----------------------------------------------------
                Field       Description
                ----------- -----------------------------------------
                magic       0x12345678.

                version     The version of what follows.
                -----------------------------------------------------

                The rest is described [above](#header).
                """);
    }

    private static final Pattern LINK = Pattern.compile("\\]\\(#([^)\\s]+)\\)");

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Set<String> places = places(subject);
        for (Part part : subject.parts()) {
            for (RunningText text : part.texts()) {
                text.findPlain(LINK)
                        .filter(link -> !link.group(1).startsWith("rule.") && !places.contains(link.group(1)))
                        .forEach(link -> diagnostics.report(ID.at(
                                        link.span(), "nothing has the address '#%s'", link.group(1))
                                .hint("the address of a section is its title in small letters, with - between words")));
            }
        }
    }

    /** The addresses that pages give to sections, those that pandoc gives to them, and those that the author gives. */
    private static Set<String> places(Subject subject) {
        Set<String> places = new HashSet<>();
        for (Part part : subject.parts()) {
            places.add(part.section().anchor());
            places.add(part.title()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N}_. -]", "")
                    .replace(' ', '-')
                    .replaceFirst("^[^\\p{L}]+", ""));
        }
        subject.parts().stream()
                .flatMap(Part::prose)
                .flatMap(prose -> prose.wordings().stream())
                .forEach(wording -> wording.name().ifPresent(places::add));
        return places;
    }
}
