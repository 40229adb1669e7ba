package io.streamspec.lint;

import io.streamspec.diff.Difference;
import io.streamspec.read.Passage;
import io.streamspec.read.Statement;
import io.streamspec.read.TitleBlock;
import io.streamspec.source.Count;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import io.streamspec.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds titles that name an earlier revision than the document itself is. */
final class RevisionNotRaised implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("revision-not-raised");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "the title names an earlier revision",
                "Who has the earlier revision at hand takes it for this one.",
                Entry.Setting.NONE,
                """
                % A format
                % Somebody
                % Revision 1

                History
                =======

                * Revision 2: the header has grown.
                * Revision 1: first edition.
                """,
                """
                % A format
                % Somebody
                % Revision 2

                History
                =======

                * Revision 2: the header has grown.
                * Revision 1: first edition.
                """);
    }

    private static final Pattern HISTORY = Pattern.compile(
            "(?:(?:document|revision|change) )?(?:history|revisions|changes|changelog|log)", Pattern.CASE_INSENSITIVE);
    private static final Pattern REVISION = Pattern.compile("\\bRevision (\\d{1,9})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VERSION =
            Pattern.compile("\\bversion of (?:this|the) (?:specification|document)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Optional<Passage> title = subject.document().title().flatMap(TitleBlock::revision);
        Optional<Passage> number = title.filter(revision -> revision.text().matches("\\d{1,9}"));
        title.ifPresent(revision -> compareWithOlder(revision, subject, diagnostics));
        number.ifPresent(revision -> compareWithHistory(revision, subject, diagnostics));
        number.ifPresent(revision -> compareWithVersion(revision, subject, diagnostics));
    }

    private static void compareWithOlder(Passage title, Subject subject, Diagnostics diagnostics) {
        subject.older()
                .filter(older -> older.revision().filter(title.text()::equals).isPresent())
                .map(older -> Difference.between(older, subject.model()))
                .filter(changes -> !changes.isEmpty())
                .ifPresent(changes -> diagnostics.report(ID.at(
                                title.span(),
                                "the document differs from revision %s in %s and is still called so",
                                title.text(),
                                Count.of(changes.size(), "place"))
                        .hint("raise the revision")));
    }

    /** A section called after its changes lists the revisions that there have been. */
    private static void compareWithHistory(Passage title, Subject subject, Diagnostics diagnostics) {
        subject.parts().stream()
                .filter(part -> HISTORY.matcher(part.title()).matches())
                .flatMap(part -> part.texts().stream())
                .flatMap(text -> text.findPlain(REVISION))
                .filter(revision -> number(revision.group(1)) > number(title.text()))
                .findFirst()
                .ifPresent(revision -> report(
                        title, "the history speaks of revision " + revision.group(1), revision.span(), diagnostics));
    }

    /** A header that carries the version of the document cannot have been changed more often than the document. */
    private static void compareWithVersion(Passage title, Subject subject, Diagnostics diagnostics) {
        for (Part part : subject.drawn()) {
            for (FieldRow row : part.fieldRows()) {
                row.statements().stream()
                        .filter(statement -> statement instanceof Statement.Constant constant
                                && VERSION.matcher(constant.remark().text()).find()
                                && constant.value().value().longValue() > number(title.text()))
                        .findFirst()
                        .ifPresent(constant -> report(
                                title,
                                "the field '" + row.name() + "' has a later version of it",
                                constant.span(),
                                diagnostics));
            }
        }
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    private static void report(Passage title, String says, Span place, Diagnostics diagnostics) {
        diagnostics.report(ID.at(title.span(), "the title names revision %s, but %s", title.text(), says)
                .hint("raise the revision in the title block")
                .seeAlso(place, "here"));
    }
}
