package io.streamspec.lint;

import io.streamspec.source.DiagnosticId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All checks there are, by what they are about: drawings, fields, values, records, names, the document, words. */
public final class Catalogue {

    private static final List<Check> CHECKS = List.of(
            new UnevenTick(),
            new EdgeOff(),
            new BorderOff(),
            new StrayCorner(),
            new MissingCorner(),
            new FieldUndescribed(),
            new FieldWidth(),
            new FieldMisaligned(),
            new FixedWidthClaim(),
            new ArrayUndrawn(),
            new DescriptionEmpty(),
            new FieldNameStyle(),
            new PaddingNamed(),
            new ValuesGap(),
            new ReservedMissing(),
            new ValueSentence(),
            new ValueDigits(),
            new ValuesOrder(),
            new ValuesElsewhere(),
            new ConstantText(),
            new EnumerationHomeless(),
            new BitsOfOctets(),
            new RecordOrder(),
            new RecordSize(),
            new RecordMisnamed(),
            new EmptyBodyDrawn(),
            new NameInconsistent(),
            new NameUndefined(),
            new ConstantUndefined(),
            new NameMistyped(),
            new FootnoteUndefined(),
            new FootnoteUnused(),
            new LinkAnchor(),
            new ReferenceUnlinked(),
            new HeadingTwice(),
            new RevisionNotRaised(),
            new StrictlyOrEqual(),
            new VerbForm(),
            new Article(),
            new WordTwice(),
            new Spelling(),
            new SentenceOpen());

    private Catalogue() {}

    static List<Check> checks() {
        return CHECKS;
    }

    /** What is checked, in the order of the catalogue. */
    public static List<Entry> entries() {
        return CHECKS.stream().map(Check::entry).toList();
    }

    /** The check that reports under the id {@code name}, if one does. */
    public static Optional<Entry> entry(String name) {
        return entries().stream()
                .filter(entry -> entry.id().name().equals(name))
                .findFirst();
    }

    /** The ids of checks, and of what is remarked on silences. */
    static Stream<DiagnosticId> ids() {
        return Stream.concat(entries().stream().map(Entry::id), Stream.of(Silences.UNKNOWN, Silences.UNUSED));
    }
}
