package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.regex.Pattern;

/** Finds the article a before a word that begins with a vowel. */
final class Article implements Check {

    static final DiagnosticId ID = DiagnosticId.note("article");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "\"a\" stands before a vowel",
                "It is a slip of the pen, often one that a changed name leaves behind.",
                Entry.Setting.TITLE,
                """
                Notes
                =====

                A end marker follows.
                """,
                """
                Notes
                =====

                An end marker follows.
                """);
    }

    private static final Pattern A =
            Pattern.compile("(?<![\\w.'-])[Aa]\\s+([*_]{0,2}(?:[aeio]\\p{L}+|[AEIO]\\p{L}[\\p{L}_]+))");
    private static final Pattern CONSONANT =
            Pattern.compile("[*_]*(?:one|once|eu|ewe|ouija).*", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.parts()) {
            for (RunningText text : part.texts()) {
                text.findPlain(A)
                        .filter(found -> !CONSONANT.matcher(found.group(1)).matches())
                        .forEach(found -> diagnostics.report(ID.at(
                                        found.span(), "'%s' begins with a vowel", found.group(1))
                                .hint("write '%sn %s'", found.match().group().charAt(0), found.group(1))));
            }
        }
    }
}
