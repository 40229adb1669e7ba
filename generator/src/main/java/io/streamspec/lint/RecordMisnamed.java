package io.streamspec.lint;

import io.streamspec.lint.RunningText.Found;
import io.streamspec.model.RecordKind;
import io.streamspec.source.DiagnosticId;
import io.streamspec.source.Diagnostics;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds sentences that describe the record of their section and call it by the name of another. */
final class RecordMisnamed implements Check {

    static final DiagnosticId ID = DiagnosticId.warning("record-misnamed");

    @Override
    public Entry entry() {
        return new Entry(
                ID,
                "a section calls its record by the name of another",
                "The sentence was copied and says something about the wrong record.",
                Entry.Setting.RECORDS,
                """
                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+

                DATA
                ----

                Marks the end of the data. The end record contains no fields.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
                """,
                """
                END
                ---

                The last record.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+

                DATA
                ----

                Marks the end of the data. The data record contains no fields.

                     0     1     2     3     4     5     6     7 octet
                    +-----------------------------------------------+
                """);
    }

    private static final Pattern SUBJECT = Pattern.compile(
            "^(?:the|an?|this|each|every) ([A-Za-z0-9_/ -]{1,60}?) records? (contains?|has|have|holds?|carries|consists?|stores?|lists?|describes?|specifies)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Subject subject, Diagnostics diagnostics) {
        Set<String> records =
                subject.model().records().stream().map(RecordKind::name).collect(Collectors.toSet());
        for (Part part : subject.drawn()) {
            for (RunningText sentence : part.records().isEmpty() ? List.<RunningText>of() : part.sentences()) {
                sentence.findPlain(SUBJECT).findFirst().ifPresent(found -> check(found, part, records, diagnostics));
            }
        }
    }

    private static void check(Found found, Part part, Set<String> records, Diagnostics diagnostics) {
        String named = constant(found.group(1));
        boolean isOwn = part.records().stream().anyMatch(record -> record.name().equals(named));
        boolean isOther = records.contains(named);
        if (!isOwn && isOther) {
            String own = part.records().get(0).name().toLowerCase(Locale.ROOT).replace('_', ' ');
            String right = found.match().group().replaceFirst(Pattern.quote(found.group(1)), own);
            diagnostics.report(ID.at(
                            found.span(),
                            "this sentence stands under '%s', but speaks of the record '%s'",
                            part.title(),
                            named)
                    .hint("write '%s'", RunningText.startedAs(found.match().group(), right)));
        }
    }

    private static String constant(String words) {
        return words.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
    }
}
